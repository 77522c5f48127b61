import { isArray, own, type JsonObject, type JsonPath, type JsonValue } from '../../base/json';
import type { WorkflowDocument } from '../document';
import { addBranch, removeBranch } from '../edits/branches';
import { addState } from '../edits/addState';
import { changeStateType } from '../edits/changeStateType';
import { connect } from '../edits/connect';
import type { Edit } from '../edits/contract';
import { deleteStates } from '../edits/deleteStates';
import { disconnect } from '../edits/disconnect';
import { duplicateStates } from '../edits/duplicateStates';
import { insertFragment, type InsertFragment } from '../edits/insertFragment';
import { insertOnTransition } from '../edits/insertOnTransition';
import { insertWaitBefore } from '../edits/insertWaitBefore';
import { changeSidecar } from '../edits/changeSidecar';
import { moveStates } from '../edits/moveStates';
import { pasteStates } from '../edits/pasteStates';
import { reconnect } from '../edits/reconnect';
import { renameState } from '../edits/renameState';
import { reorder } from '../edits/reorder';
import { setDraft } from '../edits/setDraft';
import { setFields } from '../edits/setFields';
import { setPositions } from '../edits/setPositions';
import { setStart } from '../edits/setStart';
import { toggleBreakpoint } from '../edits/toggleBreakpoint';
import { unwrapState } from '../edits/unwrapState';
import { wrapStates } from '../edits/wrapStates';
import { toJsonPath, type ScopePath, type StatePath } from '../paths';
import { allScopes, allStates, stateAt } from '../scopes';
import { transitionsIn, type TransitionRef } from '../transitions';

/** Every edit, for tests. `edits.test.ts` finds those that are missing here by their folder. */
export const edits = {
  addBranch,
  addState,
  changeStateType,
  connect,
  deleteStates,
  disconnect,
  duplicateStates,
  insertFragment,
  insertOnTransition,
  insertWaitBefore,
  changeSidecar,
  moveStates,
  pasteStates,
  reconnect,
  removeBranch,
  renameState,
  reorder,
  setDraft,
  setFields,
  setPositions,
  setStart,
  toggleBreakpoint,
  unwrapState,
  wrapStates,
} as const;

export type EditName = keyof typeof edits;

/** What a random act may work on: parts of the document it is applied to, and numbers that are its own. */
export interface Picked {
  readonly scope: ScopePath;
  readonly state: StatePath;
  /** Another state, or the same. */
  readonly other: StatePath;
  /** Both, or the first alone. */
  readonly states: readonly StatePath[];
  readonly transition: TransitionRef | null;
  /** A state of some type, without Next and End. */
  readonly template: JsonObject;
  readonly name: string;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly definition: JsonObject;
}

type Act = (document: WorkflowDocument, picked: Picked) => ReturnType<Edit<never>['apply']> | null;

/** An edit with the arguments that it gets from what was picked; null where the document has nothing for it. */
function act<Args>(edit: Edit<Args>, argumentsFrom: (picked: Picked) => Args | null): Act {
  return (document, picked) => {
    const args = argumentsFrom(picked);
    return args === null ? null : edit.apply(document, args);
  };
}

