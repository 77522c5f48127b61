import type { Engine } from './engine';
import type { TimerQueue } from './timerQueue';
import type { TaskAnswer } from './worker';

/** Gives the engine what a worker answered: at once what is there already, by timers what comes later. */
export function deliverAnswer(engine: Engine, timers: TimerQueue, id: number, answer: TaskAnswer): void {
  const { workerName, submitted, outcome, heartbeatsMs } = answer;
  if (answer.outcome !== undefined || workerName !== undefined) {
    engine.deliver(id, workerName === undefined ? { kind: 'started' } : { kind: 'started', workerName });
  }
  if (submitted !== undefined) engine.deliver(id, { kind: 'submitted', output: submitted });
  for (const beat of heartbeatsMs ?? []) {
    timers.add(engine.time + beat, () => {
      engine.deliver(id, { kind: 'heartbeat' });
    });
  }
  if (outcome === undefined) return;
  const finish = (): void => {
    engine.deliver(id, { kind: 'outcome', outcome });
  };
  if ((answer.delayMs ?? 0) <= 0) finish();
  else timers.add(engine.time + (answer.delayMs ?? 0), finish);
}

export type Settled<Value> =
  { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'error'; readonly error: unknown };

/** A promise that never rejects: one that is awaited late, or never, cannot end the host's process. */
export function settle<Value>(promise: Promise<Value>): Promise<Settled<Value>> {
  return promise.then(
    (value) => ({ kind: 'value', value }),
    (error: unknown) => ({ kind: 'error', error }),
  );
}
