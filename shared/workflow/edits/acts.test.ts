import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../base/json';
import { newDocument, withDefinition, type WorkflowDocument } from '../document';
import { rootScope, statePath, type ScopePath, type StatePath } from '../paths';
import type { Edit } from './contract';
import { copyStates } from './copyStates';
import { edits } from '../testing/edits';

const at = (name: string, scope: ScopePath = rootScope): StatePath => statePath(scope, name);

function machine(definition: JsonObject): WorkflowDocument {
  return withDefinition(newDocument('json', 'JSONPath'), definition);
}

/** The document with a note and a breakpoint on a state. */
function marked(document: WorkflowDocument, state: StatePath): WorkflowDocument {
  return { ...document, sidecar: { ...document.sidecar, notes: { [state]: 'mine' }, breakpoints: [state] } };
}

/** The definition after an edit, or the code of the problem it was refused with. */
function after<Args>(edit: Edit<Args>, document: WorkflowDocument, args: Args): JsonObject | string {
  const result = edit.apply(document, args);
  return result.ok ? result.value.document.definition : result.problem.code;
}

const chain: JsonObject = {
  StartAt: 'A',
  States: {
    A: { Type: 'Task', Resource: 'x', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'C' }], Next: 'B' },
    B: { Type: 'Pass', Next: 'C' },
    C: { Type: 'Pass', End: true },
  },
};

const choice: JsonObject = {
  StartAt: 'Pick',
  States: {
    Pick: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'B' }], Default: 'C' },
    B: { Type: 'Pass', End: true },
    C: { Type: 'Pass', End: true },
  },
};

describe('delete', () => {
  it('leads what led to the state to where it went on', () => {
    expect(after(edits.deleteStates, machine(chain), { states: [at('B')] })).toMatchObject({
      States: { A: { Next: 'C' } },
    });
    expect(after(edits.deleteStates, machine(chain), { states: [at('A')] })).toMatchObject({ StartAt: 'B' });
  });

  it('lets what led to the last state end, and drops catchers and rules that led to it', () => {
    const definition = after(edits.deleteStates, machine(chain), { states: [at('C')] });
    expect(definition).toEqual({
      StartAt: 'A',
      States: { A: { Type: 'Task', Resource: 'x', Next: 'B' }, B: { Type: 'Pass', End: true } },
    });
    expect(after(edits.deleteStates, machine(choice), { states: [at('B')] })).toMatchObject({
      States: { Pick: { Choices: [], Default: 'C' } },
    });
  });
});

describe('rename', () => {
  it('follows StartAt, Next, Default, Catch and Choices', () => {
    const renamed = after(edits.renameState, machine(chain), { state: at('C'), to: 'End/1' });
    expect(renamed).toMatchObject({ States: { A: { Catch: [{ Next: 'End/1' }] }, B: { Next: 'End/1' }, 'End/1': {} } });
    expect(after(edits.renameState, machine(choice), { state: at('Pick'), to: 'Which?' })).toMatchObject({
      StartAt: 'Which?',
    });
  });

  it.each([
    ['', 'NAME_EMPTY'],
    ['B', 'NAME_TAKEN'],
    ['x'.repeat(81), 'NAME_TOO_LONG'],
  ])('refuses "%s"', (to, code) => {
    expect(after(edits.renameState, machine(chain), { state: at('A'), to })).toBe(code);
  });
});

