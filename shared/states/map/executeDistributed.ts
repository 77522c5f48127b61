import { type JsonObject, type JsonValue, jsonText, own } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { Flow, StateRun } from '../execution';
import { refuseInExpress } from '../execution/express';
import { mockedResult } from '../execution/mockedResult';
import { limitPayload } from '../execution/payload';
import { placedItem, type MapResult, type ReadItem, type RunItems, type SelectItem } from './executeContract';
import { compileBatcher, type Batch } from './executeBatcher';
import { compileItems } from './executeItems';
import { runChildren } from './executeMapRun';
import { compileNumber, concurrencyRule } from './executeNumbers';
import { compileReader } from './executeReader';
import { type Tolerance, compileTolerance, thresholdExceeded, tolerates } from './executeTolerance';
import { compileWriter } from './executeWriter';

const exitPointsToStartSince = '2024-09-01';

/** A distributed Map: each item, or batch of items, as a child execution with a history of its own. */
export function compileDistributed(
  source: StateSource,
  processor: JsonObject,
  key: string,
  select: SelectItem,
): RunItems {
  const { definition } = source;
  const scope = source.compileScope(processor, [key]);
  const config = own(processor, 'ProcessorConfig') as JsonObject;
  const express = own(config, 'ExecutionType') === 'EXPRESS';
  const label = own(definition, 'Label');
  const readItems = compileItems(source, 'distributed');
  const reader = compileReader(source);
  const batcher = compileBatcher(source);
  const writer = compileWriter(source);
  const concurrency = compileNumber(source, definition, 'MaxConcurrency', ['MaxConcurrency'], concurrencyRule);
  const readTolerance = compileTolerance(source);

  return function* (effective, run): Flow<MapResult> {
    refuseInExpress(run, 'a distributed Map');
    const wanted = yield* concurrency(effective, run);
    let given = reader === undefined ? yield* readItems(effective, run) : undefined;
    const retained = run.children.takeRetained();
    if (retained === undefined) run.emit('MapStateStarted', { length: given?.length ?? 0 });
    const tolerance = yield* readTolerance(effective, run);
    const maxItems = reader === undefined ? undefined : yield* reader.maxItems(effective, run);
    inspectNumbers(run, wanted, tolerance);
    const limit = wanted || 10_000;
    const { settings } = run.environment;
    const name = typeof label === 'string' ? label : run.uuid();
    const mapRunArn = retained?.mapRunArn ?? newMapRunArn(run, name);
    const started = run.emit(retained?.mapRunArn === undefined ? 'MapRunStarted' : 'MapRunRedriven', { mapRunArn });
    try {
      // Not held by name: there may be a million items, of which only what the children get is needed on.
      const inputs = yield* batcher(
        effective,
        run,
        yield* selectAll(
          reader === undefined ? (given ?? []) : yield* reader.read(effective, run, maxItems ?? 0),
          effective,
          run,
          select,
        ),
      );
      given = undefined;
      const mocked = run.environment.hooks.mockedChildren?.(inputs.length, (failed) =>
        tolerates(tolerance, failed, inputs.length),
      );
      if (mocked !== undefined) return { result: mockedResult(mocked) };
      const mapRun = { arn: mapRunArn, label: name, express, limit };
      const { results, exceeded } = yield* runChildren(run, scope, inputs, tolerance, mapRun, retained?.outputs);
      const result = yield* writer(effective, run, results, mapRunArn, exceeded);
      if (exceeded) throw thresholdExceeded();
      const text = jsonText(result);
      limitPayload(run, text, 'returned a result');
      const succeeded = run.emitAside(started, 'MapRunSucceeded', undefined);
      run.emitAside(succeeded, 'MapStateSucceeded', undefined);
      // Recordings up to June 2024 have MapStateExited point to MapRunSucceeded, those from November 2024 on to MapRunStarted.
      if (settings.awsAsOf < exitPointsToStartSince) run.continueFrom(succeeded);
      return { result, text };
    } catch (problem) {
      if (problem instanceof StateFailure && problem.details.mapRun === true) emitFailed(run, problem);
      throw problem;
    }
  };
}

function newMapRunArn(run: StateRun, label: string): string {
  const { partition, region, accountId, stateMachineName } = run.environment.settings;
  return `arn:${partition}:states:${region}:${accountId}:mapRun:${stateMachineName}/${label}:${run.uuid()}`;
}

function inspectNumbers(run: StateRun, concurrency: number | undefined, tolerance: Tolerance): void {
  run.environment.hooks.inspect?.('maxConcurrency', concurrency ?? 0);
  if (tolerance.count !== undefined) run.environment.hooks.inspect?.('toleratedFailureCount', tolerance.count);
  if (tolerance.percentage !== undefined)
    run.environment.hooks.inspect?.('toleratedFailurePercentage', tolerance.percentage);
}

function emitFailed(run: StateRun, failure: StateFailure): void {
  run.emit('MapRunFailed', {
    ...(failure.error === undefined ? {} : { error: failure.error }),
    ...(failure.cause === undefined ? {} : { cause: failure.cause }),
  });
}

function* selectAll(
  items: readonly ReadItem[],
  effective: JsonValue,
  run: StateRun,
  select: SelectItem,
): Flow<readonly Batch[]> {
  const selected: Batch[] = [];
  for (const [index, item] of items.entries()) {
    selected.push({ input: yield* select(effective, placedItem(index, item), run), items: 1 });
  }
  run.environment.hooks.inspect?.(
    'afterItemSelector',
    selected.map((one) => one.input),
  );
  return selected;
}
