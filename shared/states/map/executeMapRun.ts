import { type JsonValue, jsonText } from '../../base/index';
import type { ChildEnd, CompiledScope, Flow, ItemCounts, MapRunRecord, StateRun } from '../execution';
import { exceedsBytes, tooLarge } from '../execution/payload';
import type { Batch } from './executeBatcher';
import type { ChildResult } from './executeResults';
import { type Tolerance, exceeds } from './executeTolerance';

export interface MapRun {
  readonly arn: string;
  readonly label: string;
  readonly express: boolean;
  /** How many child executions run at once. */
  readonly limit: number;
}

export interface MapRunEnd {
  readonly results: readonly ChildResult[];
  /** More items failed than the Map Run bears: what ran was stopped. */
  readonly exceeded: boolean;
}

/** Runs the child executions of a Map Run, until all have ended or too many items have failed. */
export function* runChildren(
  run: StateRun,
  scope: CompiledScope,
  inputs: readonly Batch[],
  tolerance: Tolerance,
  mapRun: MapRun,
  retained: ReadonlyMap<number, JsonValue> | undefined,
): Flow<MapRunEnd> {
  // Those that have ended; made one by one, because a Map Run may have a million.
  const ended: (ChildResult | undefined)[] = new Array<ChildResult | undefined>(inputs.length).fill(undefined);
  const total = inputs.reduce((sum, { items }) => sum + items, 0);
  let [next, open, failed] = [0, 0, 0];
  const set = (index: number, more: Pick<ChildResult, 'status' | 'output' | 'failure'>): void => {
    const batch = inputs[index];
    if (batch !== undefined) ended[index] = { input: batch.input, items: batch.items, ...more };
  };
  const numbers = (): MapRunNumbers => {
    const changes = run.environment.hooks.mapRunChanges?.(mapRun.arn) ?? {};
    return {
      // AWS runs 10,000 at once where 0 is set.
      limit: changes.maxConcurrency === undefined ? mapRun.limit : changes.maxConcurrency || 10_000,
      tolerance: {
        count: changes.toleratedFailureCount ?? tolerance.count,
        percentage: changes.toleratedFailurePercentage ?? tolerance.percentage,
      },
    };
  };
  const startNext = (): void => {
    for (let output = retained?.get(next); output !== undefined; output = retained?.get(next))
      set(next++, { status: 'SUCCEEDED', output });
    const batch = inputs[next];
    if (batch === undefined) return;
    const inputText = jsonText(batch.input);
    if (exceedsBytes(inputText, run.environment.limits.payloadBytes)) throw tooLargeInput(run);
    open++;
    run.children.startExecution({
      index: next++,
      scope,
      input: batch.input,
      inputText,
      express: mapRun.express,
      mapRunArn: mapRun.arn,
      label: mapRun.label,
      ...(batch.mapItem === undefined ? {} : { mapItem: batch.mapItem }),
    });
  };
  const end = (exceeded: boolean): MapRunEnd => {
    const results = inputs.map(({ input, items }, i) => ended[i] ?? ({ input, items, status: 'PENDING' } as const));
    run.children.recordMapRun({
      ...started,
      ...recorded(numbers()),
      status: exceeded ? 'FAILED' : 'SUCCEEDED',
      stopTime: run.environment.now(),
      // DescribeMapRun counts items, and child executions beside them.
      itemCounts: count(results, ({ items }) => items),
      executionCounts: count(results, () => 1),
    });
    return { results, exceeded };
  };
  const started: MapRunRecord = {
    mapRunArn: mapRun.arn,
    status: 'RUNNING',
    startTime: run.environment.now(),
    ...recorded({ limit: mapRun.limit, tolerance }),
    itemCounts: { ...none, total, pending: total },
    executionCounts: { ...none, total: inputs.length, pending: inputs.length },
  };
  run.children.recordMapRun(started);
  while (next < inputs.length && open < mapRun.limit) startNext();
  while (open > 0) {
    const child = (yield { kind: 'child' }) as ChildEnd;
    open--;
    if (child.kind === 'succeeded') set(child.index, { status: 'SUCCEEDED', output: child.output });
    else {
      set(child.index, { status: 'FAILED', failure: child.failure });
      failed += inputs[child.index]?.items ?? 0;
      if (exceeds(numbers().tolerance, failed, total)) {
        for (const { index } of run.children.abort()) set(index, { status: 'ABORTED' });
        return end(true);
      }
    }
    while (next < inputs.length && open < numbers().limit) startNext();
  }
  return end(false);
}

interface MapRunNumbers {
  readonly limit: number;
  readonly tolerance: Tolerance;
}

function recorded({
  limit,
  tolerance,
}: MapRunNumbers): Pick<MapRunRecord, 'maxConcurrency' | 'toleratedFailureCount' | 'toleratedFailurePercentage'> {
  return {
    maxConcurrency: limit,
    toleratedFailureCount: tolerance.count ?? 0,
    toleratedFailurePercentage: tolerance.percentage ?? 0,
  };
}

function tooLargeInput(run: StateRun): ReturnType<typeof tooLarge> {
  run.children.abort();
  return tooLarge('provided parameters', run.stateName, { mapRun: true });
}

const none = { total: 0, pending: 0, running: 0, succeeded: 0, failed: 0, aborted: 0 } as const satisfies ItemCounts;

function count(results: readonly ChildResult[], weight: (result: ChildResult) => number): ItemCounts {
  const counts: Record<keyof ItemCounts, number> = { ...none };
  const names = {
    PENDING: 'pending',
    SUCCEEDED: 'succeeded',
    FAILED: 'failed',
    ABORTED: 'aborted',
  } as const;
  for (const result of results) {
    const size = weight(result);
    counts.total += size;
    counts[names[result.status]] += size;
  }
  return counts;
}
