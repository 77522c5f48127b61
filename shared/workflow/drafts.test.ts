import { describe, expect, it } from 'vitest';
import type { JsonPath } from '../base/json';
import type { WorkflowDocument } from './document';
import { draftAt, type Draft } from './drafts';
import { changeSidecar } from './edits/changeSidecar';
import type { Edit } from './edits/contract';
import { deleteStates } from './edits/deleteStates';
import { renameState } from './edits/renameState';
import { reorder } from './edits/reorder';
import { setDraft } from './edits/setDraft';
import { setFields } from './edits/setFields';
import { wrapStates } from './edits/wrapStates';
import { parseDocument } from './parse';
import { placeLabel, type StatePath } from './paths';
import { parseSidecar, printSidecar, printSidecarForRecovery } from './sidecar';

const path = (name: string) => `/States/${name}` as StatePath;
const output: JsonPath = ['States', 'A', 'Output'];
const half = { text: '{% $states.', problem: 'The expression must end with %}.' };

const catcher = (error: string) => ({ ErrorEquals: [error], Next: 'B' });
const parsed = parseDocument({
  format: 'json',
  text: JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    States: {
      A: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Output: 1,
        Catch: [catcher('One'), catcher('Two'), catcher('Three')],
        Next: 'B',
      },
      B: { Type: 'Succeed' },
    },
  }),
});
if (!parsed.ok) throw new Error(parsed.problem.message);
const start = parsed.value.document;

function after<Args>(document: WorkflowDocument, edit: Edit<Args>, args: Args): WorkflowDocument {
  const result = edit.apply(document, args);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value.document;
}

const typed = (at: JsonPath, document = start) => after(document, setDraft, { at, draft: half });
const placesOf = ({ sidecar }: WorkflowDocument) => sidecar.drafts.map(({ at }) => at);

describe('what is typed into a field and is not valid yet', () => {
  it('leaves definition and text as they are', () => {
    const document = typed(output);
    expect(document.definition).toBe(start.definition);
    expect(document.source).toBe(start.source);
    expect(draftAt(document.sidecar.drafts, output)).toEqual({ at: output, ...half });
    expect(setDraft.label({ at: output, draft: half }, start)).toBe('Change Output of "A"');
  });

  it('gives way to a value of the same field, and to no other', () => {
    const document = typed(output);
    expect(placesOf(after(document, setFields, { changes: [{ at: ['States', 'A', 'Comment'], value: 'x' }] }))).toEqual(
      [output],
    );
    expect(placesOf(after(document, setFields, { changes: [{ at: output, value: 2 }] }))).toEqual([]);
    // The value that stands there already is one, too.
    expect(placesOf(after(document, setFields, { changes: [{ at: output, value: 1 }] }))).toEqual([]);
    expect(placesOf(after(document, setDraft, { at: output, draft: null }))).toEqual([]);
  });

  it('follows its state, and goes with it', () => {
    const document = typed(output);
    expect(placesOf(after(document, renameState, { state: path('A'), to: 'Z' }))).toEqual([['States', 'Z', 'Output']]);
    expect(placesOf(after(document, wrapStates, { states: [path('A')], in: 'Parallel' }))).toEqual([
      ['States', 'Parallel', 'Branches', 0, 'States', 'A', 'Output'],
    ]);
    expect(placesOf(after(document, deleteStates, { states: [path('A')] }))).toEqual([]);
  });

  const inCatcher = (index: number): JsonPath => ['States', 'A', 'Catch', index, 'Output'];

  it.each([
    ['is taken away before its own', ['States', 'A', 'Catch', 0], 2, [inCatcher(1)]],
    ['is taken away behind its own', ['States', 'A', 'Catch', 2], 1, [inCatcher(1)]],
    ['is taken away that it is in', ['States', 'A', 'Catch', 1], 1, []],
  ])('follows its entry of a list when one %s', (_what, at, index, places) => {
    const document = typed(inCatcher(index));
    expect(placesOf(after(document, setFields, { changes: [{ at, value: undefined }] }))).toEqual(places);
  });

  it('follows its entry of a list to another place', () => {
    const at = ['States', 'A', 'Catch'];
    expect(placesOf(after(typed(inCatcher(0)), reorder, { at, from: 0, to: 2 }))).toEqual([inCatcher(2)]);
    expect(placesOf(after(typed(inCatcher(2)), reorder, { at, from: 0, to: 2 }))).toEqual([inCatcher(1)]);
  });

  it('goes with the field that it was a part of', () => {
    const at = ['States', 'A', 'Arguments'];
    const document = after(start, setFields, { changes: [{ at, value: { Payload: {} } }] });
    const inside = typed([...at, 'Payload'], document);
    expect(placesOf(after(inside, setFields, { changes: [{ at, value: '{% 1 %}' }] }))).toEqual([]);
  });

  it('in a trigger goes with the trigger, or becomes its value', () => {
    const at: JsonPath = ['triggers', 'event-1', 'pattern'];
    const trigger = { id: 'event-1', kind: 'event', enabled: true, pattern: {} };
    const document = typed(at, after(start, changeSidecar, { parts: { triggers: [trigger] }, what: 'Add' }));
    expect(placeLabel(at)).toBe('pattern of event-1');
    const enabled = { parts: { triggers: [{ ...trigger, enabled: false }] }, what: 'Change' };
    expect(placesOf(after(document, changeSidecar, enabled))).toEqual([at]);
    expect(placesOf(after(document, changeSidecar, { ...enabled, settles: at }))).toEqual([]);
    expect(placesOf(after(document, changeSidecar, { parts: { triggers: [] }, what: 'Remove' }))).toEqual([]);
  });

  it('is in no file, but in what recovery keeps', () => {
    const document = typed(output);
    expect(printSidecar(document.sidecar)).toBeNull();
    const kept = parseSidecar(printSidecarForRecovery(document.sidecar) ?? '');
    expect(kept).toMatchObject({ ok: true, value: { drafts: [{ at: output, ...half }] } });
    expect(printSidecarForRecovery(start.sidecar)).toBeNull();
  });

  it('is not taken from a sidecar that says something else by that name', () => {
    const drafts: readonly unknown[] = [1, { at: 'x', text: '', problem: '' }, { at: [], text: 1, problem: '' }];
    const read = parseSidecar(JSON.stringify({ version: 1, drafts }));
    expect(read.ok && read.value.drafts).toEqual([] satisfies Draft[]);
  });
});
