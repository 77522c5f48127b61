import {
  type JsonObject,
  type JsonPath,
  type JsonValue,
  type Result,
  fail,
  isObject,
  numberOf,
  ok,
  own,
  parseJsonText,
} from '../base/index';
import type { CompiledJsonata } from '../expressions/index';
import {
  type CompileProblem,
  type CompileState,
  type CompiledScope,
  type CompiledState,
  type StateSource,
  checkAssignedNames,
  compileChoice,
  compileFail,
  compileMap,
  compileParallel,
  compilePass,
  compileSucceed,
  compileTask,
  compileWait,
} from '../states/index';
import { stateEvents } from '../history/index';
import { type QueryLanguage, type StateType, isStateType } from '../asl/index';

/** A definition made ready to run. It holds no state of a run: any number of executions may share it. */
export interface Program {
  readonly scope: CompiledScope;
  /** What `evaluate` effects name by number. */
  readonly expressions: readonly CompiledJsonata[];
  readonly timeoutSeconds: number | undefined;
  readonly definition: JsonObject;
}

const compilers: Readonly<Record<StateType, CompileState>> = {
  Pass: compilePass,
  Task: compileTask,
  Choice: compileChoice,
  Wait: compileWait,
  Succeed: compileSucceed,
  Fail: compileFail,
  Parallel: compileParallel,
  Map: compileMap,
};

/** How deep Maps and Parallels may stand in each other: far beyond any machine, short of the host's stack. */
const maxDepth = 100;

/**
 * Compiles a definition, given as text or as parsed JSON. Text keeps the spelling of its numbers (`1.0`).
 * The problems are those that keep a state from running; checking a document is validation's work.
 */
export function compile(definition: string | JsonValue): Result<Program, readonly CompileProblem[]> {
  let root: JsonValue;
  try {
    root = typeof definition === 'string' ? parseJsonText(definition) : definition;
  } catch (problem) {
    return fail([{ code: 'INVALID_JSON', message: problem instanceof Error ? problem.message : 'Not JSON', at: [] }]);
  }
  if (!isObject(root)) return fail([{ code: 'INVALID_DEFINITION', message: 'A definition is a JSON object', at: [] }]);
  try {
    return compileRoot(root);
  } catch (problem) {
    if (problem instanceof RangeError)
      return fail([{ code: 'TOO_DEEP', message: 'The definition is nested too deep to run', at: [] }]);
    throw problem;
  }
}

/** What compiling gathers on its way through all scopes. */
interface Found {
  readonly problems: CompileProblem[];
  readonly expressions: CompiledJsonata[];
}

function compileRoot(root: JsonObject): Result<Program, readonly CompileProblem[]> {
  const problems: CompileProblem[] = [];
  const language = own(root, 'QueryLanguage') === 'JSONata' ? 'JSONata' : 'JSONPath';
  const expressions: CompiledJsonata[] = [];
  const scope = compileScope(root, [], language, { problems, expressions });
  if (problems.length > 0) return fail(problems);
  return ok({ scope, expressions, timeoutSeconds: numberOf(own(root, 'TimeoutSeconds')), definition: root });
}

function compileScope(definition: JsonObject, at: JsonPath, language: QueryLanguage, found: Found): CompiledScope {
  const { problems } = found;
  const states = new Map<string, CompiledState>();
  const startAt = own(definition, 'StartAt');
  const sources = own(definition, 'States');
  if (at.length > maxDepth * 4) {
    problems.push({ code: 'TOO_DEEP', message: 'Maps and Parallels are nested too deep to run', at });
    return { startAt: '', states };
  }
  for (const [name, state] of isObject(sources) ? Object.entries(sources) : []) {
    if (isObject(state)) states.set(name, compileState(name, state, [...at, 'States', name], language, found));
    else
      problems.push({ code: 'INVALID_STATE', message: `"${name}" is not a JSON object`, at: [...at, 'States', name] });
  }
  if (typeof startAt !== 'string' || !states.has(startAt)) {
    problems.push({ code: 'MISSING_START', message: 'StartAt names no state of its scope', at: [...at, 'StartAt'] });
  }
  return { startAt: String(startAt), states };
}

function compileState(
  name: string,
  definition: JsonObject,
  at: JsonPath,
  inherited: QueryLanguage,
  found: Found,
): CompiledState {
  const { problems, expressions } = found;
  const type = String(own(definition, 'Type'));
  const own_ = own(definition, 'QueryLanguage');
  const language = own_ === 'JSONata' || own_ === 'JSONPath' ? own_ : inherited;
  const source: StateSource = {
    name,
    definition,
    language,
    at,
    report: (code, message, below) => problems.push({ code, message, at: [...at, ...below] }),
    // A nested scope keeps the machine's query language: a state's own does not reach the states inside it.
    compileScope: (scope, below) => compileScope(scope, [...at, ...below], inherited, found),
    addExpression: (expression) => expressions.push(expression) - 1,
  };
  checkAssignedNames(source);
  if (!isStateType(type)) {
    problems.push({ code: 'UNKNOWN_STATE_TYPE', message: `"${type}" is not a state type`, at: [...at, 'Type'] });
    // Never run: a program with problems is none.
    return { name, type: 'Pass', events: stateEvents.Pass, run: () => ({ next: undefined, output: null }) };
  }
  return { name, type, events: stateEvents[type], run: compilers[type](source) };
}
