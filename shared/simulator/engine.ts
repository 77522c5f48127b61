import type { JsonValue } from '../base/json';
import { jsonText } from '../base/jsonNumbers';
import type { Environment } from '../expressions/environment';
import { StateFailure } from '../expressions/failure';
import { stateEvents } from '../history/eventTable';
import type { ChildEnd, ChildExecutionStart, Effect, TaskOutcome, TaskRequest } from '../states/execution';
import type { EngineAnswer, EngineEffect } from './effects';
import { ExecutionRecord } from './execution';
import { ExecutionRun, failureData } from './executionRun';
import type { LineOfControl, LineRunner, Stoppable } from './lineOfControl';
import { LimitReached } from './limitReached';
import { ReadyQueue, type Ready } from './readyQueue';
import { executionSettings } from './settings';
import type { TaskWait, Wait } from './taskWait';

/** A task attempt that the host has not answered. */
export interface PendingTask {
  readonly id: number;
  readonly request: TaskRequest;
  readonly executionArn: string;
}

/** Stands for an effect that is done at once and has no value. */
const resumed = Symbol('resumed');

/** Stands for the end of a child that is taken when the thread goes on, not before. */
const nextChildEnd = Symbol('nextChildEnd');

/** How long AWS lets an execution run at most, in seconds. */
const longestRun = { STANDARD: 31_536_000, EXPRESS: 300 } as const;

/**
 * Runs the threads of an execution and of its child executions, asks for effects and takes their results. It has no
 * clock, no chance and no I/O of its own: the host sets `time`, empties `outbox` and answers with {@link deliver}.
 */
export class Engine implements LineRunner {
  /** The host's clock, in milliseconds since the epoch. */
  time: number;
  outbox: EngineEffect[] = [];
  stepping = false;
  /** The children of distributed Maps, by Map Run and index: a redrive goes on with the same ones. */
  private readonly children = new Map<string, ExecutionRun>();
  private readonly waits = new Map<number, Wait>();
  private readonly waiting = new Map<LineOfControl, number>();
  private readonly ready = new ReadyQueue();
  private nextEffect = 1;
  private threads = 0;

  constructor(
    startTime: number,
    private readonly threadLimit: number,
  ) {
    this.time = startTime;
  }

  /** Starts an execution's root thread and its time limit. */
  begin(run: ExecutionRun, timeoutSeconds: number | undefined): void {
    const seconds = Math.min(timeoutSeconds ?? Infinity, longestRun[run.record.environment.settings.type]);
    const attempt = run.record.redriveCount;
    const onTime = (): void => {
      // The timer of an attempt before a redrive counts no more.
      if (run.record.redriveCount === attempt) run.timeOut();
    };
    const id = this.ask({ kind: 'executionTimeout', onTime });
    this.outbox.push({ id, kind: 'sleep', until: this.time + seconds * 1000, reason: 'timeout' });
  }

  get childExecutions(): readonly ExecutionRun[] {
    return [...this.children.values()];
  }

  /** The tasks that wait for an answer, in the order they were asked. */
  pendingTasks(): readonly PendingTask[] {
    const tasks: PendingTask[] = [];
    for (const [id, wait] of this.waits) {
      if (wait.kind !== 'task') continue;
      const { request } = wait;
      tasks.push({ id, request, executionArn: wait.thread.owner.record.environment.settings.executionArn });
    }
    return tasks;
  }

  /** What a thread waits for; undefined when it can go on. */
  waitOf(thread: LineOfControl): 'task' | 'time' | 'children' | undefined {
    if (thread.waitsForChild) return 'children';
    const id = this.waiting.get(thread);
    const kind = id === undefined ? undefined : this.waits.get(id)?.kind;
    return kind === 'task' ? 'task' : kind === undefined ? undefined : 'time';
  }

  /** True while a thread can go on without the host. */
  get hasReady(): boolean {
    return !this.ready.isEmpty;
  }

  /** Runs threads until none is ready, or until `stop` says so, which is asked between two steps. */
  runReady(stop?: () => boolean): void {
    for (;;) {
      const next = this.ready.take();
      if (next === undefined) return;
      if (!next.thread.ended) this.run(next);
      if (stop?.() === true) return;
    }
  }

