import { type JsonValue, isArray, isObject, jsonText, own } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { CompileState, StateSource } from '../compiling';
import type { ChildEnd, CompiledScope, Flow, StateOutcome, StateRun } from '../execution';
import { emitAborted } from '../execution/abortedState';
import { evaluate, jsonataField, pathField, resultPathField, templateField } from '../execution/fields';
import { compileFinish, compileJsonataFinish } from '../execution/outcome';
import { mockedResult } from '../execution/mockedResult';
import { limitPayload } from '../execution/payload';
import { withRetryAndCatch } from '../execution/retryCatch';

/** Parallel: every branch on the same input; the outputs in the order of the branches. */
export const compileParallel: CompileState = (source) => {
  const branches = compileBranches(source);
  const attempt = source.language === 'JSONata' ? jsonataAttempt(source, branches) : jsonPathAttempt(source, branches);
  return withRetryAndCatch(source, attempt, (run) => run.emit('ParallelStateFailed', undefined));
};

function compileBranches(source: StateSource): readonly CompiledScope[] {
  const branches = own(source.definition, 'Branches');
  if (!isArray(branches)) return [];
  return branches.filter(isObject).map((branch, i) => source.compileScope(branch, ['Branches', i]));
}

function jsonPathAttempt(
  source: StateSource,
  branches: readonly CompiledScope[],
): (run: StateRun) => Flow<StateOutcome> {
  const inputPath = pathField(source, 'InputPath');
  const parameters = templateField(source, 'Parameters');
  const selector = templateField(source, 'ResultSelector');
  const resultPath = resultPathField(source);
  const finish = compileFinish(source);
  return function* (run): Flow<StateOutcome> {
    const effective = inputPath === undefined ? run.input : inputPath(run.input, run);
    run.environment.hooks.inspect?.('afterInputPath', effective);
    const sent = parameters === undefined ? effective : parameters(effective, run);
    run.environment.hooks.inspect?.('afterParameters', sent);
    const { result, text } = yield* runBranches(run, branches, sent);
    run.environment.hooks.inspect?.('result', result);
    const selected = selector === undefined ? result : selector(result, run);
    run.environment.hooks.inspect?.('afterResultSelector', selected);
    const output = resultPath(run.input, selected);
    run.environment.hooks.inspect?.('afterResultPath', output);
    return finish(run, result, output, output === result ? text : undefined);
  };
}

function jsonataAttempt(
  source: StateSource,
  branches: readonly CompiledScope[],
): (run: StateRun) => Flow<StateOutcome> {
  const argumentsField = jsonataField(source, 'Arguments');
  const finish = compileJsonataFinish(source);
  return function* (run): Flow<StateOutcome> {
    const sent = argumentsField === undefined ? run.input : yield* evaluate(argumentsField, { input: run.input });
    if (argumentsField !== undefined) run.environment.hooks.inspect?.('afterArguments', sent);
    const { result, text } = yield* runBranches(run, branches, sent);
    run.environment.hooks.inspect?.('result', result);
    const finished = finish(run, { input: run.input, result }, result);
    const outcome = 'output' in finished ? finished : yield* finished;
    return outcome.output === result ? { ...outcome, outputText: text } : outcome;
  };
}

interface Joined {
  readonly result: JsonValue;
  readonly text?: string;
}

function* runBranches(run: StateRun, branches: readonly CompiledScope[], input: JsonValue): Flow<Joined> {
  const inputText = (input === run.input ? run.inputText : undefined) ?? jsonText(input);
  limitPayload(run, inputText, 'provided parameters');
  const retained = run.children.takeRetained();
  const started = retained === undefined ? run.emit('ParallelStateStarted', undefined) : run.lastEventId;
  const mocked = run.environment.hooks.mockedChildren?.(branches.length, () => true);
  if (mocked !== undefined) return { result: mockedResult(mocked) };
  const outputs: JsonValue[] = branches.map(() => null);
  let open = 0;
  branches.forEach((scope, index) => {
    const output = retained?.outputs.get(index);
    if (output !== undefined) outputs[index] = output;
    else {
      open++;
      run.children.start({ index, scope, input, inputText, previousEventId: started });
    }
  });
  while (open > 0) {
    const end = (yield { kind: 'child' }) as ChildEnd;
    run.continueFrom(end.lastEventId);
    if (end.kind === 'failed') throw failBranches(run, end);
    outputs[end.index] = end.output;
    open--;
  }
  const text = jsonText(outputs);
  limitPayload(run, text, 'returned a result');
  run.emitAside(run.lastEventId, 'ParallelStateSucceeded', undefined);
  return { result: outputs, text };
}

/** One branch failed: the others stop, each state they were in with an event of its own. */
function failBranches(run: StateRun, end: ChildEnd & { readonly kind: 'failed' }): StateFailure {
  emitAborted(run, end.lastEventId, end.stateType);
  for (const child of run.children.abort()) {
    emitAborted(run, end.lastEventId, child.stateType);
  }
  return new StateFailure(end.failure.error, end.failure.cause, { child: true, branch: true });
}
