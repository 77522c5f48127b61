import type { JsonObject, JsonValue } from '#shared/base/index';
import type { StateVisit } from '#shared/history/index';
import type { StateData } from '#shared/language/index';
import { readJsonText, wholeView } from '#shared/runs/index';
import { getState } from '../store';
import { shownRun } from './runStore';

const known = new WeakMap<StateVisit, StateData>();

/** What a state had in the run on screen, when it was last entered; undefined where it was not. */
export function stateData(name: string): StateData | undefined {
  const { activeId } = getState();
  const run = activeId === null ? null : shownRun(activeId);
  const visit = run && wholeView(run).visits.findLast((each) => each.name === name);
  if (!visit) return undefined;
  let data = known.get(visit);
  if (!data) known.set(visit, (data = dataOf(visit)));
  return data;
}

/** The variables that were assigned before a state was last entered in the run on screen. */
export function variablesBefore(name: string): JsonObject {
  const { activeId } = getState();
  const run = activeId === null ? null : shownRun(activeId);
  const visits = run ? wholeView(run).visits : [];
  const last = visits.findLast((visit) => visit.name === name);
  const variables: Record<string, JsonValue> = {};
  for (const visit of visits) {
    if (visit === last) break;
    for (const [variable, text] of Object.entries(visit.assigned ?? {})) variables[variable] = readJsonText(text);
  }
  return variables;
}

function dataOf({ input, attempts, output, error, cause }: StateVisit): StateData {
  const ended = attempts.findLast(({ result }) => result !== undefined);
  const failed = attempts.findLast(({ status }) => status === 'failed' || status === 'timedOut') ?? { error, cause };
  return {
    ...value('input', input),
    // Parallel and Map have no attempt with a result: what they gave is what went out.
    ...value('result', ended?.result ?? output),
    ...(failed.error === undefined ? {} : { error: { Error: failed.error, Cause: failed.cause ?? '' } }),
  };
}

function value(stage: 'input' | 'result', text: string | undefined): StateData {
  if (text === undefined) return {};
  try {
    return { [stage]: JSON.parse(text) as JsonValue };
  } catch {
    // AWS cuts long payloads off in what it gives of a history.
    return {};
  }
}