  /** What an expression sees that the host was asked to evaluate; undefined when nobody awaits its value any more. */
  environmentOf(id: number): Environment | undefined {
    const wait = this.waits.get(id);
    if (wait?.kind !== 'value') return undefined;
    return wait.item === undefined ? wait.thread : wait.thread.forItem(wait.item);
  }

  /** Whether the host's answer to an effect is still awaited. */
  awaits(id: number): boolean {
    return this.waits.has(id);
  }

  /** Takes an answer; one that nobody awaits any more is ignored. */
  deliver(id: number, answer: EngineAnswer): void {
    const wait = this.waits.get(id);
    if (wait === undefined) return;
    switch (wait.kind) {
      case 'executionTimeout':
        this.waits.delete(id);
        wait.onTime();
        return;
      case 'timer':
        this.endTask(wait.task, { kind: 'timeout', by: wait.by });
        return;
      case 'task':
        this.deliverToTask(id, wait, answer);
        return;
      case 'value':
        this.waits.delete(id);
        this.waiting.delete(wait.thread);
        if (answer.kind === 'error') this.makeReady(wait.thread, answer.error, true);
        else this.makeReady(wait.thread, answer.kind === 'value' ? answer.value : undefined, false);
    }
  }

  private deliverToTask(id: number, wait: TaskWait, answer: EngineAnswer): void {
    if (answer.kind === 'outcome') this.endTask(id, answer.outcome);
    // Reports are taken where they come, before anything that is due at the same time goes on.
    else if (answer.kind === 'started' || answer.kind === 'submitted')
      this.run({ thread: wait.thread, value: answer, threw: false });
    else if (answer.kind === 'heartbeat') this.startHeartbeat(id, wait);
  }

  private endTask(id: number, outcome: TaskOutcome): void {
    const wait = this.waits.get(id);
    if (wait?.kind !== 'task') return;
    this.dropTask(id, wait);
    this.waiting.delete(wait.thread);
    this.makeReady(wait.thread, outcome, false);
  }

  private dropTask(id: number, wait: TaskWait): void {
    this.waits.delete(id);
    if (wait.timeoutId !== undefined) this.waits.delete(wait.timeoutId);
    if (wait.heartbeatId !== undefined) this.waits.delete(wait.heartbeatId);
  }

  private startHeartbeat(id: number, wait: TaskWait): void {
    const seconds = wait.request.heartbeatSeconds;
    if (seconds === undefined) return;
    if (wait.heartbeatId !== undefined) this.waits.delete(wait.heartbeatId);
    wait.heartbeatId = this.timer(id, seconds, 'heartbeat');
  }

  private timer(task: number, seconds: number, by: 'timeout' | 'heartbeat'): number {
    const id = this.ask({ kind: 'timer', task, by });
    this.outbox.push({ id, kind: 'sleep', until: this.time + seconds * 1000, reason: 'timeout' });
    return id;
  }

  start(thread: LineOfControl): void {
    if (++this.threads > this.threadLimit) {
      throw new LimitReached(
        'Simulator.ThreadLimitExceeded',
        `More than ${String(this.threadLimit)} branches and iterations run at once.`,
      );
    }
    this.makeReady(thread, undefined, false);
  }

  forget(thread: LineOfControl): void {
    this.threads--;
    const id = this.waiting.get(thread);
    if (id === undefined) return;
    this.waiting.delete(thread);
    const wait = this.waits.get(id);
    if (wait?.kind === 'task') this.dropTask(id, wait);
    else this.waits.delete(id);
  }

  startChildExecution(parent: LineOfControl, start: ChildExecutionStart): Stoppable {
    const key = `${start.mapRunArn}#${String(start.index)}`;
    const earlier = this.children.get(key);
    if (earlier !== undefined) {
      earlier.redriveIn(parent);
      return earlier;
    }
    const outer = parent.owner.record.environment;
    const settings = executionSettings({
      ...outer.settings,
      stateMachineName: `${outer.settings.stateMachineName}/${start.label}`,
      executionName: outer.uuid(),
      type: start.express ? 'EXPRESS' : 'STANDARD',
    });
    const log = new ExecutionRecord(
      { ...outer, settings, hooks: {} },
      start.input,
      jsonText(start.input),
      start.mapRunArn,
    );
    const child = new ExecutionRun(this, log, start.scope, {
      thread: parent,
      index: start.index,
      mapItem: start.mapItem,
    });
    this.children.set(key, child);
    child.start();
    return child;
  }

