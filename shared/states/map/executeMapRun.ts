import { type JsonValue, jsonText } from '../../base/index';
import type { ChildEnd, CompiledScope, Flow, ItemCounts, StateRun } from '../execution';
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
  const results: ChildResult[] = inputs.map(({ input, items }) => ({ input, items, status: 'PENDING' }));
  const total = inputs.reduce((sum, { items }) => sum + items, 0);
  let [next, open, failed] = [0, 0, 0];
  const set = (index: number, more: Pick<ChildResult, 'status' | 'output' | 'failure'>): void => {
    const batch = inputs[index];
    if (batch !== undefined) results[index] = { input: batch.input, items: batch.items, ...more };
  };
  const startNext = (): void => {
    for (let output = retained?.get(next); output !== undefined; output = retained?.get(next))
      set(next++, { status: 'SUCCEEDED', output });
    const batch = inputs[next];
    if (batch === undefined) return;
    const inputText = jsonText(batch.input);
    if (exceedsBytes(inputText, run.environment.limits.payloadBytes)) throw tooLargeInput(run);
    open++;
    set(next, { status: 'RUNNING' });
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
    record(run, mapRun.arn, exceeded ? 'FAILED' : 'SUCCEEDED', results);
    return { results, exceeded };
  };
  record(run, mapRun.arn, 'RUNNING', results);
  while (next < inputs.length && open < mapRun.limit) startNext();
  while (open > 0) {
    const ended = (yield { kind: 'child' }) as ChildEnd;
    open--;
    if (ended.kind === 'succeeded') set(ended.index, { status: 'SUCCEEDED', output: ended.output });
    else {
      set(ended.index, { status: 'FAILED', failure: ended.failure });
      failed += inputs[ended.index]?.items ?? 0;
      if (exceeds(tolerance, failed, total)) {
        for (const { index } of run.children.abort()) set(index, { status: 'ABORTED' });
        return end(true);
      }
    }
    startNext();
  }
  return end(false);
}

function tooLargeInput(run: StateRun): ReturnType<typeof tooLarge> {
  run.children.abort();
  return tooLarge('provided parameters', run.stateName, { mapRun: true });
}

/** DescribeMapRun counts items, and child executions beside them. */
function record(
  run: StateRun,
  mapRunArn: string,
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED',
  results: readonly ChildResult[],
): void {
  run.children.recordMapRun({
    mapRunArn,
    status,
    itemCounts: count(results, ({ items }) => items),
    executionCounts: count(results, () => 1),
  });
}

function count(results: readonly ChildResult[], weight: (result: ChildResult) => number): ItemCounts {
  const counts = { total: 0, pending: 0, running: 0, succeeded: 0, failed: 0, aborted: 0 };
  const names = {
    PENDING: 'pending',
    RUNNING: 'running',
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
