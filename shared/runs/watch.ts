import type { QueryLanguage } from '../asl/index';
import { type JsonObject, type JsonValue, type Result, fail, ok, randomUuid, seededRandom } from '../base/index';
import {
  type Environment,
  PathNotFound,
  StateFailure,
  compileDynamic,
  compileJsonataTemplate,
} from '../expressions/index';
import type { RunView, ScopeRef, StateVisit } from '../history/index';
import { readJsonText } from './jsonText';

/** What expressions see at one event of a run. Plain data: they are evaluated where they can be ended. */
export interface WatchData {
  /** That of the state at the event. */
  readonly language: QueryLanguage;
  readonly input: JsonValue;
  /** Absent where the state has none yet. */
  readonly result?: JsonValue;
  readonly error?: JsonValue;
  readonly variables: JsonObject;
  /** The context object, as far as a history tells it. */
  readonly context: JsonObject;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** What expressions see at the end of a view, in one of its visits; before the first one, what the execution was given. */
export function watchData(view: RunView, visit: StateVisit | null, language: QueryLanguage): WatchData {
  const executionInput = readJsonText(view.input);
  const attempt = visit?.attempts.at(-1);
  const result = attempt?.result ?? visit?.output;
  const error = attempt?.error ?? visit?.error;
  const entered = visit && { Name: visit.name, EnteredTime: new Date(visit.enteredTime).toISOString() };
  return {
    language,
    input: visit ? readJsonText(visit.input) : executionInput,
    ...(result === undefined ? {} : { result: readJsonText(result) }),
    ...(error === undefined ? {} : { error: { Error: error, Cause: attempt?.cause ?? visit?.cause ?? '' } }),
    variables: variablesIn(view, visit),
    context: { Execution: { Input: executionInput }, ...(entered ? { State: entered } : {}) },
    time: view.time ?? 0,
  };
}

/** Variables that a visit sees: those assigned in its own scope and in the scopes around it. */
function variablesIn(view: RunView, visit: StateVisit | null): JsonObject {
  const byId = new Map(view.visits.map((each) => [each.id, each]));
  const scopes = new Set<string>(['root']);
  for (let scope: ScopeRef | undefined = visit?.scope; scope && scope.kind !== 'root';) {
    scopes.add(keyOf(scope));
    scope = byId.get(scope.visit)?.scope;
  }
  const variables: Record<string, JsonValue> = {};
  for (const { scope, assigned } of view.visits) {
    if (!assigned || !scopes.has(keyOf(scope))) continue;
    for (const [name, text] of Object.entries(assigned)) variables[name] = readJsonText(text);
  }
  return variables;
}

function keyOf(scope: ScopeRef): string {
  return scope.kind === 'root' ? 'root' : `${scope.kind} ${scope.visit} ${scope.index}`;
}

/**
 * What expressions give: `{% %}` is JSONata; anything else is read in the query language of the state, as its fields have it.
 * The problem says why one gives nothing. They have no time limit of their own.
 */
export function watched(
  expressions: readonly string[],
  data: WatchData,
): Promise<readonly Result<JsonValue, string>[]> {
  const random = seededRandom(1);
  const environment: Environment = {
    variables: data.variables,
    context: () => data.context,
    random,
    uuid: () => randomUuid(random),
    now: () => data.time,
  };
  return Promise.all(expressions.map((expression) => valueOf(expression.trim(), data, environment)));
}

async function valueOf(text: string, data: WatchData, environment: Environment): Promise<Result<JsonValue, string>> {
  try {
    const isMarked = /^\{%[\s\S]*%\}$/.test(text);
    if (isMarked || data.language === 'JSONata') {
      const compiled = compileJsonataTemplate(isMarked ? text : `{% ${text} %}`, 'watch');
      if (!compiled.ok) return fail(compiled.problem.message);
      const { input, result, error } = data;
      const states = {
        input,
        ...(result === undefined ? {} : { result }),
        ...(error === undefined ? {} : { errorOutput: error }),
      };
      return ok((await compiled.value?.evaluate(states, environment)) ?? null);
    }
    const compiled = compileDynamic(text);
    return compiled.ok ? ok(compiled.value(data.input, environment)) : fail(compiled.problem);
  } catch (problem) {
    if (problem instanceof PathNotFound) return fail('The path leads to nothing in this data.');
    if (problem instanceof StateFailure) return fail(problem.cause ?? problem.error ?? 'It fails.');
    throw problem;
  }
}
