import type { JsonPath } from '../../base/index';
import type { PlacedScope, ScopeState, VariableFinding, VariableFindings } from '../contract';
import { assignedAtEntry, type Assigned } from './assignedAtEntry';
import type { StateVariables } from './stateVariables';

type VariablesOf = (state: ScopeState) => StateVariables;

/** A scope with what was found out about it, for the scopes inside it. */
interface Judged {
  /** All names that the scope itself assigns somewhere. */
  readonly names: ReadonlySet<string>;
  /** Names of this scope and of those around it whose variables can be read here. */
  readonly visible: ReadonlySet<string>;
  /** Names of scopes around it that a distributed Map hides. */
  readonly hidden: ReadonlySet<string>;
  readonly atEntry: (state: string) => Assigned;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Follows the variables through all scopes, outer ones first. A scope reads the variables of the scopes around it and
 * may not assign them; executions of a distributed Map do not see them.
 * Source: AWS developer guide, "Passing data between states with variables": scope.
 */
export function variableFindings(scopes: readonly PlacedScope[], variablesOf: VariablesOf): VariableFindings {
  const assignedOutside: VariableFinding[] = [];
  const outOfSight: VariableFinding[] = [];
  const unassigned: (VariableFinding & { readonly never: boolean })[] = [];
  if (!scopes.some(({ scope }) => scope.states.some((state) => usesVariables(variablesOf(state)))))
    return { assignedOutside, outOfSight, unassigned };
  const judged = new Map<PlacedScope, Judged>();
  for (const placed of scopes) {
    const outer = placed.holder === null ? undefined : judged.get(placed.holder.scope);
    const known = judge(placed, outer, variablesOf);
    judged.set(placed, known);
    const around = placed.distributed ? nobody : (outer?.visible ?? nobody);
    for (const state of placed.scope.states) {
      const { reads, assigned } = variablesOf(state);
      const place = (at: JsonPath): JsonPath => [...placed.at, 'States', state.name, ...at];
      for (const { name, at } of assigned) if (around.has(name)) assignedOutside.push({ name, at: place(at) });
      const entry = reads.length === 0 ? null : known.atEntry(state.name);
      for (const { name, at } of reads) {
        if (entry === null || entry.has(name)) continue;
        const seen = known.visible.has(name);
        if (!seen && known.hidden.has(name)) outOfSight.push({ name, at: place(at) });
        else unassigned.push({ name, at: place(at), never: !seen });
      }
    }
  }
  return { assignedOutside, outOfSight, unassigned };
}

function usesVariables({ reads, assigned }: StateVariables): boolean {
  return reads.length > 0 || assigned.length > 0;
}

function judge(placed: PlacedScope, outer: Judged | undefined, variablesOf: VariablesOf): Judged {
  const { scope, holder, distributed } = placed;
  const names = new Set(scope.states.flatMap((state) => variablesOf(state).assigned.map(({ name }) => name)));
  const around = outer?.visible ?? nobody;
  const visible = distributed || around.size === 0 ? names : new Set([...names, ...around]);
  const hidden = distributed ? new Set([...around, ...(outer?.hidden ?? nobody)]) : (outer?.hidden ?? nobody);
  const begin = distributed || !outer || !holder ? nobody : (outer.atEntry(holder.name) ?? outer.visible);
  return { names, visible, hidden, atEntry: assignedAtEntry(scope, begin, variablesOf) };
}
