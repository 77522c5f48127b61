import { type JsonObject, isArray, isObject, own } from '../base/index';
import { factsOf, typeHasNext, typeHasRules } from '../asl/index';
import { statePath, type ScopePath, type StatePath } from './paths';
import { scopeAt, stateAt, statesIn } from './scopes';

/** The place in a scope or state that names a target. */
export type TransitionSlot =
  | { readonly kind: 'start' }
  | { readonly kind: 'next' }
  | { readonly kind: 'choice'; readonly index: number }
  | { readonly kind: 'default' }
  | { readonly kind: 'catch'; readonly index: number };

/** One transition by its place; `from` is null for the StartAt of the scope. */
export interface TransitionRef {
  readonly scope: ScopePath;
  readonly from: StatePath | null;
  readonly slot: TransitionSlot;
}

export interface Transition {
  readonly ref: TransitionRef;
  /** The name that the slot holds. */
  readonly target: string;
  /** The state of that name in the scope; null when there is none. */
  readonly targetPath: StatePath | null;
}

/** Whether the type of the state goes on by Next or ends by End, whatever the state holds now. */
export function hasNext(state: JsonObject): boolean {
  return typeHasNext(typeOf(state));
}

/** Whether the type of the state goes on by rules and a default, as Choice does. */
export function hasRules(state: JsonObject): boolean {
  return typeHasRules(typeOf(state));
}

export function typeOf(state: JsonObject): string {
  const type = own(state, 'Type');
  return typeof type === 'string' ? type : '';
}

/** Whether an execution of the scope can end at the state: End, Succeed or Fail. */
export function isEnd(state: JsonObject): boolean {
  const facts = factsOf(typeOf(state));
  return facts.ends !== null || (facts.leadsOn.includes('Next') && own(state, 'End') === true);
}

/** The slots of a state that name a target, in the order in which the state takes them. */
export function transitionsFrom(
  state: JsonObject,
): readonly { readonly slot: TransitionSlot; readonly target: string }[] {
  const found: { slot: TransitionSlot; target: string }[] = [];
  const add = (slot: TransitionSlot, holder: JsonObject, key: string) => {
    const target = own(holder, key);
    if (typeof target === 'string') found.push({ slot, target });
  };
  const addEach = (field: 'Choices' | 'Catch', kind: 'choice' | 'catch') => {
    const items = own(state, field);
    if (!isArray(items)) return;
    for (const [index, item] of items.entries()) if (isObject(item)) add({ kind, index }, item, 'Next');
  };
  if (hasRules(state)) {
    addEach('Choices', 'choice');
    add({ kind: 'default' }, state, 'Default');
  } else if (hasNext(state)) {
    add({ kind: 'next' }, state, 'Next');
  }
  addEach('Catch', 'catch');
  return found;
}

/** Every transition of a scope: its StartAt, then those of its states in the order of the text. */
export function transitionsIn(definition: JsonObject, scope: ScopePath): readonly Transition[] {
  const entries = statesIn(definition, scope);
  const known = new Set(entries.map((entry) => entry.name));
  const found: Transition[] = [];
  const add = (ref: TransitionRef, target: string) =>
    found.push({ ref, target, targetPath: known.has(target) ? statePath(scope, target) : null });
  const holder = scopeAt(definition, scope);
  const start = holder && own(holder, 'StartAt');
  // An empty StartAt is a machine that has no state yet, not a broken transition.
  if (typeof start === 'string' && start !== '') add({ scope, from: null, slot: { kind: 'start' } }, start);
  for (const { path, state } of entries) {
    for (const { slot, target } of transitionsFrom(state)) add({ scope, from: path, slot }, target);
  }
  return found;
}

/** The name that a transition points at; undefined when the slot is not there or empty. */
export function targetOf(definition: JsonObject, ref: TransitionRef): string | undefined {
  if (ref.from === null) {
    const holder = scopeAt(definition, ref.scope);
    const start = holder && own(holder, 'StartAt');
    return typeof start === 'string' && start !== '' ? start : undefined;
  }
  const state = stateAt(definition, ref.from);
  if (!state) return undefined;
  return transitionsFrom(state).find(({ slot }) => sameSlot(slot, ref.slot))?.target;
}

export function sameSlot(a: TransitionSlot, b: TransitionSlot): boolean {
  return a.kind === b.kind && ('index' in a ? a.index : 0) === ('index' in b ? b.index : 0);
}
