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
      '{"version":1,"positions":{"/States/A":{"x":4,"y":8}},"notes":{"/States/A":"why"},"breakpoints":["/States/A"],"later":{"kept":true}}';
    const parsed = parseSidecar(text);
    expect(parsed.ok && JSON.parse(printSidecar(parsed.value) ?? '')).toEqual(JSON.parse(text));
  });

  it('migrates the form before there was a version', () => {
    const parsed = parseSidecar('{"positions":{"/States/A":[4,8]}}');
    expect(parsed).toMatchObject({ ok: true, value: { positions: { [a]: { x: 4, y: 8, pinned: true } } } });
  });

  it.each(['', '[]', '{"version":99}', '{"version":"new"}'])('refuses %s with a reason', (text) => {
    expect(parseSidecar(text).ok).toBe(false);
  });

  it('passes over positions that are none', () => {
    expect(parseSidecar('{"version":1,"positions":{"/States/A":{"x":"left"},"/States/B":null}}')).toMatchObject({
      ok: true,
      value: { positions: {} },
    });
  });
});