  childExecutionEnded(parent: LineOfControl, end: ChildEnd): void {
    this.giveEnd(parent, end);
  }

  private makeReady(thread: LineOfControl, value: unknown, threw: boolean): void {
    this.ready.add({ thread, value, threw });
  }

  private run({ thread, value: sent, threw }: Ready): void {
    try {
      const given = sent === nextChildEnd ? thread.takeChildEnd() : sent;
      let step = threw ? thread.flow.throw(given) : thread.flow.next(given);
      while (step.done !== true) {
        const value = this.handle(thread, step.value);
        if (value === undefined) return;
        step = thread.flow.next(value);
      }
      this.finish(thread, step.value);
    } catch (problem) {
      this.failThread(thread, problem);
    }
  }

  /** Carries out an effect: gives the value to go on with at once, or undefined when the thread waits. */
  private handle(thread: LineOfControl, effect: Effect): unknown {
    switch (effect.kind) {
      case 'child': {
        const end = thread.takeChildEnd();
        thread.waitsForChild = end === undefined;
        return end;
      }
      case 'step':
        // Branches take turns, state by state; a line of control that is alone goes on at once.
        if (!this.stepping && !this.hasReady) return resumed;
        this.makeReady(thread, undefined, false);
        return undefined;
      case 'invoke':
        this.invoke(thread, effect);
        return undefined;
      case 'progress':
        // Its task is under way: deliver() resumes it.
        return undefined;
      default: {
        const item = effect.kind === 'evaluate' ? effect.item : undefined;
        const id = this.ask({ kind: 'value', thread, item });
        this.waiting.set(thread, id);
        this.outbox.push(
          effect.kind === 'evaluate'
            ? { id, kind: 'evaluate', expression: effect.expression, states: effect.states }
            : { ...effect, id },
        );
        return undefined;
      }
    }
  }

  private invoke(thread: LineOfControl, effect: Effect & { readonly kind: 'invoke' }): void {
    const wait: TaskWait = {
      kind: 'task',
      thread,
      request: effect.request,
      timeoutId: undefined,
      heartbeatId: undefined,
    };
    const id = this.ask(wait);
    this.waiting.set(thread, id);
    this.outbox.push({
      id,
      kind: 'invoke',
      request: effect.request,
      executionArn: thread.owner.record.environment.settings.executionArn,
    });
    const { timeoutSeconds } = effect.request;
    if (timeoutSeconds !== undefined) wait.timeoutId = this.timer(id, timeoutSeconds, 'timeout');
    this.startHeartbeat(id, wait);
  }

  private ask(wait: Wait): number {
    const id = this.nextEffect++;
    this.waits.set(id, wait);
    return id;
  }

  private finish(thread: LineOfControl, output: JsonValue): void {
    thread.ended = true;
    this.threads--;
    const { parent, lastEventId } = thread;
    if (parent !== undefined) this.giveEnd(parent, { index: thread.index, kind: 'succeeded', output, lastEventId });
    else thread.owner.succeed(output, thread.inputText ?? jsonText(output), lastEventId);
  }

  private failThread(thread: LineOfControl, problem: unknown): void {
    const run = thread.owner;
    if (problem instanceof StateFailure) {
      const failure = failureData(problem);
      thread.ended = true;
      this.threads--;
      const { parent, lastEventId, stateType } = thread;
      if (parent === undefined) run.fail(failure, lastEventId);
      else {
        // A Map or Parallel that fails has an event of its own for it.
        const own = stateType !== undefined && 'failed' in stateEvents[stateType];
        const aborted = own ? undefined : stateType;
        this.giveEnd(parent, { index: thread.index, kind: 'failed', failure, lastEventId, stateType: aborted });
      }
      return;
    }
    if (problem instanceof LimitReached) run.fail({ error: problem.error, cause: problem.cause }, thread.lastEventId);
    else if (problem instanceof RangeError) {
      run.fail({ error: 'Simulator.StackLimitExceeded', cause: problem.message }, thread.lastEventId);
    } else throw problem;
  }

  private giveEnd(parent: LineOfControl, end: ChildEnd): void {
    if (parent.ended) return;
    parent.childEnded(end);
    if (!parent.waitsForChild) return;
    parent.waitsForChild = false;
    this.makeReady(parent, nextChildEnd, false);
  }
}
