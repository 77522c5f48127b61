import { type JsonObject, type JsonValue, entryOf, isObject, own } from '../base/index';
import type { Worker } from '../simulator/index';
import { allStates, rootScope, scopeOf, type StateEntry, transitionsFrom } from '../workflow/index';
import { readJsonText } from './jsonText';
import { readsOf } from './suggestInput';

/**
 * What callers would send back with the token: nobody knows, so the sample of a task that waits for one has what the
 * definition reads of its result, in the state itself and in those after it. Names of states without a reader have none.
 */
export function callerAnswers(definition: JsonObject): Readonly<Record<string, JsonObject>> {
  const states = allStates(definition);
  const waiting = states.filter(({ state }) => /\.waitForTaskToken$/.test(String(own(state, 'Resource'))));
  return Object.fromEntries(waiting.map((entry) => [entry.name, answerFor(entry, states)]));
}

/**
 * Workers that answer the tasks which wait for a token as their callers would; all others are done by another worker.
 * @param definitionText JSON; of any other text no task waits
 */
export function callersOf(definitionText: string): (others: Worker) => Worker {
  const definition = readJsonText(definitionText);
  const answers = isObject(definition) ? callerAnswers(definition) : {};
  if (Object.keys(answers).length === 0) return (others) => others;
  return (others) => (request) => {
    const answer = others(request);
    const output = request.pattern === 'waitForTaskToken' ? entryOf(answers, request.stateName) : undefined;
    if (output === undefined || answer instanceof Promise) return answer;
    return { ...answer, outcome: { kind: 'success', output } };
  };
}

function answerFor({ state, path }: StateEntry, states: readonly StateEntry[]): JsonObject {
  const selector = own(state, 'ResultSelector');
  const assigned = own(state, 'Assign');
  const output = own(state, 'Output');
  // What the state itself takes out of the result.
  const taken = readsOf([selector ?? null, assigned ?? null, output ?? null], 'result');
  if (selector !== undefined || output !== undefined) return taken;
  const resultPath = own(state, 'ResultPath');
  const scope = scopeOf(path) ?? rootScope;
  const after = followersOf(
    state,
    states.filter((each) => scopeOf(each.path) === scope),
  );
  const later = readsOf(after, 'input');
  const place = typeof resultPath === 'string' ? resultPath.split('.').slice(1) : [];
  const there = resultPath === null ? undefined : place.reduce<JsonValue | undefined>(memberAt, later);
  return { ...(isObject(there) ? there : {}), ...taken };
}

function memberAt(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) ? own(value, name) : undefined;
}

/** The states that can follow one in its scope. */
function followersOf(first: JsonObject, scope: readonly StateEntry[]): readonly JsonObject[] {
  const byName = new Map(scope.map(({ name, state }) => [name, state]));
  const found = new Set<JsonObject>();
  const open = [first];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const { target } of transitionsFrom(state)) {
      const next = byName.get(target);
      if (next === undefined || found.has(next)) continue;
      found.add(next);
      open.push(next);
    }
  }
  found.delete(first);
  return [...found];
}
