import type { EngineEffect } from './effects';
import type { Engine } from './engine';
import { TimerQueue } from './timerQueue';
import type { ObjectStore, TaskAnswer, Worker } from './worker';

/**
 * Drives an engine on virtual time: workers are asked at once, and the clock jumps to the next thing that is due, so
 * waits, back-offs and timeouts cost nothing. Everything that is due at one time happens before its consequences.
 */
export class VirtualScheduler {
  private readonly timers = new TimerQueue();

  constructor(
    readonly engine: Engine,
    public worker: Worker,
    readonly store: ObjectStore,
  ) {}

  /**
   * Goes on until `done` says so or nothing is left to do. Returns a promise only when something has to be awaited;
   * true where it stopped because of `done`.
   */
  run(done: () => boolean): boolean | Promise<boolean> {
    const { engine } = this;
    for (;;) {
      if (done()) return true;
      engine.runReady(done);
      if (done()) return true;
      const waiting = this.dispatch();
      if (waiting !== undefined) return waiting.then(() => this.run(done));
      if (engine.hasReady) continue;
      const time = this.timers.nextTime;
      if (time === undefined) return false;
      engine.time = Math.max(engine.time, time);
      while (this.timers.nextTime === time) this.timers.take()?.();
    }
  }

  /** Hands out the engine's effects; a promise when one of them has to be awaited, in the order they were asked. */
  private dispatch(): Promise<void> | undefined {
    const { engine } = this;
    if (engine.outbox.length === 0) return undefined;
    const effects = engine.outbox;
    engine.outbox = [];
    let pending: (() => Promise<void>)[] | undefined;
    for (const effect of effects) {
      const wait = this.handle(effect);
      if (wait !== undefined) (pending ??= []).push(wait);
    }
    return pending === undefined ? undefined : inOrder(pending);
  }

  private handle(effect: EngineEffect): (() => Promise<void>) | undefined {
    const { engine } = this;
    switch (effect.kind) {
      case 'sleep':
        this.timers.add(effect.until, () => {
          engine.deliver(effect.id, { kind: 'awake' });
        });
        return undefined;
      case 'invoke': {
        const answer = this.worker(effect.request);
        if (!(answer instanceof Promise)) {
          this.schedule(effect.id, answer);
          return undefined;
        }
        return async () => {
          this.schedule(effect.id, await answer);
        };
      }
      case 'evaluate':
        // Awaited in turn: a rejection that comes early must not count as unhandled.
        effect.value.catch(() => undefined);
        return () => this.settle(effect.id, effect.value);
      case 'store': {
        // The store may throw at once or reject later: both are the state's failure.
        const value = new Promise((resolve) => {
          resolve(this.store(effect.request));
        });
        return () => this.settle(effect.id, value);
      }
    }
  }

  private async settle(id: number, value: Promise<unknown>): Promise<void> {
    try {
      this.engine.deliver(id, { kind: 'value', value: await value });
    } catch (error) {
      this.engine.deliver(id, { kind: 'error', error });
    }
  }

  private schedule(id: number, answer: TaskAnswer): void {
    const { engine, timers } = this;
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
}

async function inOrder(waits: readonly (() => Promise<void>)[]): Promise<void> {
  for (const wait of waits) await wait();
}
