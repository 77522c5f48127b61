import { beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteStates } from '#shared/workflow/edits/deleteStates';
import { renameState } from '#shared/workflow/edits/renameState';
import { setFields } from '#shared/workflow/edits/setFields';
import { redoLabel, type StatePath, undoLabel } from '#shared/workflow/index';
import { discardDraft, draftsOf, keepDraft } from './drafts';
import { draftProblems } from './diagnostics/draftProblems';
import { activeDocument, applyEdit, redo, select, typeText, undo } from './editing';
import { brokenOf, documentOf, isUnsaved, sidecarForRecovery, sidecarOf, textOf, type Session } from './session';
import { markSaved, openSession } from './sessions';
import { activeSession, getState, removeSession } from './store';

vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

const text = `{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Output": 1, "Next": "B" },
    "B": { "Type": "Pass", "Next": "C" },
    "C": { "Type": "Succeed" }
  }
}
`;
const path = (name: string) => `/States/${name}` as StatePath;
const output = ['States', 'A', 'Output'];
const half = { text: '{% $states.', problem: 'The expression must end with %}.' };

function session(): Session {
  const active = activeSession();
  if (!active) throw new Error('There is no session.');
  return active;
}
const says = () => textOf(session());
const names = () => Object.keys((activeDocument()?.definition['States'] as object | undefined) ?? {});
const lastWords = () => getState().toasts.at(-1)?.text;

function open(of = text, lastRead: string | null = null): void {
  const file = { name: 'a.asl.json', fileId: 'f'.repeat(32), format: 'json', text: of, sidecar: null } as const;
  openSession({ ...file, saved: { text, sidecar: null }, lastRead, recovered: lastRead !== null });
}

beforeEach(() => {
  for (const each of getState().sessions) removeSession(each.id);
  open();
});

describe('one history', () => {
  it('holds what is typed in the code and what is done on the canvas in their order', () => {
    const steps = [says()];
    const step = (act: () => void) => {
      act();
      steps.push(says());
    };
    step(() => applyEdit(renameState, { state: path('A'), to: 'First' }));
    step(() => typeText(says().replace('"Output": 1', '"Output": 12'), 1));
    step(() => applyEdit(deleteStates, { states: [path('B')] }));
    step(() => typeText(`${says()}\n`, 2));
    expect(undoLabel(session().undo)).toBe('Edit text');
    for (const before of steps.slice(0, -1).reverse()) {
      undo();
      expect(says()).toBe(before);
    }
    expect(undoLabel(session().undo)).toBeNull();
    undo();
    expect(says()).toBe(text);
    for (const after of steps.slice(1)) {
      redo();
      expect(says()).toBe(after);
    }
    expect(redoLabel(session().undo)).toBeNull();
  });

  it('makes one entry of a stretch of typing, whether it can be read in between or not', () => {
    for (const typed of ['2', '', '"', '"x', '"x"']) typeText(text.replace('"Output": 1', `"Output": ${typed}`), 7);
    expect(session().undo.past).toHaveLength(1);
    undo();
    expect([says(), brokenOf(session()), isUnsaved(session())]).toEqual([text, null, false]);
    redo();
    expect(says()).toContain('"Output": "x"');
    typeText(`${says()} `, 8);
    expect(session().undo.past).toHaveLength(2);
  });

  it('enters nothing when the editor shows what is there already', () => {
    typeText(text, 1);
    expect(session().undo.past).toHaveLength(0);
  });

  it('goes back over an emptied text', () => {
    typeText('', 1);
    expect([says(), names(), brokenOf(session())?.problem.line]).toEqual(['', ['A', 'B', 'C'], 1]);
    undo();
    expect(says()).toBe(text);
  });

  it('goes back over the repair of a text that never could be read', () => {
    open('{');
    typeText('{ "StartAt": "A", "States": {} }', 1);
    expect(names()).toEqual([]);
    undo();
    expect([says(), documentOf(session()), brokenOf(session())?.text]).toEqual(['{', null, '{']);
    redo();
    expect(documentOf(session())?.definition).toEqual({ StartAt: 'A', States: {} });
  });

  it('keeps the form open in which Undo is pressed', () => {
    select([path('A')]);
    applyEdit(setFields, { changes: [{ at: output, value: 2 }] }, { mergeKey: 'output' });
    undo();
    expect(session().selection.states).toEqual([path('A')]);
    applyEdit(renameState, { state: path('A'), to: 'First' });
    undo();
    expect(session().selection.states).toEqual([]);
  });
});