describe('connect', () => {
  it('fills the slots of a Choice in turn: a rule, Default, further rules', () => {
    let document = machine({
      StartAt: 'Pick',
      States: { Pick: { Type: 'Choice', Choices: [] }, B: { Type: 'Succeed' }, C: { Type: 'Succeed' } },
    });
    for (const to of ['B', 'C', 'B']) {
      const result = edits.connect.apply(document, { from: at('Pick'), to: at(to) });
      if (!result.ok) throw new Error(result.problem.message);
      document = result.value.document;
    }
    expect(document.definition).toMatchObject({
      States: { Pick: { Choices: [{ Next: 'B' }, { Next: 'B' }], Default: 'C' } },
    });
  });

  it('puts a further catcher before the one for States.ALL', () => {
    expect(after(edits.connect, machine(chain), { from: at('A'), to: at('B'), as: 'catch' })).toMatchObject({
      States: {
        A: {
          Catch: [
            { ErrorEquals: ['States.TaskFailed'], Next: 'B' },
            { ErrorEquals: ['States.ALL'], Next: 'C' },
          ],
        },
      },
    });
  });

  it('refuses what ASL does not allow', () => {
    const fail = machine({ StartAt: 'F', States: { F: { Type: 'Fail' }, A: { Type: 'Pass', End: true } } });
    expect(after(edits.connect, fail, { from: at('F'), to: at('A') })).toBe('ILLEGAL_TRANSITION');
    expect(after(edits.connect, fail, { from: at('A'), to: at('F'), as: 'catch' })).toBe('ILLEGAL_TRANSITION');
  });
});

describe('insert', () => {
  it('puts a state into a transition, also into Start and in front of End', () => {
    const pass = { Type: 'Pass' };
    const next = { scope: rootScope, from: at('A'), slot: { kind: 'next' } } as const;
    const start = { scope: rootScope, from: null, slot: { kind: 'start' } } as const;
    const end = { scope: rootScope, from: at('C'), slot: { kind: 'next' } } as const;
    expect(after(edits.insertOnTransition, machine(chain), { ref: next, name: 'N', state: pass })).toMatchObject({
      States: { A: { Next: 'N' }, N: { Next: 'B' } },
    });
    expect(after(edits.insertOnTransition, machine(chain), { ref: start, name: 'N', state: pass })).toMatchObject({
      StartAt: 'N',
      States: { N: { Next: 'A' } },
    });
    expect(after(edits.insertOnTransition, machine(chain), { ref: end, name: 'N', state: pass })).toMatchObject({
      States: { C: { Next: 'N' }, N: { End: true } },
    });
  });

  it('makes a state wait before it runs', () => {
    const waited = after(edits.insertWaitBefore, machine(chain), {
      state: at('C'),
      wait: { Type: 'Wait', Seconds: 5 },
    });
    expect(waited).toMatchObject({
      States: {
        A: { Catch: [{ Next: 'Wait before C' }] },
        B: { Next: 'Wait before C' },
        'Wait before C': { Type: 'Wait', Seconds: 5, Next: 'C' },
      },
    });
  });
});

describe('wrap', () => {
  it('puts a chain into a Parallel or Map that takes its place', () => {
    const wrapped = after(edits.wrapStates, machine(chain), { states: [at('B')], in: 'Map' });
    expect(wrapped).toMatchObject({
      States: {
        A: { Next: 'Map' },
        Map: { ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } }, Next: 'C' },
      },
    });
    expect(
      after(edits.wrapStates, machine(chain), { states: [at('A'), at('B'), at('C')], in: 'Parallel' }),
    ).toMatchObject({
      StartAt: 'Parallel',
      States: { Parallel: { Branches: [{ StartAt: 'A' }], End: true } },
    });
  });

  it('gives rules that led outside a state to end in', () => {
    expect(
      after(
        edits.wrapStates,
        machine({
          StartAt: 'Pick',
          States: {
            Pick: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'C' }], Default: 'C' },
            C: { Type: 'Succeed' },
          },
        }),
        { states: [at('Pick')], in: 'Parallel' },
      ),
    ).toMatchObject({
      States: {
        Parallel: {
          Branches: [{ States: { Pick: { Choices: [{ Next: 'Done' }], Default: 'Done' }, Done: { Type: 'Succeed' } } }],
          Next: 'C',
        },
      },
    });
  });

  it('refuses a group with two ways in or out', () => {
    expect(after(edits.wrapStates, machine(choice), { states: [at('B'), at('C')], in: 'Parallel' })).toBe(
      'ILLEGAL_MOVE',
    );
  });
});

