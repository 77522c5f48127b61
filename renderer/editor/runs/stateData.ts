import type { JsonObject, JsonValue } from '#shared/base/index';
import type { StateVisit } from '#shared/history/index';
import type { StateData } from '#shared/language/index';
import { readJsonText } from '#shared/runs/index';
import { getState } from '../store';
import { playbackOf, shownRun, viewAt } from './runStore';

const known = new WeakMap<StateVisit, StateData>();

/** Every visit of the run on screen up to its cursor. */
function visitsAtCursor(): readonly StateVisit[] {
  const { activeId } = getState();
  const run = activeId === null ? null : shownRun(activeId);
  return activeId !== null && run ? viewAt(run, playbackOf(activeId).position).visits : [];
}

/** What a state has in the run on screen at its cursor, from when it was last entered; undefined where it was not. */
export function stateData(name: string): StateData | undefined {
  const visit = visitsAtCursor().findLast((each) => each.name === name);
  if (!visit) return undefined;
  let data = known.get(visit);
  if (!data) known.set(visit, (data = dataOf(visit)));
  return data;
}

/** The variables that were assigned before a state was last entered in the run on screen. */
export function variablesBefore(name: string): JsonObject {
  const visits = visitsAtCursor();
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