describe('while the text cannot be read', () => {
  const stray = () => typeText(says().replace('{', '{x'), 1);

  it('an edit is in the code too, and stays when the text is repaired', () => {
    stray();
    expect(applyEdit(deleteStates, { states: [path('B')] })).toBe(true);
    expect(names()).toEqual(['A', 'C']);
    expect(says()).not.toContain('"B"');
    expect(brokenOf(session())).not.toBeNull();
    typeText(says().replace('{x', '{'), 2);
    expect([brokenOf(session()), names()]).toEqual([null, ['A', 'C']]);
    expect((documentOf(session())?.definition['States'] as Record<string, unknown>)['A']).toMatchObject({ Next: 'C' });
  });

  it('undo takes back the edit, then the typing', () => {
    stray();
    const broken = says();
    applyEdit(deleteStates, { states: [path('B')] });
    undo();
    expect([says(), names()]).toEqual([broken, ['A', 'B', 'C']]);
    undo();
    expect([says(), brokenOf(session())]).toEqual([text, null]);
  });

  it('an edit of what is being typed is refused with the place and the reason, and nothing changes', () => {
    typeText(text.replace('"Next": "C"', '"Next": "C'), 1);
    const { undo: before } = session();
    expect(applyEdit(deleteStates, { states: [path('B')] })).toBe(false);
    expect(session().undo).toBe(before);
    expect(lastWords()).toMatch(
      /^Delete "B": not done\. This would change line 6 of the code, .* First repair the text \(line 6: .*\) or undo the typing\.$/,
    );
  });

  it('a kill loses neither the text nor the graph', () => {
    const typed = text.replace('{', '{x');
    open(typed, text);
    expect([says(), names(), brokenOf(session())?.text, isUnsaved(session())]).toEqual([
      typed,
      ['A', 'B', 'C'],
      typed,
      true,
    ]);
    undo();
    expect(says()).toBe(typed);
  });
});

describe('what is typed into a field and is not valid yet', () => {
  it('is unsaved work, stays over a save, and is a problem of its state', () => {
    keepDraft(output, half);
    expect(draftsOf(session())).toEqual([{ at: output, ...half }]);
    expect([says(), isUnsaved(session()), sidecarOf(session())]).toEqual([text, true, null]);
    markSaved(session().id, { text, sidecar: null });
    expect([draftsOf(session()).length, isUnsaved(session())]).toEqual([1, true]);
    expect(draftProblems(draftsOf(session())).byState.get(path('A'))).toMatchObject([
      {
        rule: 'NOT_VALID_YET',
        severity: 'error',
        at: output,
        message: `What is typed in Output of "A" is not in the definition: it is not valid yet. ${half.problem}`,
      },
    ]);
    discardDraft(output);
    expect([draftsOf(session()).length, isUnsaved(session())]).toEqual([0, false]);
  });

  it('is one entry of the history with the values before and after it', () => {
    const write = (value: string) =>
      applyEdit(setFields, { changes: [{ at: output, value }] }, { mergeKey: '/States/A/Output' });
    keepDraft(output, { text: '{% 1', problem: half.problem });
    write('{% 1 %}');
    keepDraft(output, half);
    expect(session().undo.past).toHaveLength(1);
    undo();
    expect([says(), draftsOf(session())]).toEqual([text, []]);
    redo();
    expect([says().includes('{% 1 %}'), draftsOf(session())]).toEqual([true, [{ at: output, ...half }]]);
  });

  it('stays when the code is typed, and while it cannot be read', () => {
    keepDraft(output, half);
    typeText(text.replace('Succeed', 'Fail'), 1);
    typeText('{', 2);
    expect(draftsOf(session())).toHaveLength(1);
    keepDraft(output, { ...half, text: '{% $states.i' });
    expect([says(), draftsOf(session())[0]?.text]).toEqual(['{', '{% $states.i']);
  });

  it('comes back after a kill', () => {
    keepDraft(output, half);
    const sidecar = sidecarForRecovery(session());
    openSession({
      ...{ name: 'a.asl.json', fileId: 'f'.repeat(32), format: 'json', text, sidecar },
      saved: { text, sidecar: null },
      recovered: true,
    });
    expect(draftsOf(session())).toEqual([{ at: output, ...half }]);
    expect([sidecarOf(session()), isUnsaved(session())]).toEqual([null, true]);
  });
});
