import { type JsonObject, own } from '../../base/index';
import type { Machine, PlacedScope } from '../contract';
import { languageOf } from '../languageOf';
import { enteringScope, flowOf, leavingBy } from './stateFlow';
import { type Shape, any, either, sameShape } from './shape';

/** A state is looked at so often at most; then anything may come to it. */
const mostVisits = 20;

/**
 * What can come to each state of a scope, in their order; undefined for one that nothing leads to. Where it is not known what
 * a state gives, as of a Task, of a Map or of JSONata, it is anything.
 */
export type Entries = readonly (Shape | undefined)[];

/** Follows the data of a machine through all scopes, outer ones first. */
export function shapesAtEntry({ definition, scopes }: Machine): ReadonlyMap<PlacedScope, Entries> {
  const found = new Map<PlacedScope, Entries>();
  for (const placed of scopes) found.set(placed, entriesOf(placed, definition, beginning(placed, definition, found)));
  return found;
}

function beginning(
  { holder, scope }: PlacedScope,
  definition: JsonObject,
  found: ReadonlyMap<PlacedScope, Entries>,
): Shape {
  if (!holder) return any;
  const index = holder.scope.scope.names.get(holder.name) ?? -1;
  const state = holder.scope.scope.states[index]?.state;
  const input = found.get(holder.scope)?.[index];
  if (!state || !input || languageOf(state, own(definition, 'QueryLanguage')) === 'JSONata') return any;
  return scope.states.length === 0 ? any : enteringScope(state, flowOf(state, input).effective);
}

function entriesOf({ scope }: PlacedScope, definition: JsonObject, begin: Shape): Entries {
  const machineLanguage = own(definition, 'QueryLanguage');
  const entries: (Shape | undefined)[] = scope.states.map(() => undefined);
  const visits = scope.states.map(() => 0);
  const start = scope.names.get(String(own(scope.holder, 'StartAt')));
  if (start === undefined) return entries;
  entries[start] = begin;
  const waiting = [start];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const [entry, input] = [scope.states[index], entries[index]];
    if (!entry || !input) continue;
    const { state, transitions } = entry;
    const flow = languageOf(state, machineLanguage) === 'JSONata' ? null : flowOf(state, input);
    for (const { slot, target } of transitions) {
      const next = scope.names.get(target);
      if (next === undefined) continue;
      const leaving = flow ? leavingBy(state, slot, input, flow) : any;
      const known = entries[next];
      const joined = known ? either(known, leaving) : leaving;
      if (known && sameShape(known, joined)) continue;
      const count = (visits[next] ?? 0) + 1;
      visits[next] = count;
      entries[next] = count > mostVisits ? any : joined;
      waiting.push(next);
    }
  }
  return entries;
}
