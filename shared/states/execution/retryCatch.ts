/** Retry and Catch of Task, Parallel and Map. */
import { type JsonObject, type JsonValue, isArray, isObject, jsonText, numberOf, own } from '../../base/index';
import { type CompiledResultPath, type CompiledTemplate, StateFailure } from '../../expressions/index';
import type { JsonataField, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun } from '../execution';
import { errorNames, takes } from './errorNames';
import { jsonataField, resultPathField, templateField } from './fields';
import { finishJsonata } from './outcome';
import { limitPayload } from './payload';

/** One attempt of the state's work; throws a StateFailure, at once or out of the flow. */
export type Attempt = (run: StateRun) => StateOutcome | Flow<StateOutcome>;

/**
 * The state's work with its retriers and catchers around it. `onFailed` is told when no retrier takes a failure,
 * before a catcher does; not for States.Runtime, which ends the execution where it stands.
 */
export function withRetryAndCatch(source: StateSource, attempt: Attempt, onFailed?: (run: StateRun) => void): Attempt {
  const retriers = objects(own(source.definition, 'Retry')).map(compileRetrier);
  const catchers = objects(own(source.definition, 'Catch')).map((catcher, i) => compileCatcher(source, catcher, i));
  if (retriers.length === 0 && catchers.length === 0 && onFailed === undefined) return attempt;
  return (run) => {
    const begun = begin(attempt, run);
    return 'output' in begun ? begun : handle(run, begun);
  };

  function* handle(run: StateRun, first: Flow<StateOutcome>): Flow<StateOutcome> {
    let begun: StateOutcome | Flow<StateOutcome> = first;
    // Attempts are counted per retrier and start anew with each entry of the state.
    const attempts = retriers.map(() => run.environment.hooks.retriesBefore ?? 0);
    for (;;) {
      let failure: StateFailure;
      try {
        return 'output' in begun ? begun : limited(run, yield* begun);
      } catch (problem) {
        if (!(problem instanceof StateFailure)) throw problem;
        failure = run.place(problem);
      }
      run.environment.hooks.inspect?.('failure', {
        ...(failure.error === undefined ? {} : { error: failure.error }),
        ...(failure.cause === undefined ? {} : { cause: failure.cause }),
      });
      const delay = nextDelay(retriers, attempts, failure, run);
      if (delay !== undefined) {
        run.environment.hooks.inspect?.('retryBackoffIntervalSeconds', delay);
        yield { kind: 'sleep', until: run.now() + delay * 1000, reason: 'retry' };
        run.retryCount++;
        begun = begin(attempt, run);
        continue;
      }
      if (failure.error !== 'States.Runtime' || failure.details.child === true) onFailed?.(run);
      const index = catchers.findIndex((one) => takes(one.errors, failure));
      const catcher = catchers[index];
      if (catcher === undefined) throw failure;
      run.environment.hooks.inspect?.('catchIndex', index);
      return { ...(yield* catcher.handle(run, failure)), slot: { kind: 'catch', index } };
    }
  }
}

/** Begins an attempt. A failure that comes at once is thrown by the flow, as one that comes later. */
function begin(attempt: Attempt, run: StateRun): StateOutcome | Flow<StateOutcome> {
  try {
    const begun = attempt(run);
    return 'output' in begun ? limited(run, begun) : begun;
  } catch (problem) {
    return failing(problem);
  }
}

function* failing(problem: unknown): Flow<never> {
  throw problem;
}

/** A handler that names States.DataLimitExceeded takes an output that is too large as well. */
function limited(run: StateRun, outcome: StateOutcome): StateOutcome {
  const outputText = outcome.outputText ?? jsonText(outcome.output);
  limitPayload(run, outputText, 'returned a result');
  return { ...outcome, outputText };
}

interface Retrier {
  readonly errors: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number;
  readonly fullJitter: boolean;
}

function compileRetrier(retrier: JsonObject): Retrier {
  return {
    errors: errorNames(retrier),
    intervalSeconds: numberOf(own(retrier, 'IntervalSeconds')) ?? 1,
    maxAttempts: numberOf(own(retrier, 'MaxAttempts')) ?? 3,
    backoffRate: numberOf(own(retrier, 'BackoffRate')) ?? 2,
    maxDelaySeconds: numberOf(own(retrier, 'MaxDelaySeconds')) ?? Infinity,
    fullJitter: own(retrier, 'JitterStrategy') === 'FULL',
  };
}

/** Seconds to wait before the next attempt, or undefined when no retrier takes the failure any more. */
function nextDelay(
  retriers: readonly Retrier[],
  attempts: number[],
  failure: StateFailure,
  run: StateRun,
): number | undefined {
  const index = retriers.findIndex((one) => takes(one.errors, failure));
  const retrier = retriers[index];
  const done = attempts[index] ?? 0;
  if (retrier === undefined) return undefined;
  run.environment.hooks.inspect?.('retryIndex', index);
  if (done >= retrier.maxAttempts) return undefined;
  attempts[index] = done + 1;
  const delay = Math.min(retrier.intervalSeconds * retrier.backoffRate ** done, retrier.maxDelaySeconds);
  return retrier.fullJitter ? run.random() * delay : delay;
}

interface Catcher {
  readonly errors: readonly string[];
  handle(run: StateRun, failure: StateFailure): Flow<StateOutcome>;
}

function compileCatcher(source: StateSource, catcher: JsonObject, i: number): Catcher {
  const errors = errorNames(catcher);
  const next = String(own(catcher, 'Next'));
  const at = ['Catch', i] as const;
  if (source.language === 'JSONata') {
    const output = jsonataField(source, `Catch[${String(i)}]/Output`, [...at, 'Output']);
    const assign = jsonataField(source, `Catch[${String(i)}]/Assign`, [...at, 'Assign']);
    return { errors, handle: (run, failure) => catchInJsonata(run, failure, next, output, assign) };
  }
  const resultPath = resultPathField(source, [...at, 'ResultPath']);
  const assign = templateField(source, 'Assign', [...at, 'Assign']);
  return { errors, handle: (run, failure) => catchInJsonPath(run, failure, next, resultPath, assign) };
}

// A generator like its JSONata sister, so that both kinds of catcher have one shape.

function* catchInJsonPath(
  run: StateRun,
  failure: StateFailure,
  next: string,
  resultPath: CompiledResultPath,
  assign: CompiledTemplate | undefined,
): Flow<StateOutcome> {
  const errorOutput = errorOutputOf(failure);
  const assigned = assign?.(errorOutput, run) as JsonObject | undefined;
  return { next, output: resultPath(run.input, errorOutput), assigned };
}

function* catchInJsonata(
  run: StateRun,
  failure: StateFailure,
  next: string,
  output: JsonataField | undefined,
  assign: JsonataField | undefined,
): Flow<StateOutcome> {
  const errorOutput = errorOutputOf(failure);
  return yield* finishJsonata({ input: run.input, errorOutput }, errorOutput, next, output, assign);
}

function errorOutputOf(failure: StateFailure): JsonObject {
  // A timeout has no cause in its events, but an empty one in what a catcher sees.
  const noCause = failure.error === 'States.Timeout' ? '' : null;
  return { Error: failure.error ?? null, Cause: failure.cause ?? noCause };
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}
