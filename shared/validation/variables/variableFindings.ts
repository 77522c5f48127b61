import type { QueryLanguage } from '../../asl/index';
import type { PlacedScope, Scope, VariableFinding, VariableFindings } from '../contract';
import { languageOf } from '../languageOf';
import { Remembered } from '../remembered';
import { assignedAtEntry, type Assigned } from './assignedAtEntry';
import { type PlacedName, type StateVariables, noVariables } from './stateVariables';

/** A scope with what was found out about it, for the scopes inside it. */
interface Judged {
  /** What each of its states has to do with variables, in their order. */
  readonly states: readonly StateVariables[];
  /** Names of this scope and of those around it whose variables can be read here. */
  readonly visible: ReadonlySet<string>;
  /** Names of scopes around it that a distributed Map hides. */
  readonly hidden: ReadonlySet<string>;
  /** By the index of a state: what has been assigned before it. */
  readonly atEntry: (index: number) => Assigned;
}

const nobody: ReadonlySet<string> = new Set();
const noStates: Judged['states'] = [];

const known = new Remembered<{ readonly language: QueryLanguage; readonly states: Judged['states'] }>();

/** What each state of a scope has to do with variables; `noStates` where none has. */
function variablesIn(scope: Scope, language: QueryLanguage): Judged['states'] {
  const last = scope.memory.get(known);
  if (last?.language === language) return last.states;
  const read = scope.states.map(({ state, memory }) => memory.variables(languageOf(state, language)));
  const states = read.every((variables) => variables === noVariables) ? noStates : read;
  scope.memory.keep(known, { language, states });
  return states;
}

/**
 * Follows the variables through all scopes, outer ones first. A scope reads the variables of the scopes around it and
 * may not assign them; executions of a distributed Map do not see them.
 * Source: AWS developer guide, "Passing data between states with variables": scope.
 */
export function variableFindings(scopes: readonly PlacedScope[], machineLanguage: QueryLanguage): VariableFindings {
  const found = { assignedOutside: [], outOfSight: [], unassigned: [] } satisfies VariableFindings;
  const read = scopes.map(({ scope }) => variablesIn(scope, machineLanguage));
  // Most machines have no variables at all.
  if (read.every((states) => states === noStates)) return found;
  const judged = new Map<PlacedScope, Judged>();
  for (const [index, placed] of scopes.entries()) {
    const outer = placed.holder === null ? undefined : judged.get(placed.holder.scope);
    const here = judge(placed, outer, read[index] ?? noStates);
    judged.set(placed, here);
    report(placed, here, placed.distributed ? nobody : (outer?.visible ?? nobody), found);
  }
  return found;
}

function judge(
  { scope, holder, distributed }: PlacedScope,
  outer: Judged | undefined,
  states: Judged['states'],
): Judged {
  const names = new Set<string>();
  for (const { assigned } of states) for (const { name } of assigned) names.add(name);
  const around = outer?.visible ?? nobody;
  const visible = distributed || around.size === 0 ? names : new Set([...names, ...around]);
  const hidden = distributed ? new Set([...around, ...(outer?.hidden ?? nobody)]) : (outer?.hidden ?? nobody);
  const holderIndex = holder?.scope.scope.names.get(holder.name) ?? -1;
  const begin = distributed || !outer ? nobody : (outer.atEntry(holderIndex) ?? outer.visible);
  return { states, visible, hidden, atEntry: assignedAtEntry(scope, begin, states) };
}

interface Found {
  readonly assignedOutside: VariableFinding[];
  readonly outOfSight: VariableFinding[];
  readonly unassigned: (VariableFinding & { readonly never: boolean })[];
}

function report(placed: PlacedScope, known: Judged, around: ReadonlySet<string>, found: Found): void {
  for (const [index, { reads, assigned }] of known.states.entries()) {
    if (reads.length === 0 && (assigned.length === 0 || around.size === 0)) continue;
    const place = ({ name, at }: PlacedName): VariableFinding => ({
      name,
      at: [...placed.at, 'States', placed.scope.states[index]?.name ?? '', ...at],
    });
    for (const each of assigned) if (around.has(each.name)) found.assignedOutside.push(place(each));
    const entry = known.atEntry(index);
    for (const each of reads) {
      if (entry === null || entry.has(each.name)) continue;
      const seen = known.visible.has(each.name);
      if (!seen && known.hidden.has(each.name)) found.outOfSight.push(place(each));
      else found.unassigned.push({ ...place(each), never: !seen });
    }
  }
}
