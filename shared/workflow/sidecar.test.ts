import { describe, expect, it } from 'vitest';
import { emptySidecar, parseSidecar, printSidecar } from './sidecar';
import { rootScope, statePath } from './paths';

const a = statePath(rootScope, 'A');

describe('the sidecar', () => {
  it('writes pinned positions alone, and nothing when there is nothing to keep', () => {
    expect(printSidecar({ ...emptySidecar, positions: { [a]: { x: 1, y: 2, pinned: false } } })).toBeNull();
    const text = printSidecar({ ...emptySidecar, positions: { [a]: { x: 1, y: 2, pinned: true } } });
    expect(JSON.parse(text ?? '')).toEqual({ version: 1, positions: { '/States/A': { x: 1, y: 2 } } });
  });

  it('comes back as it was written, with fields that this version does not know', () => {
    const text =
      '{"version":1,"type":"EXPRESS","positions":{"/States/A":{"x":4,"y":8}},"notes":{"/States/A":"why"},"breakpoints":["/States/A"],"later":{"kept":true}}';
    const parsed = parseSidecar(text);
    expect(parsed.ok && JSON.parse(printSidecar(parsed.value) ?? '')).toEqual(JSON.parse(text));
  });

  it('migrates the form before there was a version', () => {
    const parsed = parseSidecar('{"positions":{"/States/A":[4,8]}}');
    expect(parsed).toMatchObject({ ok: true, value: { positions: { [a]: { x: 4, y: 8, pinned: true } } } });
  });

  it.each(['', '[]', '{"version":99}', '{"version":"new"}', '{"version":-1e308}', '{"version":-1}', '{"version":0.5}'])(
    'refuses %s with a reason',
    (text) => {
      expect(parseSidecar(text).ok).toBe(false);
    },
  );

  it('says which versions it can read', () => {
    expect(parseSidecar('{"version":-2e9}')).toEqual({
      ok: false,
      problem: 'The sidecar has version -2000000000; a version is a whole number from 0 on.',
    });
    expect(parseSidecar('{"version":2}')).toEqual({
      ok: false,
      problem: 'The sidecar has version 2, which a newer Stepwright wrote.',
    });
  });

  it('brings positions beyond the canvas to its rim', () => {
    const parsed = parseSidecar('{"version":1,"positions":{"/States/A":{"x":1e300,"y":-1e300}}}');
    expect(parsed.ok && parsed.value.positions[a]).toEqual({ x: 1e6, y: -1e6, pinned: true });
  });

  it('keeps no type but Express, and takes any other for Standard', () => {
    const express = parseSidecar('{"version":1,"type":"EXPRESS"}');
    expect(express).toMatchObject({ ok: true, value: { type: 'EXPRESS' } });
    expect(printSidecar(emptySidecar)).toBeNull();
    expect(parseSidecar('{"version":1,"type":"FAST"}')).toMatchObject({ ok: true, value: { type: 'STANDARD' } });
  });

  it('keeps the warnings that are switched off', () => {
    const text = printSidecar({ ...emptySidecar, switchedOff: ['NO_PATH'] });
    expect(JSON.parse(text ?? '')).toEqual({ version: 1, switchedOff: ['NO_PATH'] });
    expect(parseSidecar(text ?? '')).toMatchObject({ ok: true, value: { switchedOff: ['NO_PATH'], unknown: {} } });
    expect(parseSidecar('{"version":1,"switchedOff":["A",1]}')).toMatchObject({
      ok: true,
      value: { switchedOff: ['A'] },
    });
  });

  it('passes over positions that are none', () => {
    expect(parseSidecar('{"version":1,"positions":{"/States/A":{"x":"left"},"/States/B":null}}')).toMatchObject({
      ok: true,
      value: { positions: {} },
    });
  });
});