/** How each edit is done at random. */
export const randomActs: Readonly<Record<EditName, Act>> = {
  addBranch: act(addBranch, ({ state }) => ({ state })),
  addState: act(addState, ({ scope, name, template, other, c }) => ({
    scope,
    name,
    state: template,
    ...(c % 2 ? { after: other } : {}),
  })),
  changeStateType: act(changeStateType, ({ state, template }) => ({
    state,
    template,
    keep: ['ResultPath', 'Retry', 'Assign'],
  })),
  connect: act(connect, ({ state, other, c }) => ({ from: state, to: other, ...(c % 3 === 0 ? { as: 'catch' } : {}) })),
  deleteStates: act(deleteStates, ({ states }) => ({ states })),
  disconnect: act(disconnect, ({ transition }) => transition && { ref: transition }),
  duplicateStates: act(duplicateStates, ({ states }) => ({ states })),
  insertFragment: act<InsertFragment>(insertFragment, ({ transition, state, template, b }) => ({
    title: 'Poll',
    fragment: {
      StartAt: 'Poll',
      States: {
        Poll: { Type: 'Pass', Next: 'Done' },
        Done: { ...template, ...('Choices' in template ? {} : { End: true }) },
      },
    },
    place: transition && b % 2 ? { kind: 'transition', ref: transition } : { kind: 'after', state },
    ...(b % 3 ? { samples: { Poll: { n: b } } } : {}),
  })),
  insertOnTransition: act(
    insertOnTransition,
    ({ transition, name, template }) => transition && { ref: transition, name, state: template },
  ),
  insertWaitBefore: act(insertWaitBefore, ({ state, c }) => ({ state, wait: { Type: 'Wait', Seconds: c } })),
  changeSidecar: act(changeSidecar, ({ state, a, c }) => ({
    what: 'Sample result',
    parts:
      c % 2
        ? { type: 'EXPRESS' as const, switchedOff: ['NO_PATH'], mocks: { [state]: { n: a } } }
        : { tests: [{ name: `Test ${a}` }], assumptions: { [state]: { a } } },
  })),
  moveStates: act(moveStates, ({ other, scope }) => ({ states: [other], scope })),
  pasteStates: act(pasteStates, ({ scope, template }) => ({
    scope,
    text: JSON.stringify({ StartAt: 'Pasted', States: { Pasted: template } }),
  })),
  reconnect: act(reconnect, ({ transition, other }) => transition && { ref: transition, to: other }),
  removeBranch: act(removeBranch, ({ definition, a, b }) => {
    const parallel = at(
      allStates(definition).filter(({ state }) => own(state, 'Branches') !== undefined),
      a,
    );
    return parallel ? { state: parallel.path, index: b % 3 } : null;
  }),
  renameState: act(renameState, ({ state, name, c }) => ({ state, to: `${name}${c % 5}` })),
  reorder: act(reorder, ({ definition, a, b, c }) => {
    const list = at(listsIn(definition), a);
    return list ? { at: list.at, from: b % list.length, to: c % list.length } : null;
  }),
  setDraft: act(setDraft, ({ state, other, a, c }) => ({
    at: [...toJsonPath(c % 2 ? state : other), 'Output'],
    draft: c % 3 ? { text: `{% ${a}`, problem: 'The expression must end with %}.' } : null,
  })),
  setFields: act(setFields, ({ state, c }) => ({
    changes: [
      {
        at: toJsonPath(state).length === 2 ? ['Comment'] : ['TimeoutSeconds'],
        value: c % 2 ? c : undefined,
      },
      { at: [...toJsonPath(state), 'Comment'], value: `Note ${c}` },
    ],
  })),
  setPositions: act(setPositions, ({ state, a, b }) => ({ positions: { [state]: { x: a, y: b } } })),
  setStart: act(setStart, ({ scope, other }) => ({ scope, to: other })),
  toggleBreakpoint: act(toggleBreakpoint, ({ state }) => ({ state })),
  unwrapState: act(unwrapState, ({ state }) => ({ state })),
  wrapStates: act(wrapStates, ({ states, b }) => ({ states, in: b % 2 ? 'Map' : 'Parallel' })),
};

interface List {
  readonly at: JsonPath;
  readonly length: number;
}

/** Lists whose order decides something, with at least two items. */
function listsIn(definition: JsonObject): readonly List[] {
  return allStates(definition).flatMap(({ path, state }) =>
    ['Choices', 'Branches', 'Retry', 'Catch'].flatMap((field): readonly List[] => {
      const list: JsonValue | undefined = own(state, field);
      return isArray(list) && list.length > 1 ? [{ at: [...toJsonPath(path), field], length: list.length }] : [];
    }),
  );
}

/** The item of a list that a number falls on; undefined when the list is empty. */
export function at<Item>(list: readonly Item[], index: number): Item | undefined {
  return list[index % Math.max(1, list.length)];
}

/** What the numbers of an act fall on in a document; null when it has no state. */
export function pick(
  { definition }: WorkflowDocument,
  { a, b, c }: { readonly a: number; readonly b: number; readonly c: number },
  templates: readonly JsonObject[],
  names: readonly string[],
): Picked | null {
  const states = allStates(definition).map(({ path }) => path);
  const scopes = allScopes(definition);
  const [scope, state, template] = [at(scopes, a), at(states, a), at(templates, c)];
  if (scope === undefined || state === undefined || template === undefined) return null;
  const other = at(states, b) ?? state;
  return {
    scope,
    state,
    other: stateAt(definition, other) ? other : state,
    states: c % 2 ? [state] : [state, other],
    transition:
      at(
        scopes.flatMap((each) => transitionsIn(definition, each)),
        a,
      )?.ref ?? null,
    // Made anew each time, as the palette does it: the same object twice would be a copy of the first.
    template: structuredClone(template) as JsonObject,
    name: at(names, b) ?? 'State',
    a,
    b,
    c,
    definition,
  };
}
