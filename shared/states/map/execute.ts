import { type JsonObject, type JsonValue, isObject, jsonText, own } from '../../base/index';
import { runtimeFailure } from '../../expressions/index';
import type { CompileState, StateSource } from '../compiling';
import type { Flow, StateOutcome, StateRun } from '../execution';
import { evaluate, jsonataField, pathField, resultPathField, templateField } from '../execution/fields';
import { compileFinish, compileJsonataFinish } from '../execution/outcome';
import { mockedResult } from '../execution/mockedResult';
import { limitPayload } from '../execution/payload';
import { withRetryAndCatch } from '../execution/retryCatch';
import { compileDistributed } from './executeDistributed';
import { runIterations } from './executeIterations';
import { itemInput, type MapResult, type RunItems, type SelectItem } from './executeContract';
import { compileItems } from './executeItems';
import { compileNumber, concurrencyRule } from './executeNumbers';

/** Map: the item processor once for each item, inline or as executions of their own. */
export const compileMap: CompileState = (source) => {
  const processor = own(source.definition, 'ItemProcessor') ?? own(source.definition, 'Iterator');
  const key = own(source.definition, 'ItemProcessor') === undefined ? 'Iterator' : 'ItemProcessor';
  if (!isObject(processor)) {
    source.report('MISSING_FIELD', 'A Map needs an ItemProcessor', ['ItemProcessor']);
    return () => {
      throw runtimeFailure('The Map has no ItemProcessor.');
    };
  }
  const config = own(processor, 'ProcessorConfig');
  const distributed = isObject(config) && own(config, 'Mode') === 'DISTRIBUTED';
  const select = compileSelect(source);
  const items = distributed
    ? compileDistributed(source, processor, key, select)
    : compileInline(source, processor, key, select);
  const attempt = source.language === 'JSONata' ? jsonataAttempt(source, items) : jsonPathAttempt(source, items);
  return withRetryAndCatch(source, attempt, (run) => run.emit('MapStateFailed', undefined));
};

function compileInline(source: StateSource, processor: JsonObject, key: string, select: SelectItem): RunItems {
  const scope = source.compileScope(processor, [key]);
  const readItems = compileItems(source, 'inline');
  const concurrency = compileNumber(source, source.definition, 'MaxConcurrency', ['MaxConcurrency'], concurrencyRule);
  return function* (effective, run): Flow<MapResult> {
    const limit = yield* concurrency(effective, run);
    const items = yield* readItems(effective, run);
    const retained = run.children.takeRetained();
    const started = retained === undefined ? run.emit('MapStateStarted', { length: items.length }) : run.lastEventId;
    run.environment.hooks.inspect?.('maxConcurrency', limit ?? 0);
    const mocked = run.environment.hooks.mockedChildren?.(items.length, () => true);
    if (mocked !== undefined) return { result: mockedResult(mocked) };
    const outputs = yield* runIterations(run, scope, items, limit || 40, started, retained?.outputs, (item) =>
      select(effective, item, run),
    );
    const text = jsonText(outputs);
    limitPayload(run, text, 'returned a result');
    run.emitAside(run.lastEventId, 'MapStateSucceeded', undefined);
    return { result: outputs, text };
  };
}

function compileSelect(source: StateSource): SelectItem {
  if (source.language === 'JSONata') {
    const selector = jsonataField(source, 'ItemSelector');
    return function* (_effective, item, run): Flow<JsonValue> {
      if (selector === undefined) return itemInput(item);
      return yield* evaluate(selector, { input: run.input }, item);
    };
  }
  const selector = templateField(source, 'ItemSelector') ?? templateField(source, 'Parameters');

  return function* (effective, item, run): Flow<JsonValue> {
    return selector === undefined ? itemInput(item) : selector(effective, run.forItem(item));
  };
}

function jsonPathAttempt(source: StateSource, items: RunItems): (run: StateRun) => Flow<StateOutcome> {
  const inputPath = pathField(source, 'InputPath');
  const selector = templateField(source, 'ResultSelector');
  const resultPath = resultPathField(source);
  const finish = compileFinish(source);
  return function* (run): Flow<StateOutcome> {
    const effective = inputPath === undefined ? run.input : inputPath(run.input, run);
    run.environment.hooks.inspect?.('afterInputPath', effective);
    const { result, text } = yield* items(effective, run);
    run.environment.hooks.inspect?.('result', result);
    const selected = selector === undefined ? result : selector(result, run);
    run.environment.hooks.inspect?.('afterResultSelector', selected);
    const output = resultPath(run.input, selected);
    run.environment.hooks.inspect?.('afterResultPath', output);
    return finish(run, result, output, output === result ? text : undefined);
  };
}

function jsonataAttempt(source: StateSource, items: RunItems): (run: StateRun) => Flow<StateOutcome> {
  const finish = compileJsonataFinish(source);
  return function* (run): Flow<StateOutcome> {
    const { result, text } = yield* items(run.input, run);
    run.environment.hooks.inspect?.('result', result);
    const finished = finish(run, { input: run.input, result }, result);
    const outcome = 'output' in finished ? finished : yield* finished;
    return outcome.output === result ? { ...outcome, outputText: text } : outcome;
  };
}
