import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { textOfVersion, type Version } from './broken';
import { printAs, type SourceFormat, type WorkflowDocument } from './document';
import { addState } from './edits/addState';
import { deleteStates } from './edits/deleteStates';
import { setFields } from './edits/setFields';
import { parseDocument } from './parse';
import { rootScope, statePath } from './paths';
import { perform, randomAct, startingDocument } from './testing/arbitraries';
import { pushEntry, redoEntry, startUndo, undoEntry, undoLabel, type UndoEntry, type UndoStack } from './undo';

const bytesOf = ({ document, broken }: Version) => JSON.stringify([document, broken]);

/** A text that cannot be read, as somebody types it over the one before. */
function brokenFrom(version: Version, index: number, format: SourceFormat): Version {
  const text = textOfVersion(version);
  const typed = `${text.slice(0, (index * 97) % (text.length + 1))}{"${index}: [\n${text.slice((index * 97) % (text.length + 1))}`;
  const parsed = parseDocument({ text: typed, format });
  return parsed.ok
    ? { document: parsed.value.document, broken: null }
    : { document: version.document, broken: { text: typed, problem: parsed.problem } };
}

/** What the history shall do, with whole documents. */
interface Model {
  past: UndoEntry[];
  present: UndoEntry;
  future: UndoEntry[];
  key: string | null;
}

describe.each(['json', 'yaml'] as const)('the undo history of %s', (format) => {
  const step = fc.record({
    what: fc.constantFrom('edit', 'edit', 'edit', 'merge', 'type', 'undo', 'undo', 'redo'),
    act: randomAct,
  });

  it('gives the bytes that whole versions would, whatever is edited, typed, merged, undone and redone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (steps, readable) => {
        const document = startingDocument(format);
        const first: UndoEntry = readable
          ? { document, broken: null, label: 'Open' }
          : { ...brokenFrom({ document, broken: null }, 1, format), document: null, label: 'Open' };
        let stack = startUndo(first);
        const model: Model = { past: [], present: first, future: [], key: null };
        for (const [index, { what, act }] of steps.entries()) {
          stack =
            what === 'undo' || what === 'redo'
              ? moved(stack, model, what)
              : acted(stack, model, what, (version) => nextVersion(version, what, act, index, format), index);
          expect(bytesOf(stack.present)).toBe(bytesOf(model.present));
          expect(stack.past.length).toBe(model.past.length);
          expect(undoLabel(stack)).toBe(model.past.length > 0 ? model.present.label : null);
        }
      }),
      { seed: 20261125, numRuns: format === 'json' ? 200 : 80 },
    );
  });
});

function nextVersion(
  version: Version,
  what: 'edit' | 'merge' | 'type',
  act: Parameters<typeof perform>[1],
  index: number,
  format: SourceFormat,
): Version | null {
  if (what === 'type') return brokenFrom(version, index, format);
  // Text that never could be read is repaired by typing.
  if (!version.document) return { document: startingDocument(format), broken: null };
  const result = perform(version.document, act).result;
  return result?.ok ? { document: result.value.document, broken: version.broken } : null;
}

function acted(
  stack: UndoStack,
  model: Model,
  what: 'edit' | 'merge' | 'type',
  next: (version: Version) => Version | null,
  index: number,
): UndoStack {
  const version = next(stack.present);
  if (!version) return stack;
  const key = what === 'merge' ? 'typing' : null;
  const entry = { ...version, label: `Act ${index}` };
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
    const stack = pushEntry(startUndo({ document: parsed.value.document, broken: null, label: 'Open' }), {
      document: edited.value.document,
      broken: null,
      label: 'Edit',
    });
    expect(JSON.stringify(stack.past).length).toBeLessThan(10_000);
    const back = undoEntry({ ...stack, before: null })?.present;
    expect(back && bytesOf(back)).toBe(bytesOf({ document: parsed.value.document, broken: null }));
  });
});
