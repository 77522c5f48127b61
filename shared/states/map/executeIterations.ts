import { type JsonValue, jsonText } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { EventDetails } from '../../history/index';
import type { ChildEnd, CompiledScope, Flow, MapItem, StateRun } from '../execution';
import { emitAborted } from '../execution/abortedState';
import { limitPayload } from '../execution/payload';
import { placedItem, type ReadItem } from './executeContract';

/**
 * Runs the iterations of an inline Map, at most `limit` at once; an iteration that starts in the place of another
 * points to that one's last event, as AWS's histories do. The first failure stops the others.
 */
export function* runIterations(
  run: StateRun,
  scope: CompiledScope,
  items: readonly ReadItem[],
  limit: number,
  startedEventId: number,
  retained: ReadonlyMap<number, JsonValue> | undefined,
  select: (item: MapItem) => Flow<JsonValue>,
): Flow<readonly JsonValue[]> {
  const outputs: JsonValue[] = new Array<JsonValue>(items.length).fill(null);
  let next = 0;
  let open = 0;
  const startNext = function* (previousEventId: number): Flow<void> {
    while (retained?.has(next) === true) {
      outputs[next] = retained.get(next) ?? null;
      next++;
    }
    if (next >= items.length) return;
    const index = next++;
    const mapItem = placedItem(index, items[index] ?? { value: null });
    const input = yield* select(mapItem);
    const inputText = jsonText(input);
    limitPayload(run, inputText, 'provided parameters');
    const iteration = run.emitAside(previousEventId, 'MapIterationStarted', {
      name: run.stateName,
      index,
    });
    open++;
    run.children.start({ index, scope, input, inputText, previousEventId: iteration, mapItem });
  };
  while (next < items.length && open < limit) yield* startNext(startedEventId);
  let last = startedEventId;
  while (open > 0) {
    const end = (yield { kind: 'child' }) as ChildEnd;
    open--;
    const details = { name: run.stateName, index: end.index };
    if (end.kind === 'failed') throw failIterations(run, end, details);
    outputs[end.index] = end.output;
    last = run.emitAside(end.lastEventId, 'MapIterationSucceeded', details);
    yield* startNext(end.lastEventId);
  }
  run.continueFrom(last);
  return outputs;
}

function failIterations(
  run: StateRun,
  end: ChildEnd & { readonly kind: 'failed' },
  details: EventDetails<'MapIterationFailed'>,
): StateFailure {
  run.continueFrom(end.lastEventId);
  run.emitAside(end.lastEventId, 'MapIterationFailed', details);
  emitAborted(run, end.lastEventId, end.stateType);
  for (const child of run.children.abort()) {
    run.emitAside(end.lastEventId, 'MapIterationAborted', {
      name: run.stateName,
      index: child.index,
    });
    emitAborted(run, end.lastEventId, child.stateType);
  }
  return new StateFailure(end.failure.error, end.failure.cause, { child: true });
}
