import { scopeFields } from '../asl/index';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '../base/index';
import { isDistributed, processorConfig } from '../states/index';
import { transitionsFrom } from '../workflow/index';
import type { PlacedScope, Scope, ScopeState } from './contract';
import { Memory } from './remembered';
import { StateMemory } from './stateMemory';

/** A scope on the walk with what its surroundings say to its states. */
export class WalkedScope implements PlacedScope {
  private path: JsonPath | null = null;

  constructor(
    readonly scope: Scope,
    readonly holder: { readonly scope: WalkedScope; readonly name: string } | null,
    /** Its place below the state that holds it. */
    private readonly below: JsonPath,
    readonly distributed: boolean,
    readonly inExpress: boolean,
    /** Number of the state that holds the scope, counted over the walk; -1 for the machine. */
    readonly holderNumber: number,
    /** Number of its first state. */
    readonly firstNumber: number,
  ) {}

  /** Made when it is asked for: there is something to say of few scopes. */
  get at(): JsonPath {
    const { holder, below } = this;
    return (this.path ??= holder === null ? below : [...holder.scope.at, 'States', holder.name, ...below]);
  }
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
        const parts = this.parts(state);
        // An edit leaves most states as they are: what stands for them is not made anew for each version of the scope.
        if (parts.entry?.name !== name) parts.entry = { name, state, ...parts.read };
        states.push(parts.entry);
      }
    }
    const scope = { holder, states, names, memory: new Memory() };
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
    const read = { transitions: transitionsFrom(state), memory: new StateMemory(state) };
    const parts = { read, inner: innerScopes(state), entry: null };
    this.states.set(state, parts);
    return parts;
  }
}

interface StateParts {
  readonly read: Pick<ScopeState, 'transitions' | 'memory'>;
  readonly inner: readonly InnerScope[];
  /** The state by the name that it was found with last. */
  entry: ScopeState | null;
}

interface InnerScope {
  readonly at: JsonPath;
  readonly holder: JsonObject;
  readonly distributed: boolean;
  readonly express: boolean;
}

const none: StateParts['inner'] = [];

function innerScopes(state: JsonObject): StateParts['inner'] {
  const found: InnerScope[] = [];
  for (const { field, holds } of scopeFields) {
    const value = own(state, field);
    if (holds === 'processor' && isObject(value))
      found.push({ at: [field], holder: value, ...executions(state, field) });
    if (holds === 'branches' && isArray(value)) {
      for (const [index, branch] of value.entries()) {
        if (isObject(branch)) found.push({ at: [field, index], holder: branch, distributed: false, express: false });
      }
    }
  }
  return found.length === 0 ? none : found;
}

/** How the scope of a Map runs. Source: AWS developer guide, "Map workflow state": Mode and ExecutionType of ProcessorConfig. */
function executions(map: JsonObject, field: string): Pick<InnerScope, 'distributed' | 'express'> {
  const distributed = field === 'ItemProcessor' && isDistributed(map);
  return { distributed, express: distributed && own(processorConfig(map), 'ExecutionType') === 'EXPRESS' };
}

/** Every scope of a definition, outer ones first: the order of `allScopes`. */
export function walkScopes(definition: JsonObject, memory: WalkMemory, inExpress: boolean): readonly WalkedScope[] {
  const scopes: WalkedScope[] = [];
  let next = 0;
  const add = (scope: WalkedScope) => {
    scopes.push(scope);
    next += scope.scope.states.length;
  };
  add(new WalkedScope(memory.scope(definition), null, [], false, inExpress, -1, next));
  for (let index = 0; index < scopes.length; index++) {
    const walked = scopes[index];
    if (!walked) break;
    let number = walked.firstNumber;
    for (const { name, state } of walked.scope.states) {
      for (const { at, holder, distributed, express } of memory.inner(state)) {
        const placed = { scope: walked, name };
        const inside = walked.inExpress || express;
        add(new WalkedScope(memory.scope(holder), placed, at, distributed, inside, number, next));
      }
      number++;
    }
  }
  return scopes;
}
