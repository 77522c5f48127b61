import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonObject, jsonEqual } from '../base/index';
import { type StatePath, type WorkflowDocument, allStates, isInside, scopeOf } from '../workflow/index';
import { addState } from '../workflow/edits/addState';
import { deleteStates } from '../workflow/edits/deleteStates';
import { renameState } from '../workflow/edits/renameState';
import { setFields } from '../workflow/edits/setFields';
import { perform, randomAct, startingDocument } from '../workflow/testing/arbitraries';
import { toJsonPath } from '../workflow/paths';
import { diffDefinitions, isSame } from './diffDefinitions';

const pass = (next?: string): JsonObject => ({
  Type: 'Pass',
  ...(next === undefined ? { End: true } : { Next: next }),
});
const task = (name: string, more: JsonObject): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name },
  ...more,
});

const orders: JsonObject = {
  StartAt: 'Fetch',
  States: {
    Fetch: task('fetch', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }], Next: 'Each' }),
    Each: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Check', States: { Check: task('check', { Next: 'Keep' }), Keep: pass() } },
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'Left', States: { Left: task('left', { End: true }) } },
        { StartAt: 'Right', States: { Right: task('right', { End: true }) } },
      ],
      Next: 'Which',
    },
    Which: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.a', IsPresent: true, Next: 'Failed' },
        { Variable: '$.b', IsPresent: true, Next: 'Done' },
      ],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail', Error: 'Broken' },
  },
};

/** The definition with a change of its text, as someone types it. */
const edited = (...replace: readonly (readonly [string, string])[]): JsonObject =>
  JSON.parse(replace.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(orders))) as JsonObject;

/** A diff in short: paths with what became of them. */
function told(before: JsonObject, after: JsonObject): readonly string[] {
  const { machine, states } = diffDefinitions(before, after);
  const field = ({ at, before: was, after: is, leads }: (typeof machine)[number]) =>
    `${at.join('.')}: ${JSON.stringify(was)} > ${JSON.stringify(is)}${leads ? ' (leads)' : ''}`;
  return [
    ...machine.map(field),
    ...states.flatMap((change) => {
      if (change.kind === 'removed') return [`- ${change.before}`];
      if (change.kind === 'added') return [`+ ${change.after}`];
      const how = [...(change.renamed ? ['renamed'] : []), ...(change.moved ? ['moved'] : [])];
      const name = change.before === change.after ? change.after : `${change.before} > ${change.after}`;
      return [[name, ...how].join(' '), ...change.fields.map((each) => `  ${field(each)}`)];
    }),
  ];
}

