import { type JsonObject, type JsonValue, own } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { StateSource } from '../compiling';
import type { ChildEnd, CompiledScope, Flow, ItemCounts, MapItem, StateRun } from '../execution';
import { mockedResult } from '../execution/mockedResult';
import type { RunItems, SelectItem } from './executeContract';
import { compileBatcher, type Batch } from './executeBatcher';
import { compileItems } from './executeItems';
import { compileNumber, concurrencyRule, notNegative, percentage } from './executeNumbers';
import { compileReader, type ReadItem } from './executeReader';
import { compileWriter, type ChildResult } from './executeWriter';

const exitPointsToStartSince = '2024-09-01';

interface Tolerance {
  readonly count: number | undefined;
  readonly percentage: number | undefined;
}

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
  const readItems = compileItems(source);
  const reader = compileReader(source);
  const batcher = compileBatcher(source);
  const writer = compileWriter(source);
  const number = (field: string, rule: Parameters<typeof compileNumber>[4]): ReturnType<typeof compileNumber> =>
    compileNumber(source, definition, field, [field], rule);
  const concurrency = number('MaxConcurrency', concurrencyRule);
  const count = number('ToleratedFailureCount', notNegative('ToleratedFailureCount'));
  const share = number('ToleratedFailurePercentage', percentage);

  return function* (effective, run): Flow<JsonValue> {
    const wanted = yield* concurrency(effective, run);
    const given = reader === undefined ? yield* readItems(effective, run) : undefined;
    if (given !== undefined) run.environment.hooks.inspect?.('afterItemsPath', given);
    const retained = run.children.takeRetained();
    if (retained === undefined) run.emit('MapStateStarted', { length: given?.length ?? 0 });
    const tolerance: Tolerance = { count: yield* count(effective, run), percentage: yield* share(effective, run) };
    inspectNumbers(run, wanted, tolerance);
    const limit = wanted || 10_000;
    const { settings } = run.environment;
    const name = typeof label === 'string' ? label : run.uuid();
    const mapRunArn = retained?.mapRunArn ?? newMapRunArn(run, name);
    const started = run.emit(retained?.mapRunArn === undefined ? 'MapRunStarted' : 'MapRunRedriven', { mapRunArn });
    try {
      const items =
        given === undefined && reader !== undefined
          ? yield* reader(effective, run)
          : (given ?? []).map((value) => ({ value }));
      const inputs = yield* batcher(effective, run, yield* selectAll(items, effective, run, select));
      const mocked = run.environment.hooks.mockedChildren?.(inputs.length, (failed) =>
        tolerates(tolerance, failed, inputs.length),
      );
      if (mocked !== undefined) return mockedResult(mocked);
      const mapRun = { arn: mapRunArn, label: name, express, limit };
      const results = yield* runChildren(run, scope, inputs, tolerance, mapRun, retained?.outputs);
      const output = yield* writer(effective, run, results, mapRunArn);
      const succeeded = run.emitAside(started, 'MapRunSucceeded', undefined);
      run.emitAside(succeeded, 'MapStateSucceeded', undefined);
      // Recordings up to June 2024 have MapStateExited point to MapRunSucceeded, those from November 2024 on to MapRunStarted.
      if (settings.awsAsOf < exitPointsToStartSince) run.continueFrom(succeeded);
      return output;
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
    const mapItem: MapItem = { index, ...item };
    selected.push({ input: yield* select(effective, mapItem, run), mapItem });
  }
  run.environment.hooks.inspect?.(
    'afterItemSelector',
    selected.map((one) => one.input),
  );
  return selected;
}

interface MapRun {
  readonly arn: string;
  readonly label: string;
  readonly express: boolean;
  readonly limit: number;
}

function* runChildren(
  run: StateRun,
  scope: CompiledScope,
  inputs: readonly Batch[],
  tolerance: Tolerance,
  mapRun: MapRun,
  retained: ReadonlyMap<number, JsonValue> | undefined,
): Flow<readonly ChildResult[]> {
  const results: ChildResult[] = inputs.map(({ input }) => ({ input, status: 'PENDING' }));
  let [next, open, failed] = [0, 0, 0];
  const startNext = (): void => {
    while (next < inputs.length && retained?.has(next) === true) {
      results[next] = { input: inputs[next]?.input ?? null, status: 'SUCCEEDED', output: retained.get(next) ?? null };
      next++;
    }
    const batch = inputs[next];
    if (batch === undefined) return;
    open++;
    run.children.startExecution({
      index: next++,
      scope,
      input: batch.input,
      express: mapRun.express,
      mapRunArn: mapRun.arn,
      label: mapRun.label,
      ...(batch.mapItem === undefined ? {} : { mapItem: batch.mapItem }),
    });
  };
  const record = (status: 'RUNNING' | 'SUCCEEDED' | 'FAILED'): void =>
    run.children.recordMapRun({ mapRunArn: mapRun.arn, status, itemCounts: countItems(results) });
  record('RUNNING');
  while (next < inputs.length && open < mapRun.limit) startNext();
  while (open > 0) {
    const end = (yield { kind: 'child' }) as ChildEnd;
    open--;
    const input = inputs[end.index]?.input ?? null;
    if (end.kind === 'succeeded') results[end.index] = { input, status: 'SUCCEEDED', output: end.output };
    else {
      results[end.index] = { input, status: 'FAILED', ...end.failure };
      failed++;
      if (exceeds(tolerance, failed, inputs.length)) {
        run.children.abort();
        record('FAILED');
        throw thresholdExceeded();
      }
    }
    startNext();
  }
  record('SUCCEEDED');
  return results;
}

/** A test's failed iterations count only where the state sets a tolerance at all. */
function tolerates(tolerance: Tolerance, failed: number, total: number): boolean {
  return (tolerance.count === undefined && tolerance.percentage === undefined) || !exceeds(tolerance, failed, total);
}

function exceeds(tolerance: Tolerance, failed: number, total: number): boolean {
  if (tolerance.count === undefined && tolerance.percentage === undefined) return true;
  if (tolerance.count !== undefined && failed > tolerance.count) return true;
  return tolerance.percentage !== undefined && (failed / total) * 100 > tolerance.percentage;
}

function thresholdExceeded(): StateFailure {
  return new StateFailure(
    'States.ExceedToleratedFailureThreshold',
    'The specified tolerated failure threshold was exceeded',
    {
      mapRun: true,
    },
  );
}

function countItems(results: readonly ChildResult[]): ItemCounts {
  const count = (status: ChildResult['status']): number => results.filter((one) => one.status === status).length;
  return {
    total: results.length,
    succeeded: count('SUCCEEDED'),
    failed: count('FAILED'),
    aborted: 0,
    pending: count('PENDING'),
  };
}
