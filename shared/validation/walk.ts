import { scopeFields } from '../asl/index';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '../base/index';
import { processorConfig } from '../states/index';
import { transitionsFrom } from '../workflow/index';
import type { PlacedScope, Scope, ScopeState } from './contract';

/** A scope on the walk with what its surroundings say to its states. */
export interface WalkedScope extends PlacedScope {
  /** Number of the state that holds the scope, counted over the walk; -1 for the machine. */
  readonly holderNumber: number;
  /** Number of its first state. */
  readonly firstNumber: number;
  readonly inExpress: boolean;
}

/** What is known of scopes and states by their objects, which are immutable: parts that two definitions share are read once. */
export class WalkMemory {
  private readonly scopes = new WeakMap<JsonObject, Scope>();
  private readonly states = new WeakMap<JsonObject, StateParts>();

  scope(holder: JsonObject): Scope {
    const known = this.scopes.get(holder);
    if (known) return known;
    const value = own(holder, 'States');
    const states: ScopeState[] = [];
    const names = new Map<string, number>();
    if (isObject(value)) {
      for (const name of Object.keys(value)) {
        const state = value[name];
        if (!isObject(state)) continue;
        names.set(name, states.length);
        states.push({ name, state, transitions: this.parts(state).transitions });
      }
    }
    const scope = { holder, states, names };
    this.scopes.set(holder, scope);
    return scope;
  }

  /** The scopes directly inside a state. */
  inner(state: JsonObject): StateParts['inner'] {
    return this.parts(state).inner;
  }

  private parts(state: JsonObject): StateParts {
    const known = this.states.get(state);
    if (known) return known;
    const parts = { transitions: transitionsFrom(state), inner: innerScopes(state) };
    this.states.set(state, parts);
    return parts;
  }
}

interface StateParts {
  readonly transitions: ScopeState['transitions'];
  readonly inner: readonly { readonly at: JsonPath; readonly holder: JsonObject; readonly express: boolean }[];
}

const none: StateParts['inner'] = [];

function innerScopes(state: JsonObject): StateParts['inner'] {
  const found: StateParts['inner'][number][] = [];
  for (const { field, holds } of scopeFields) {
    const value = own(state, field);
    if (holds === 'processor' && isObject(value))
      found.push({ at: [field], holder: value, express: field === 'ItemProcessor' && runsExpress(state) });
    if (holds === 'branches' && isArray(value)) {
      for (const [index, branch] of value.entries()) {
        if (isObject(branch)) found.push({ at: [field, index], holder: branch, express: false });
      }
    }
  }
  return found.length === 0 ? none : found;
}

/** Source: AWS developer guide, "Map workflow state": ExecutionType of ProcessorConfig. */
function runsExpress(map: JsonObject): boolean {
  const config = processorConfig(map);
  return own(config, 'Mode') === 'DISTRIBUTED' && own(config, 'ExecutionType') === 'EXPRESS';
}

/** Every scope of a definition, outer ones first: the order of `allScopes`. */
export function walkScopes(definition: JsonObject, memory: WalkMemory): readonly WalkedScope[] {
  const scopes: WalkedScope[] = [];
  let next = 0;
  const add = (holder: JsonObject, at: JsonPath, holderNumber: number, inExpress: boolean) => {
    const scope = memory.scope(holder);
    scopes.push({ at, scope, holderNumber, firstNumber: next, inExpress });
    next += scope.states.length;
  };
  add(definition, [], -1, false);
  for (let index = 0; index < scopes.length; index++) {
    const walked = scopes[index];
    if (!walked) break;
    let number = walked.firstNumber;
    for (const { name, state } of walked.scope.states) {
      for (const { at, holder, express } of memory.inner(state))
        add(holder, [...walked.at, 'States', name, ...at], number, walked.inExpress || express);
      number++;
    }
  }
  return scopes;
}
