import type { JsonValue } from '../../base/index';
import type { Environment, StatesValue } from '../../expressions/index';
import type { StoreRequest, TaskRequest } from '../../states/index';
import type { AtOnce, EngineEffect } from '../effects';
import type { Engine } from '../engine';
import type { Scheduler, SchedulerHost } from '../scheduler';
import { deliverAnswer, settle } from '../taskAnswers';
import { TimerQueue } from '../timerQueue';
import { StoreProblem } from '../worker';
import type { JournalEntry } from './journal';

/** What the engine asked for and the host has to carry out. */
export type Asked =
  | { readonly kind: 'invoke'; readonly id: number; readonly request: TaskRequest; readonly executionArn: string }
  | { readonly kind: 'store'; readonly id: number; readonly request: StoreRequest };

/**
 * Drives an engine by a journal: what comes from outside, the time included, is an entry that is applied, now or when the
 * execution is replayed. Between two entries everything goes on that needs nothing from outside.
 */
export class LiveScheduler implements Scheduler, AtOnce {
  private readonly timers = new TimerQueue();
  /** Not carried out yet; an entry of the journal that answers takes it out. */
  private readonly asked = new Map<number, Asked>();
  /** Tasks whose outcome somebody outside tells. */
  private readonly outside = new Set<number>();

  constructor(
    private readonly engine: Engine,
    private readonly host: SchedulerHost,
    private readonly onAsked: (asked: Asked) => void,
  ) {
    engine.atOnce = this;
  }

  /** Never at once: every answer to a task has to stand in the journal. */
  answer(): undefined {
    return undefined;
  }

  evaluate(expression: number, states: StatesValue, environment: Environment): JsonValue | undefined {
    return this.host.expressions[expression]?.atOnce?.(states, environment);
  }

  /** The time of the engine, in milliseconds since the epoch. */
  get time(): number {
    return this.engine.time;
  }

  get nextTime(): number | undefined {
    return this.timers.nextTime;
  }

  /** How many timers are due at the next time. */
  dueAtNext(): number {
    return this.timers.countAtNext();
  }

  /** True while somebody outside has to tell something. */
  get awaitsOutside(): boolean {
    for (const id of this.outside) {
      if (this.engine.waits.get(id) !== undefined) return true;
      this.outside.delete(id);
    }
    return false;
  }

  isWaiting(id: number): boolean {
    return this.engine.waits.get(id) !== undefined;
  }

  /** What has been asked since the last call, and nobody has answered. */
  takeAsked(): readonly Asked[] {
    const taken = [...this.asked.values()];
    this.asked.clear();
    for (const { id } of taken) this.outside.add(id);
    return taken;
  }

  /** Goes on as far as it can without anything from outside; a promise only while an expression is evaluated. */
  run(done: () => boolean): boolean | Promise<boolean> {
    const { engine } = this;
    for (;;) {
      engine.runReady(done);
      const waiting = this.dispatch();
      if (waiting !== undefined) return waiting.then(() => this.run(done));
      if (!engine.hasReady || done()) return done();
    }
  }

  /** Takes what came from outside. Stops, redrives and changes are not the engine's. */
  apply(entry: JournalEntry): void {
    const { engine, timers } = this;
    engine.time = Math.max(engine.time, entry.at);
    switch (entry.kind) {
      case 'timers':
        for (let left = entry.count; left > 0; left--) timers.take()?.();
        return;
      case 'task':
        this.forget(entry.id);
        if (entry.outside) this.outside.add(entry.id);
        deliverAnswer(engine, timers, entry.id, entry.answer);
        return;
      case 'report':
        this.asked.delete(entry.id);
        this.outside.add(entry.id);
        engine.deliver(entry.id, entry.answer);
        return;
      case 'stored':
        this.forget(entry.id);
        engine.deliver(entry.id, { kind: 'value', value: entry.value });
        return;
      case 'notStored':
        this.forget(entry.id);
        engine.deliver(entry.id, { kind: 'error', error: new StoreProblem(entry.code, entry.message) });
        return;
      case 'stop':
      case 'redrive':
      case 'mapRun':
    }
  }

  private forget(id: number): void {
    this.asked.delete(id);
    this.outside.delete(id);
  }

  private dispatch(): Promise<void> | undefined {
    let pending: Promise<void> | undefined;
    for (const effect of this.engine.waits.takeEffects()) {
      if (effect.kind === 'evaluate') {
        const evaluated = (): Promise<void> => this.evaluateFor(effect);
        pending = pending === undefined ? evaluated() : pending.then(evaluated);
      } else if (effect.kind === 'sleep') {
        this.timers.add(effect.until, () => {
          this.engine.deliver(effect.id, { kind: 'awake' });
        });
      } else this.ask(effect);
    }
    return pending;
  }

  private ask(asked: Asked): void {
    this.asked.set(asked.id, asked);
    this.onAsked(asked);
  }

  /** Begun when its turn comes; not at all when its line of control has been stopped. */
  private async evaluateFor(effect: Extract<EngineEffect, { readonly kind: 'evaluate' }>): Promise<void> {
    const environment = this.engine.waits.environmentOf(effect.id);
    const expression = this.host.expressions[effect.expression];
    if (environment === undefined || expression === undefined) return;
    this.engine.deliver(effect.id, await settle(expression.evaluate(effect.states, environment)));
  }
}
