import type { JsonValue } from '../base/index';
import type { Environment, StatesValue } from '../expressions/index';
import type { AnswerAtOnce, TaskRequest } from '../states/index';
import type { AtOnce, EngineEffect } from './effects';
import type { Engine } from './engine';
import { TimerQueue } from './timerQueue';
import type { Scheduler, SchedulerHost } from './scheduler';
import { deliverAnswer, settle } from './taskAnswers';
import type { Worker } from './worker';

/**
 * Drives an engine on virtual time: workers are asked at once, and the clock jumps to the next thing that is due, so
 * waits, back-offs and timeouts cost nothing. Everything that is due at one time happens before its consequences.
 */
export class VirtualScheduler implements Scheduler, AtOnce {
  private readonly timers = new TimerQueue();
  /** The answer to a task that the engine asked for at once, and that has to be waited for. */
  private early: { readonly request: TaskRequest; readonly answer: ReturnType<Worker> } | undefined = undefined;

  constructor(
    private readonly engine: Engine,
    private readonly host: SchedulerHost,
  ) {
    engine.atOnce = this;
  }

  answer(request: TaskRequest): AnswerAtOnce | undefined {
    let answer: ReturnType<Worker>;
    try {
      answer = this.host.worker(request);
    } catch (problem) {
      answer = Promise.reject(problem as Error);
    }
    if (!(answer instanceof Promise)) {
      const { outcome, submitted, delayMs, workerName, heartbeatsMs } = answer;
      const waits = (delayMs ?? 0) > 0 || workerName !== undefined || heartbeatsMs !== undefined;
      if (outcome !== undefined && !waits) return submitted === undefined ? { outcome } : { submitted, outcome };
    }
    this.early = { request, answer };
    return undefined;
  }

  evaluate(expression: number, states: StatesValue, environment: Environment): JsonValue | undefined {
    return this.host.expressions[expression]?.atOnce?.(states, environment);
  }

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
    const effects = this.engine.waits.takeEffects();
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
        const answer = this.early?.request === effect.request ? this.early.answer : this.host.worker(effect.request);
        this.early = undefined;
        if (!(answer instanceof Promise)) {
          deliverAnswer(engine, this.timers, effect.id, answer);
          return undefined;
        }
        const settled = settle(answer);
        return async () => {
          const end = await settled;
          if (end.kind === 'error') throw end.error;
          deliverAnswer(engine, this.timers, effect.id, end.value);
        };
      }
      case 'evaluate':
        // Begun when its turn comes and awaited at once; not at all when its line of control has been stopped.
        return async () => {
          const environment = engine.waits.environmentOf(effect.id);
          const expression = this.host.expressions[effect.expression];
          if (environment === undefined || expression === undefined) return;
          engine.deliver(effect.id, await settle(expression.evaluate(effect.states, environment)));
        };
      case 'store': {
        // The store may throw at once or reject later: both are the state's failure.
        const settled = settle(new Promise((resolve) => resolve(this.host.store(effect.request))));
        return async () => {
          engine.deliver(effect.id, await settled);
        };
      }
    }
  }
}

async function inOrder(waits: readonly (() => Promise<void>)[]): Promise<void> {
  for (const wait of waits) await wait();
}
