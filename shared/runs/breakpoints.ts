import type { JsonValue } from '../base/json';
import { stateName, type StatePath } from '../workflow/paths';
import { readJsonText } from './jsonText';
import type { Run } from './run';
import { wholeView, type Stops } from './stepping';

export interface BreakCondition {
  /** Only at the nth entry, counted from 1; null for every one. */
  readonly nth: number | null;
  /** JSONata over `input` and `variables`; empty for always. */
  readonly expression: string;
}

interface Wanted {
  readonly breakpoints: readonly StatePath[];
  readonly conditions: Readonly<Record<string, BreakCondition>>;
  readonly onError: boolean;
}

/** Where the breakpoints of a document stop a run: the entries of their states that meet their conditions. */
export async function stopsFor(run: Run, { breakpoints, conditions, onError }: Wanted): Promise<Stops> {
  const names = new Set(breakpoints.map(stateName));
  const ids = new Set<number>();
  const entries = new Map<string, number>();
  const variables: Record<string, JsonValue> = {};
  for (const visit of wholeView(run).visits) {
    const nth = (entries.get(visit.name) ?? 0) + 1;
    entries.set(visit.name, nth);
    const condition = conditions[visit.name];
    if (names.has(visit.name) && (await meets(condition, nth, visit.input, variables))) ids.add(visit.id);
    for (const [name, text] of Object.entries(visit.assigned ?? {})) variables[name] = readJsonText(text);
  }
  return { ids, onError };
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
  const { default: jsonata } = await import('jsonata');
  try {
    return (await jsonata(condition.expression).evaluate({ input: readJsonText(input), variables })) === true;
  } catch {
    // A condition that cannot be evaluated stops, so that it is noticed.
    return true;
  }
}