describe('wrap with catchers', () => {
  const caught = (name: string, next: string, errors = ['States.ALL']) => ({
    Type: 'Task',
    Resource: `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
    Catch: [{ ErrorEquals: errors, ResultPath: '$.error', Next: 'Handler' }],
    Next: next,
  });
  const states = (errors?: string[]) => ({
    StartAt: 'A',
    States: { A: caught('a', 'B'), B: caught('b', 'C', errors), C: { Type: 'Succeed' }, Handler: { Type: 'Fail' } },
  });

  it('makes the catchers that all have in common those of the container', () => {
    const wrapped = after(edits.wrapStates, machine(states()), { states: [at('A'), at('B')], in: 'Parallel' });
    expect(wrapped).toMatchObject({
      States: {
        Parallel: {
          Branches: [{ StartAt: 'A', States: { A: { Next: 'B' }, B: { End: true } } }],
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Handler' }],
          Next: 'C',
        },
      },
    });
    expect(JSON.stringify(wrapped).match(/Catch/g)).toHaveLength(1);
  });

  it('refuses catchers that differ', () => {
    const differing = machine(states(['States.Timeout']));
    expect(after(edits.wrapStates, differing, { states: [at('A'), at('B')], in: 'Map' })).toBe('ILLEGAL_MOVE');
  });

  it('is undone by unwrap, which hands the catchers back', () => {
    const wrapped = edits.wrapStates.apply(machine(states()), { states: [at('A'), at('B')], in: 'Parallel' });
    if (!wrapped.ok) throw new Error(wrapped.problem.message);
    expect(after(edits.unwrapState, wrapped.value.document, { state: at('Parallel') })).toEqual(states());
  });
});

describe('unwrap', () => {
  it('puts the states of a Map in its place, and those that ended go on', () => {
    const withMap = machine({
      StartAt: 'Before',
      States: {
        Before: { Type: 'Pass', Next: 'Each' },
        Each: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'Pick',
            States: {
              Pick: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'Good' }], Default: 'Work' },
              Good: { Type: 'Succeed' },
              Work: { Type: 'Pass', End: true },
            },
          },
          Next: 'After',
        },
        After: { Type: 'Succeed' },
      },
    });
    expect(after(edits.unwrapState, withMap, { state: at('Each') })).toEqual({
      StartAt: 'Before',
      States: {
        Before: { Type: 'Pass', Next: 'Pick' },
        Pick: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'Good' }], Default: 'Work' },
        Good: { Type: 'Pass', Next: 'After' },
        Work: { Type: 'Pass', Next: 'After' },
        After: { Type: 'Succeed' },
      },
    });
  });

  it('starts with them where it was the start, and ends with them where it ended', () => {
    const whole = machine({
      StartAt: 'P',
      States: {
        P: { Type: 'Parallel', Branches: [{ StartAt: 'S', States: { S: { Type: 'Succeed' } } }], End: true },
      },
    });
    expect(after(edits.unwrapState, whole, { state: at('P') })).toEqual({
      StartAt: 'S',
      States: { S: { Type: 'Succeed' } },
    });
  });

  it('refuses what runs side by side, and what holds nothing', () => {
    const branch = { StartAt: 'X', States: { X: { Type: 'Pass', End: true } } };
    const other = { StartAt: 'Y', States: { Y: { Type: 'Pass', End: true } } };
    const empty = { StartAt: '', States: {} };
    const parallel = (...branches: object[]) =>
      machine({ StartAt: 'P', States: { P: { Type: 'Parallel', Branches: branches, End: true } } } as never);
    expect(after(edits.unwrapState, parallel(branch, other), { state: at('P') })).toBe('ILLEGAL_MOVE');
    expect(after(edits.unwrapState, parallel(empty), { state: at('P') })).toBe('NOTHING_TO_DO');
    expect(after(edits.unwrapState, machine(chain), { state: at('A') })).toBe('ILLEGAL_MOVE');
  });
});

describe('move between scopes', () => {
  const inMap = '/States/M/ItemProcessor' as ScopePath;
  const withMap: JsonObject = {
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Next: 'M' },
      M: { Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }, End: true },
    },
  };

  it('heals the chain it leaves and goes into the transition it is dropped on', () => {
    const onto = { scope: inMap, from: at('I', inMap), slot: { kind: 'next' } } as const;
    expect(after(edits.moveStates, machine(withMap), { states: [at('A')], scope: inMap, onto })).toEqual({
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', Next: 'A' }, A: { Type: 'Pass', End: true } } },
          End: true,
        },
      },
    });
  });

  it('refuses to move a container into itself', () => {
    expect(after(edits.moveStates, machine(withMap), { states: [at('M')], scope: inMap })).toBe('ILLEGAL_MOVE');
  });

  it('takes breakpoints and notes of what moves along', () => {
    const moved = edits.moveStates.apply(marked(machine(withMap), at('A')), { states: [at('A')], scope: inMap });
    expect(moved.ok && moved.value.document.sidecar).toMatchObject({
      notes: { [at('A', inMap)]: 'mine' },
      breakpoints: [at('A', inMap)],
    });
  });
});

describe('copy and paste', () => {
  it('keeps transitions between what is copied, under names that are free', () => {
    const document = machine(chain);
    const text = copyStates(document, [at('A'), at('B')]) ?? '';
    expect(after(edits.pasteStates, document, { scope: rootScope, text })).toMatchObject({
      States: {
        ...(chain['States'] as JsonObject),
        'A (2)': { Type: 'Task', Next: 'B (2)' },
        'B (2)': { Type: 'Pass', End: true },
      },
    });
  });

  it('takes a single state, YAML, and refuses prose', () => {
    expect(
      after(edits.pasteStates, machine(chain), { scope: rootScope, text: '{"Type":"Wait","Seconds":1}' }),
    ).toMatchObject({ States: { Wait: { Seconds: 1, End: true } } });
    expect(after(edits.pasteStates, machine(chain), { scope: rootScope, text: 'Load:\n  Type: Pass\n' })).toMatchObject(
      { States: { Load: { Type: 'Pass', End: true } } },
    );
    expect(after(edits.pasteStates, machine(chain), { scope: rootScope, text: 'Dear all,' })).toBe('NOT_ASL');
  });
});

describe('change type', () => {
  it('keeps the fields that both types have and where it goes on', () => {
    const args = {
      state: at('A'),
      template: { Type: 'Map', ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } } },
      keep: ['Catch'],
    };
    expect(after(edits.changeStateType, machine(chain), args)).toMatchObject({
      States: { A: { Type: 'Map', Catch: [{ Next: 'C' }], Next: 'B', ItemProcessor: { StartAt: 'B (2)' } } },
    });
    expect(
      after(edits.changeStateType, machine(chain), {
        state: at('B'),
        template: { Type: 'Choice', Choices: [] },
        keep: [],
      }),
    ).toMatchObject({
      States: { B: { Type: 'Choice', Default: 'C' } },
    });
  });
});

describe('branches and order', () => {
  const branch = (name: string): JsonObject => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });
  const parallel = machine({
    StartAt: 'P',
    States: { P: { Type: 'Parallel', Branches: [branch('X'), branch('Y')], End: true } },
  });

  it('take what is kept for a state to the index of its branch', () => {
    const x = at('X', '/States/P/Branches/0' as ScopePath);
    const moved = edits.reorder.apply(marked(parallel, x), { at: ['States', 'P', 'Branches'], from: 0, to: 1 });
    expect(moved.ok && moved.value.document.sidecar.notes).toEqual({ '/States/P/Branches/1/States/X': 'mine' });
  });

  it('refuse to take the last branch away', () => {
    const one = edits.removeBranch.apply(parallel, { state: at('P'), index: 0 });
    if (!one.ok) throw new Error(one.problem.message);
    expect(after(edits.removeBranch, one.value.document, { state: at('P'), index: 0 })).toBe('ILLEGAL_MOVE');
  });
});
