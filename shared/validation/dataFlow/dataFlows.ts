import { own } from '../../base/index';
import type { Machine, PlacedScope, Scope } from '../contract';
import { Remembered } from '../remembered';
import { wayThrough } from '../wayThrough';
import { type StateFlow, enteringScope, flowOf } from './stateFlow';
import { type Shape, any, either, sameShape } from './shape';

/** So often what may come to a state grows at most; then anything may come to it. */
const mostVisits = 20;

/**
 * What each state of a scope makes of all that can come to it, in their order; undefined for one that nothing leads to, and of
 * JSONata. Where it is not known what a state gives, as of a Task, of a Map or of JSONata, it is anything.
 */
export type ScopeFlows = readonly (StateFlow | undefined)[];

/** Follows the data of a machine through all scopes, outer ones first. None of a machine of JSONata, whose states cannot go back. */
export function dataFlows({ definition, scopes }: Machine): ReadonlyMap<PlacedScope, ScopeFlows> {
  const found = new Map<PlacedScope, ScopeFlows>();
  if (own(definition, 'QueryLanguage') === 'JSONata') return found;
  for (const placed of scopes) found.set(placed, flowsOf(placed.scope, beginning(placed, found)));
  return found;
}

function beginning({ holder, scope }: PlacedScope, found: ReadonlyMap<PlacedScope, ScopeFlows>): Shape {
  if (!holder || scope.states.length === 0) return any;
  const index = holder.scope.scope.names.get(holder.name) ?? -1;
  const state = holder.scope.scope.states[index]?.state;
  const flow = found.get(holder.scope)?.[index];
  return state && flow ? enteringScope(state, flow.effective) : any;
}

const known = new Remembered<{ readonly begin: Shape; readonly flows: ScopeFlows }>();

function flowsOf(scope: Scope, begin: Shape): ScopeFlows {
  const last = scope.memory.get(known);
  if (last && sameShape(last.begin, begin)) return last.flows;
  const flows = follow(scope, begin);
  scope.memory.keep(known, { begin, flows });
  return flows;
}

function follow(scope: Scope, begin: Shape): ScopeFlows {
  const flows: (StateFlow | undefined)[] = [];
  const entries: (Shape | undefined)[] = [];
  const { order, targets, first } = wayThrough(scope);
  const [start] = order;
  if (start === undefined) return flows;
  entries[start] = begin;
  const visits: number[] = [];
  const waiting: boolean[] = [];
  waiting[start] = true;
  // What a loop brings back is looked at in the next round. Loops are counted by hand: this runs over all states at every edit.
  for (let left = 1; left > 0;) {
    for (const index of order) {
      const entry = scope.states[index];
      const input = entries[index];
      if (!waiting[index] || !entry || !input) continue;
      waiting[index] = false;
      left--;
      const flow = own(entry.state, 'QueryLanguage') === 'JSONata' ? undefined : flowOf(entry, input);
      flows[index] = flow;
      const [from = 0, to = 0] = [first[index], first[index + 1]];
      for (let way = from; way < to; way++) {
        const next = targets[way] ?? -1;
        const known = entries[next];
        // More than anything does not come, and this is so of most states.
        if (next < 0 || known === any) continue;
        const coming = flow?.leaving[way - from] ?? any;
        const joined = known ? either(known, coming) : coming;
        if (known && sameShape(known, joined)) continue;
        const count = (visits[next] = (visits[next] ?? 0) + 1);
        entries[next] = count > mostVisits ? any : joined;
        if (!waiting[next]) left++;
        waiting[next] = true;
      }
    }
  }
  return flows;
}
