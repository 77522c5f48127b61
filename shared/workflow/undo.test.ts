import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { printAs, type SourceFormat, type WorkflowDocument } from './document';
import { addState } from './edits/addState';
import { deleteStates } from './edits/deleteStates';
import { setFields } from './edits/setFields';
import { parseDocument } from './parse';
import { rootScope, statePath } from './paths';
import { perform, randomAct, startingDocument } from './testing/arbitraries';
import { pushEntry, redoEntry, startUndo, undoEntry, undoLabel, type UndoEntry, type UndoStack } from './undo';

const bytesOf = (document: WorkflowDocument) => JSON.stringify(document);

/** What the history shall do, with whole documents. */
interface Model {
  past: UndoEntry[];
  present: UndoEntry;
  future: UndoEntry[];
  key: string | null;
}

describe.each(['json', 'yaml'] as const)('the undo history of %s', (format) => {
  const step = fc.record({
    what: fc.constantFrom('edit', 'edit', 'edit', 'merge', 'undo', 'undo', 'redo'),
    act: randomAct,
  });

  it('gives the bytes that whole documents would, whatever is edited, merged, undone and redone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const first = { document: startingDocument(format), label: 'Open' };
        let stack = startUndo(first);
        const model: Model = { past: [], present: first, future: [], key: null };
        for (const [index, { what, act }] of steps.entries()) {
          stack =
            what === 'edit' || what === 'merge' ? acted(stack, model, what, act, index) : moved(stack, model, what);
          expect(bytesOf(stack.present.document)).toBe(bytesOf(model.present.document));
          expect(stack.past.length).toBe(model.past.length);
          expect(undoLabel(stack)).toBe(model.past.length > 0 ? model.present.label : null);
        }
      }),
      { seed: 20261125, numRuns: format === 'json' ? 200 : 80 },
    );
  });
});

function acted(
  stack: UndoStack,
  model: Model,
  what: 'edit' | 'merge',
  act: Parameters<typeof perform>[1],
  index: number,
): UndoStack {
  const result = perform(stack.present.document, act).result;
  if (!result?.ok) return stack;
  const key = what === 'merge' ? 'typing' : null;
  const entry = { document: result.value.document, label: `Act ${index}` };
  if (key === null || key !== model.key) model.past.push(model.present);
  Object.assign(model, { present: entry, future: [], key });
  return pushEntry(stack, entry, key);
}

function moved(stack: UndoStack, model: Model, what: 'undo' | 'redo'): UndoStack {
  const next = what === 'undo' ? undoEntry(stack) : redoEntry(stack);
  const [from, to] = what === 'undo' ? [model.past, model.future] : [model.future, model.past];
  const entry = what === 'undo' ? from.pop() : from.shift();
  expect(next === null).toBe(entry === undefined);
  if (!next || !entry) return stack;
  if (what === 'undo') to.unshift(model.present);
  else to.push(model.present);
  Object.assign(model, { present: entry, key: null });
  return next;
}

describe('an entry of 1,000 states', () => {
  const count = 1000;
  const states = Array.from({ length: count }, (_, i): [string, JsonValue] => [
    `T${i}`,
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Comment: 'Some words about it',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handle' }],
      Next: i === count - 1 ? 'Handle' : `T${i + 1}`,
    },
  ]);
  const definition: JsonObject = {
    StartAt: 'T0',
    States: Object.fromEntries<JsonValue>([...states, ['Handle', { Type: 'Fail' }]]),
  };

  it.each<[string, SourceFormat, (document: WorkflowDocument) => ReturnType<typeof addState.apply>]>(
    (['json', 'yaml'] as const).flatMap((format) => [
      [
        'of an edited field',
        format,
        (document) => setFields.apply(document, { changes: [{ at: ['States', 'T500', 'Comment'], value: 'x' }] }),
      ],
      [
        'of a new state',
        format,
        (document) =>
          addState.apply(document, {
            scope: rootScope,
            name: 'New',
            state: { Type: 'Pass' },
            after: statePath(rootScope, 'T500'),
          }),
      ],
      [
        'of deleted states',
        format,
        (document) =>
          deleteStates.apply(document, { states: ['T7', 'T900'].map((name) => statePath(rootScope, name)) }),
      ],
    ]),
  )('%s in %s holds what differs', (_what, format, edit) => {
    const parsed = parseDocument({ text: printAs(definition, format), format });
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const edited = edit(parsed.value.document);
    if (!edited.ok) throw new Error(edited.problem.message);
    const stack = pushEntry(startUndo({ document: parsed.value.document, label: 'Open' }), {
      document: edited.value.document,
      label: 'Edit',
    });
    expect(JSON.stringify(stack.past).length).toBeLessThan(10_000);
    expect(bytesOf(undoEntry({ ...stack, before: null })?.present.document ?? parsed.value.document)).toBe(
      bytesOf(parsed.value.document),
    );
  });
});
