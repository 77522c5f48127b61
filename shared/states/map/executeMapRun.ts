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
  // Most of a million succeed: of them the output alone is kept.
  const outputs = new Array<JsonValue | undefined>(inputs.length).fill(undefined);
  const others = new Map<number, Pick<ChildResult, 'status' | 'failure'>>();
  const total = inputs.reduce((sum, { items }) => sum + items, 0);
  let [next, open, failed] = [0, 0, 0];
  const numbers = (): MapRunNumbers => {
    const changes = run.environment.hooks.mapRunChanges?.(mapRun.arn);
    if (changes === undefined) return asDefined;
    return {
      // AWS runs 10,000 at once where 0 is set.
      limit: changes.maxConcurrency === undefined ? mapRun.limit : changes.maxConcurrency || 10_000,
      tolerance: {
        count: changes.toleratedFailureCount ?? tolerance.count,
        percentage: changes.toleratedFailurePercentage ?? tolerance.percentage,
      },
    };
  };
  const asDefined: MapRunNumbers = { limit: mapRun.limit, tolerance };
  const startNext = (): void => {
    for (let output = retained?.get(next); output !== undefined; output = retained?.get(next)) outputs[next++] = output;
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
    });
  };
  const end = (exceeded: boolean): MapRunEnd => {
    const results = inputs.map(({ input, items }, index): ChildResult => {
      const output = outputs[index];
      if (output !== undefined) return { input, items, status: 'SUCCEEDED', output };
      return { input, items, ...(others.get(index) ?? pending) };
    });
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
    ...recorded(asDefined),
    itemCounts: { ...none, total, pending: total },
    executionCounts: { ...none, total: inputs.length, pending: inputs.length },
  };
  run.children.recordMapRun(started);
  while (next < inputs.length || open > 0) {
    if (next < inputs.length && open < numbers().limit && !run.children.haveEnded) {
      startNext();
      // Those that ran go on before the next is started, so that few of a million are there at once.
      yield { kind: 'step' };
      continue;
    }
    const child = (yield { kind: 'child' }) as ChildEnd;
    open--;
    if (child.kind === 'succeeded') outputs[child.index] = child.output;
    else {
      others.set(child.index, { status: 'FAILED', failure: child.failure });
      failed += inputs[child.index]?.items ?? 0;
      if (exceeds(numbers().tolerance, failed, total)) {
        for (const { index } of run.children.abort()) others.set(index, { status: 'ABORTED' });
        return end(true);
      }
    }
  }
  return end(false);
}

const pending = { status: 'PENDING' } as const;

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
