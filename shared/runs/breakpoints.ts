import { type JsonValue, entryOf } from '../base/index';
import { evaluateJsonata } from '../expressions/index';
import { type StatePath, stateName } from '../workflow/index';
import type { BreakCondition } from './configuration';
import { readJsonText } from './jsonText';
import type { ShownRun } from './run';
import { wholeView } from './stepping';

/** Breakpoints as a document and its run configuration have them. */
export interface Breakpoints {
  readonly breakpoints: readonly StatePath[];
  /** By name of the state. */
  readonly conditions: Readonly<Record<string, BreakCondition>>;
}

/** Whether expressions have to be evaluated, which may take for ever: then {@link breakpointIds} runs where it can be ended. */
export function hasExpressions({ breakpoints, conditions }: Breakpoints): boolean {
  return breakpoints.some((state) => (entryOf(conditions, stateName(state))?.expression ?? '').trim() !== '');
}

/** The ids of the events at which breakpoints stop a run: the entries of their states that meet their conditions. */
export async function breakpointIds(
  run: ShownRun,
  { breakpoints, conditions }: Breakpoints,
): Promise<ReadonlySet<number>> {
  const names = new Set(breakpoints.map(stateName));
  const ids = new Set<number>();
  const entries = new Map<string, number>();
  const variables: Record<string, JsonValue> = {};
  for (const visit of wholeView(run).visits) {
    const nth = (entries.get(visit.name) ?? 0) + 1;
    entries.set(visit.name, nth);
    const condition = entryOf(conditions, visit.name);
    if (names.has(visit.name) && (await meets(condition, nth, visit.input, variables))) ids.add(visit.id);
    for (const [name, text] of Object.entries(visit.assigned ?? {})) variables[name] = readJsonText(text);
  }
  return ids;
}

async function meets(
  condition: BreakCondition | undefined,
  nth: number,
  input: string | undefined,
  variables: Record<string, JsonValue>,
): Promise<boolean> {
  if (!condition) return true;
  if (condition.nth !== null && condition.nth !== nth) return false;
  if (condition.expression.trim() === '') return true;
  const result = await evaluateJsonata(condition.expression, { input: readJsonText(input), variables });
  // A condition that cannot be evaluated stops, so that it is noticed.
  return !result.ok || result.value === true;
}
