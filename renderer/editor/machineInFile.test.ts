import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { renameState } from '#shared/workflow/edits/renameState';
import { rootScope, statePath } from '#shared/workflow/index';
import { applyEdit, typeText, undo } from './editing';
import { machineInFile } from './machineInFile';
import { brokenOf, documentOf, fileTextOf, isUnsaved, sidecarOf, textOf, type Session } from './session';
import { markSaved, openSession, reloadSession } from './sessions';
import { getState, removeSession } from './store';

vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

const file = `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:   # here
        StartAt: A
        States:
          A: {Type: Pass, Result: !Ref Table, End: true}
  Bucket: {Type: AWS::S3::Bucket}   # stays
`;
const beside =
  '{"version":1,"machines":{"Orders":{"version":1,"tests":["mine"]},"Night":{"version":1,"tests":["theirs"]}}}';
const fileId = 'f'.repeat(32);

describe('a state machine inside a file', () => {
  let id: string;

  beforeEach(() => {
    for (const session of getState().sessions) removeSession(session.id);
    open(file, beside);
  });

  function open(text: string, sidecar: string | null): void {
    const inside = machineInFile(text, 'template.yaml', 'Orders');
    if (!inside) throw new Error('There is no such machine.');
    const { format } = inside;
    const saved = { text, sidecar };
    ({ id } = openSession({ name: 'template.yaml', fileId, format, text: inside.text, sidecar, saved, inside }));
  }
  function session(): Session {
    const found = getState().sessions.find((each) => each.id === id);
    if (!found) throw new Error('The session is gone.');
    return found;
  }
  const rename = (from: string, to: string) => applyEdit(renameState, { state: statePath(rootScope, from), to });

  it('is edited alone, and put back into its file', () => {
    expect(textOf(session())).toBe('StartAt: A\nStates:\n  A: {Type: Pass, Result: !Ref Table, End: true}\n');
    expect(isUnsaved(session())).toBe(false);
    rename('A', 'B');
    expect(fileTextOf(session())).toBe(file.replace('StartAt: A', 'StartAt: B').replace(' A: {', ' B: {'));
    expect(isUnsaved(session())).toBe(true);
    undo();
    expect(fileTextOf(session())).toBe(file);
    expect(isUnsaved(session())).toBe(false);
  });

  it('is saved once, and not again', () => {
    rename('A', 'B');
    const onDisk = { text: fileTextOf(session()), sidecar: sidecarOf(session()) };
    markSaved(id, onDisk);
    expect(isUnsaved(session())).toBe(false);
    undo();
    expect(isUnsaved(session())).toBe(true);
    expect(fileTextOf(session())).toBe(file);
  });

  it('that is typed wrongly is put back as it is typed', () => {
    typeText('StartAt: [', 1);
    expect(brokenOf(session())).not.toBeNull();
    expect(fileTextOf(session())).toContain('      Definition:   # here\n        StartAt: [\n  Bucket:');
    typeText('StartAt: A\nStates: {}\n', 1);
    expect(fileTextOf(session())).toContain('# here\n        StartAt: A\n        States: {}\n  Bucket:');
  });

  it('has its own part of the sidecar, and leaves that of others', () => {
    expect(documentOf(session())?.sidecar.tests).toEqual(['mine']);
    expect(sidecarOf(session())).toBe(beside);
    applyEdit(changeSidecar, { parts: { tests: ['new'] }, what: 'Test' });
    expect(isUnsaved(session())).toBe(true);
    expect(JSON.parse(sidecarOf(session()) ?? '')).toEqual({
      version: 1,
      machines: { Orders: { version: 1, tests: ['new'] }, Night: { version: 1, tests: ['theirs'] } },
    });
  });

  it('has runs and policies of its own', () => {
    expect(session().workflow).toBe(`${fileId}#Orders`);
  });

  it('is found again in what another program wrote', () => {
    rename('A', 'B');
    const theirs = file.replace('# stays', '# theirs').replace('!Ref Table', '!Ref Other');
    reloadSession(session(), { text: theirs, sidecar: null });
    expect(documentOf(session())?.definition['States']).toEqual({ A: { Type: 'Pass', Result: '${Other}', End: true } });
    expect(fileTextOf(session())).toBe(theirs);
    expect(isUnsaved(session())).toBe(false);
  });

  it('gives way to the file when it is gone from it', () => {
    const gone = 'Resources:\n  Bucket: {Type: AWS::S3::Bucket}\n';
    reloadSession(session(), { text: gone, sidecar: null });
    expect(session().inside).toBeNull();
    expect(documentOf(session())).toBeNull();
    expect(fileTextOf(session())).toBe(gone);
  });
});
