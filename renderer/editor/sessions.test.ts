import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import type { OnDisk } from '../platform/platform';
import { applyEdit, typeText } from './editing';
import { isUnsaved, putsSidecarAside, sidecarOf, textOf, type Session } from './session';
import { markSaved, openSession } from './sessions';
import { getState, removeSession } from './store';

vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

const text = '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}';
const theirs = '{"version":1,"tests":["theirs"]}';
const newer = '{"version":99,"notes":{"/States/A":"from the future"}}';
const printed = (test: string) => `${JSON.stringify({ version: 1, tests: [test] }, null, 2)}\n`;

describe('the sidecar of an open document', () => {
  let id: string;

  beforeEach(() => {
    for (const session of getState().sessions) removeSession(session.id);
  });

  function open(onDisk: OnDisk, work: OnDisk = onDisk): void {
    const recovered = work !== onDisk;
    ({ id } = openSession({
      name: 'a.asl.json',
      fileId: 'f'.repeat(32),
      format: 'json',
      ...work,
      saved: onDisk,
      recovered,
    }));
  }
  function session(): Session {
    const found = getState().sessions.find((each) => each.id === id);
    if (!found) throw new Error('The session is gone.');
    return found;
  }
  const addTest = (words: string) => applyEdit(changeSidecar, { parts: { tests: [words] }, what: 'Test' });
  const facts = () => ({
    sidecar: sidecarOf(session()),
    unsaved: isUnsaved(session()),
    aside: putsSidecarAside(session()),
  });

  it('is read once a broken text is repaired, and what is added then is saved', () => {
    open({ text: text.slice(1), sidecar: theirs });
    expect(facts()).toEqual({ sidecar: theirs, unsaved: false, aside: false });
    typeText(text, 1);
    expect(facts()).toEqual({ sidecar: printed('theirs'), unsaved: true, aside: false });
    addTest('mine');
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: true, aside: false });
    markSaved(id, { text: textOf(session()), sidecar: sidecarOf(session()) });
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: false, aside: false });
  });

  it.each([
    ['is no JSON', '{"notes":', 'The sidecar is not JSON.'],
    ['is of a newer version', newer, 'The sidecar has version 99, which a newer Stepwright wrote.'],
  ])('that %s is told, stays while nothing is added, and is put aside when something is', (_what, sidecar, words) => {
    open({ text, sidecar });
    expect(getState().toasts.at(-1)?.text).toBe(
      `The notes, positions and tests in "a.stepwright.json" cannot be read: ${words} It stays as it is; when there are others to save, it is put aside.`,
    );
    expect(facts()).toEqual({ sidecar, unsaved: false, aside: false });
    addTest('mine');
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: true, aside: true });
    markSaved(id, { text, sidecar: printed('mine') });
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: false, aside: false });
    expect(session().warnings).toEqual([]);
  });

  it('that cannot be read is still put aside when the tests in its place come back from recovery', () => {
    open({ text, sidecar: newer }, { text, sidecar: printed('mine') });
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: true, aside: true });
  });

  it('that cannot be read stays after the repair of a broken text', () => {
    open({ text: text.slice(1), sidecar: newer });
    typeText(text, 1);
    expect(facts()).toEqual({ sidecar: newer, unsaved: true, aside: false });
    addTest('mine');
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: true, aside: true });
  });

  it('of recovered work waits for its broken text', () => {
    open({ text, sidecar: theirs }, { text: text.slice(1), sidecar: printed('mine') });
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: true, aside: false });
    typeText(text, 1);
    expect(facts()).toEqual({ sidecar: printed('mine'), unsaved: true, aside: false });
  });
});
