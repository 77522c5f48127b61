import { own } from '../../base/index';
import type { TransitionSlot } from '../../workflow/index';
import type { Scope } from '../contract';
import { type StateVariables, noVariables } from './stateVariables';

/** Variables that have been assigned on every way to a place; null for a place that nothing leads to. */
export type Assigned = ReadonlySet<string> | null;

/**
 * Says for each state of a scope, by its index, which variables have been assigned on every way to it, `begin` being
 * there at its start. `states` has what each does with variables; nothing of those that are not in it.
 */
export function assignedAtEntry(
  scope: Scope,
  begin: ReadonlySet<string>,
  states: readonly StateVariables[],
): (index: number) => Assigned {
  const known: Assigned[] = [];
  const start = scope.names.get(String(own(scope.holder, 'StartAt')));
  if (start === undefined) return () => null;
  const waiting: number[] = [start];
  known[start] = begin;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [state, before] = [scope.states[at], known[at]];
    const variables = states[at] ?? noVariables;
    if (!state || !before) continue;
    for (const { slot, target } of state.transitions) {
      const next = scope.names.get(target);
      if (next === undefined) continue;
      const assigned = assignedOnWay(variables, slot);
      const earlier = known[next];
      const after = earlier ? common(earlier, before, assigned) : union(before, assigned);
      if (after === earlier) continue;
      known[next] = after;
      waiting.push(next);
    }
  }
  return (index) => known[index] ?? null;
}

function assignedOnWay({ onward, byRule, byCatcher }: StateVariables, slot: TransitionSlot): readonly string[] {
  if (slot.kind === 'choice') return byRule.get(slot.index) ?? [];
  if (slot.kind === 'catch') return byCatcher.get(slot.index) ?? [];
  return onward;
}

function union(names: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.every((name) => names.has(name)) ? names : new Set([...names, ...more]);
}

/** What is in `earlier` and comes over another way too; the same object where nothing is lost. */
function common(
  earlier: ReadonlySet<string>,
  before: ReadonlySet<string>,
  assigned: readonly string[],
): ReadonlySet<string> {
  if (earlier === before) return earlier;
  const kept = [...earlier].filter((name) => before.has(name) || assigned.includes(name));
  return kept.length === earlier.size ? earlier : new Set(kept);
}