describe('the diff of two definitions', () => {
  it('does not see how they are written', () => {
    const { States, StartAt } = orders;
    const turned = Object.fromEntries(Object.entries(States as JsonObject).reverse());
    expect(told(orders, { States: turned, StartAt } as JsonObject)).toEqual([]);
  });

  it('tells a rename as one change, whatever names the state', () => {
    expect(told(orders, edited(['"Failed"', '"Give up"']))).toEqual(['/States/Failed > /States/Give up renamed']);
    expect(told(orders, edited(['"Fetch"', '"Get"']))).toEqual(['/States/Fetch > /States/Get renamed']);
  });

  it('tells a renamed container without what it holds', () => {
    expect(told(orders, edited(['"Each"', '"For each"']))).toEqual(['/States/Each > /States/For each renamed']);
    expect(told(orders, edited(['"Check"', '"Look"']))).toEqual([
      '/States/Each/ItemProcessor/States/Check > /States/Each/ItemProcessor/States/Look renamed',
    ]);
  });

  it('finds neighbours that are all renamed', () => {
    const names = ['Fetch', 'Each', 'Check', 'Keep', 'Both', 'Left', 'Right', 'Which', 'Done', 'Failed'];
    const all = told(orders, edited(...names.map((name) => [`"${name}"`, `"${name} it"`] as const)));
    expect(all).toHaveLength(names.length);
    expect(all.every((line) => line.endsWith('it renamed'))).toBe(true);
  });

  it('tells a rename and what was changed beside it', () => {
    expect(told(orders, edited(['"Fetch"', '"Get"'], ['"fetch"', '"fetch-2"']))).toEqual([
      '/States/Fetch > /States/Get renamed',
      '  Parameters.FunctionName: "fetch" > "fetch-2"',
    ]);
  });

  it('takes states that have little in common for two', () => {
    const before: JsonObject = {
      StartAt: 'A',
      States: { A: pass('X'), X: task('x', { End: true }), B: { Type: 'Succeed' } },
    };
    const after: JsonObject = {
      StartAt: 'A',
      States: {
        A: pass('B'),
        B: { Type: 'Succeed' },
        Y: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Parameters: { Message: 'y' }, Next: 'B' },
      },
    };
    expect(told(before, after)).toEqual(['- /States/X', '/States/A', '  Next: "X" > "B" (leads)', '+ /States/Y']);
  });

  it('tells fields as deep as they differ, and where the execution goes on', () => {
    expect(told(orders, edited(['"Default":"Done"', '"Default":"Failed"'], ['"Broken"', '"Worse"']))).toEqual([
      '/States/Which',
      '  Default: "Done" > "Failed" (leads)',
      '/States/Failed',
      '  Error: "Broken" > "Worse"',
    ]);
    expect(told(orders, edited(['"StartAt":"Fetch"', '"StartAt":"Each"']))).toEqual([
      'StartAt: "Fetch" > "Each" (leads)',
    ]);
  });

  it('tells a rule that was put first as one change', () => {
    const rule = '{"Variable":"$.c","IsPresent":true,"Next":"Done"},';
    expect(told(orders, edited(['"Choices":[', `"Choices":[${rule}`]))).toEqual([
      '/States/Which',
      '  Choices.0: undefined > {"Variable":"$.c","IsPresent":true,"Next":"Done"} (leads)',
    ]);
  });

  it('tells a branch that went, and does not move those after it', () => {
    const left = '{"StartAt":"Left","States":{"Left":' + JSON.stringify(task('left', { End: true })) + '}},';
    expect(told(orders, edited([left, '']))).toEqual([
      '- /States/Both/Branches/0/States/Left',
      '/States/Both',
      '  Branches.0: {"StartAt":"Left","States":{}} > undefined',
    ]);
  });

  it('tells a state that moved to another scope', () => {
    const before: JsonObject = {
      StartAt: 'A',
      States: {
        A: pass('Each'),
        Each: { Type: 'Map', ItemProcessor: { StartAt: 'B', States: { B: pass() } }, End: true },
      },
    };
    const after: JsonObject = {
      StartAt: 'Each',
      States: {
        Each: { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: pass('B'), B: pass() } }, End: true },
      },
    };
    expect(told(before, after)).toEqual([
      'StartAt: "A" > "Each" (leads)',
      '/States/Each',
      '  ItemProcessor.StartAt: "B" > "A" (leads)',
      '/States/A > /States/Each/ItemProcessor/States/A moved',
      '  Next: "Each" > "B" (leads)',
    ]);
  });

  it('sees what is no state', () => {
    const broken = { StartAt: 'A', States: { A: pass(), B: 1 } };
    expect(told({ StartAt: 'A', States: { A: pass() } }, broken)).toEqual(['States.B: undefined > 1']);
    expect(told({ StartAt: 'A' }, { StartAt: 'A', States: {} })).toEqual(['States: undefined > {}']);
  });

  it('of thousands of states that nothing knows ends soon', () => {
    const many = (name: string): JsonObject => ({
      StartAt: `${name} 0`,
      States: Object.fromEntries(
        Array.from({ length: 3000 }, (_, index) => [`${name} ${index}`, pass(`${name} ${index + 1}`)]),
      ),
    });
    const start = performance.now();
    expect(diffDefinitions(many('a'), many('b')).states.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

/** Random documents: what random edits make of an empty one. */
const documents = fc
  .array(randomAct, { minLength: 1, maxLength: 25 })
  .map((acts) => acts.reduce(performed, startingDocument('json')));

function performed(document: WorkflowDocument, act: Parameters<typeof perform>[1]): WorkflowDocument {
  const { result } = perform(document, act);
  return result?.ok ? result.value.document : document;
}

const runs = { numRuns: 300, seed: 13 };

describe('what an edit did is what the diff tells', () => {
  it('of a document with itself: nothing', () => {
    fc.assert(
      fc.property(documents, ({ definition }) => {
        expect(isSame(diffDefinitions(definition, structuredClone(definition)))).toBe(true);
      }),
      runs,
    );
  });

  it('of any edits: nothing exactly when both say the same, and every state is in it once at most', () => {
    fc.assert(
      fc.property(documents, fc.array(randomAct, { minLength: 1, maxLength: 6 }), (before, acts) => {
        const after = acts.reduce(performed, before);
        const diff = diffDefinitions(before.definition, after.definition);
        expect(isSame(diff)).toBe(jsonEqual(before.definition, after.definition));
        const [was, is] = [before, after].map(({ definition }) => allStates(definition).map(({ path }) => path));
        const removed = diff.states.flatMap((change) => (change.kind === 'removed' ? [change.before] : []));
        const added = diff.states.flatMap((change) => (change.kind === 'added' ? [change.after] : []));
        const changed = diff.states.flatMap((change) => (change.kind === 'changed' ? [change] : []));
        for (const list of [
          [...removed, ...changed.map((each) => each.before)],
          [...added, ...changed.map((each) => each.after)],
        ])
          expect(new Set(list).size).toBe(list.length);
        expect((was?.length ?? 0) - removed.length).toBe((is?.length ?? 0) - added.length);
      }),
      runs,
    );
  });

  it('of a rename: the rename alone', () => {
    fc.assert(
      fc.property(documents, fc.nat(), ({ definition, ...rest }, number) => {
        const document = { ...rest, definition };
        const states = allStates(definition);
        const state = states[number % Math.max(1, states.length)];
        if (!state) return;
        const renamed = renameState.apply(document, { state: state.path, to: 'Another name' });
        if (!renamed.ok) throw new Error(renamed.problem.message);
        expect(diffDefinitions(definition, renamed.value.document.definition)).toEqual({
          machine: [],
          states: [
            {
              kind: 'changed',
              before: state.path,
              after: renamed.value.select[0],
              renamed: true,
              moved: false,
              fields: [],
            },
          ],
        });
      }),
      runs,
    );
  });

  it('of a state added: that state, and fields of others that lead on', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, number) => {
        const states = allStates(document.definition);
        const after = states[number % Math.max(1, states.length)];
        if (!after) return;
        const added = addState.apply(document, {
          scope: scopeOf(after.path),
          name: 'Another name',
          state: { Type: 'Wait', Seconds: 5 },
          after: after.path,
        });
        if (!added.ok) return;
        const { machine, states: changes } = diffDefinitions(document.definition, added.value.document.definition);
        expect(machine.every(({ leads }) => leads)).toBe(true);
        expect(changes.filter(({ kind }) => kind === 'added')).toEqual([
          { kind: 'added', after: added.value.select[0] },
        ]);
        for (const change of changes) {
          expect(change.kind).not.toBe('removed');
          if (change.kind === 'changed') expect(change.fields.every(({ leads }) => leads)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('of states deleted: they and what they held', () => {
    fc.assert(
      fc.property(documents, fc.nat(), (document, number) => {
        const states = allStates(document.definition);
        const state = states[number % Math.max(1, states.length)];
        if (!state) return;
        const left = deleteStates.apply(document, { states: [state.path] });
        if (!left.ok) throw new Error(left.problem.message);
        const { states: changes } = diffDefinitions(document.definition, left.value.document.definition);
        const gone = states.map(({ path }) => path).filter((path) => path === state.path || isInside(path, state.path));
        const removed = changes.flatMap((change) => (change.kind === 'removed' ? [change.before] : []));
        expect([...removed].sort()).toEqual([...gone].sort());
        expect(changes.some(({ kind }) => kind === 'added')).toBe(false);
      }),
      runs,
    );
  });

  it('of a field set: that field', () => {
    fc.assert(
      fc.property(documents, fc.nat(), fc.json(), (document, number, text) => {
        const states = allStates(document.definition);
        const state: { path: StatePath } | undefined = states[number % Math.max(1, states.length)];
        if (!state) return;
        const comment = `Says ${text}`;
        const set = setFields.apply(document, {
          changes: [{ at: [...toJsonPath(state.path), 'Comment'], value: comment }],
        });
        if (!set.ok) throw new Error(set.problem.message);
        const { machine, states: changes } = diffDefinitions(document.definition, set.value.document.definition);
        expect(machine).toEqual([]);
        expect(changes).toMatchObject([
          { kind: 'changed', before: state.path, after: state.path, fields: [{ at: ['Comment'], after: comment }] },
        ]);
      }),
      runs,
    );
  });
});
