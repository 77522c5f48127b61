import type { Random } from '../base/host';
import type { JsonValue } from '../base/json';
import { jsonText } from '../base/jsonNumbers';
import { randomUuid } from '../base/seededRandom';
import { StateFailure } from '../expressions/failure';
import { stateEvents } from '../history/eventTable';
import type { ChildEnd, ChildExecutionStart, Effect, TaskOutcome, TaskRequest } from '../states/execution';
import type { EngineAnswer, EngineEffect } from './effects';
import { ExecutionRecord } from './execution';
import { ExecutionRun, failureData, type ThreadRunner } from './executionRun';
import { LimitReached } from './limitReached';
import { executionSettings, type EngineLimits } from './settings';
import type { TaskWait, Wait } from './taskWait';
import type { Thread } from './thread';
import type { Stoppable } from './threadHost';

/** A task attempt that the host has not answered. */
export interface PendingTask {
  readonly id: number;
  readonly request: TaskRequest;
  readonly executionArn: string;
}

interface Ready {
  readonly thread: Thread;
  readonly value: unknown;
  readonly threw: boolean;
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
export class Engine implements ThreadRunner {
  /** The host's clock, in milliseconds since the epoch. */
  time: number;
  outbox: EngineEffect[] = [];
  stepping = false;
  /** The children of distributed Maps, by Map Run and index: a redrive goes on with the same ones. */
  private readonly children = new Map<string, ExecutionRun>();
  private readonly waits = new Map<number, Wait>();
  private readonly waiting = new Map<Thread, number>();
  private queue: Ready[] = [];
  private head = 0;
  private nextEffect = 1;
  private threads = 0;

  constructor(
    startTime: number,
    readonly random: Random,
    readonly limits: EngineLimits,
  ) {
    this.time = startTime;
  }

  now = (): number => this.time;

  uuid = (): string => randomUuid(this.random);

  /** Starts an execution's root thread and its time limit. */
  begin(run: ExecutionRun, timeoutSeconds: number | undefined): void {
    const seconds = Math.min(timeoutSeconds ?? Infinity, longestRun[run.settings.type]);
    const attempt = run.log.redriveCount;
    const onTime = (): void => {
      // The timer of an attempt before a redrive counts no more.
      if (run.log.redriveCount === attempt) run.timeOut();
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
      const { request } = wait.effect;
      tasks.push({ id, request, executionArn: wait.thread.host.settings.executionArn });
    }
    return tasks;
  }

  /** What a thread waits for; undefined when it can go on. */
  waitOf(thread: Thread): 'task' | 'time' | 'children' | undefined {
    if (thread.waitsForChild) return 'children';
    const id = this.waiting.get(thread);
    const kind = id === undefined ? undefined : this.waits.get(id)?.kind;
    return kind === 'task' ? 'task' : kind === undefined ? undefined : 'time';
  }

  /** True while a thread can go on without the host. */
  get hasReady(): boolean {
    return this.head < this.queue.length;
  }

  /** Runs threads until none is ready, or until `stop` says so, which is asked between two steps. */
  runReady(stop?: () => boolean): void {
    while (this.head < this.queue.length) {
      const next = this.queue[this.head++];
      if (this.head === this.queue.length) {
        this.queue = [];
        this.head = 0;
      } else if (this.head > 1024 && this.head * 2 > this.queue.length) {
        this.queue = this.queue.slice(this.head);
        this.head = 0;
      }
      if (next !== undefined && !next.thread.ended) this.run(next);
      if (stop?.() === true) return;
    }
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
    const seconds = wait.effect.request.heartbeatSeconds;
    if (seconds === undefined) return;
    if (wait.heartbeatId !== undefined) this.waits.delete(wait.heartbeatId);
    wait.heartbeatId = this.timer(id, wait.thread, seconds, 'heartbeat');
  }

  private timer(task: number, thread: Thread, seconds: number, by: 'timeout' | 'heartbeat'): number {
    const id = this.ask({ kind: 'timer', thread, task, by });
    this.outbox.push({ id, kind: 'sleep', until: this.time + seconds * 1000, reason: 'timeout' });
    return id;
  }

  start(thread: Thread): void {
    if (++this.threads > this.limits.threads) {
      throw new LimitReached(
        'Simulator.ThreadLimitExceeded',
        `More than ${String(this.limits.threads)} branches and iterations run at once.`,
      );
    }
    this.makeReady(thread, undefined, false);
  }

  forget(thread: Thread): void {
    this.threads--;
    const id = this.waiting.get(thread);
    if (id === undefined) return;
    this.waiting.delete(thread);
    const wait = this.waits.get(id);
    if (wait?.kind === 'task') this.dropTask(id, wait);
    else this.waits.delete(id);
  }

  startChildExecution(parent: Thread, start: ChildExecutionStart): Stoppable {
    const key = `${start.mapRunArn}#${String(start.index)}`;
    const earlier = this.children.get(key);
    if (earlier !== undefined) {
      earlier.redriveIn(parent);
      return earlier;
    }
    const outer = parent.host.settings;
    const settings = executionSettings({
      ...outer,
      stateMachineName: `${outer.stateMachineName}/${start.label}`,
      executionName: this.uuid(),
      type: start.express ? 'EXPRESS' : 'STANDARD',
    });
    const source = { now: this.now, random: this.random, uuid: this.uuid };
    const log = new ExecutionRecord(source, settings, this.limits, start.input, jsonText(start.input), start.mapRunArn);
    const child = new ExecutionRun(this, log, start.scope, {
      thread: parent,
      index: start.index,
      mapItem: start.mapItem,
    });
    this.children.set(key, child);
    child.start();
    return child;
  }

  /** An execution ended: the thread that started it is told. */
  ended(run: ExecutionRun): void {
    const { parent, log } = run;
    if (parent === undefined) return;
    this.tell(
      parent.thread,
      log.status === 'SUCCEEDED'
        ? { index: parent.index, kind: 'succeeded', output: log.output ?? null, lastEventId: 0 }
        : { index: parent.index, kind: 'failed', failure: log.failure, lastEventId: 0, stateType: undefined },
    );
  }

  private makeReady(thread: Thread, value: unknown, threw: boolean): void {
    this.queue.push({ thread, value, threw });
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
  private handle(thread: Thread, effect: Effect): unknown {
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
        const id = this.ask({ kind: 'value', thread });
        this.waiting.set(thread, id);
        this.outbox.push({ ...effect, id });
        return undefined;
      }
    }
  }

  private invoke(thread: Thread, effect: Effect & { readonly kind: 'invoke' }): void {
    const wait: TaskWait = { kind: 'task', thread, effect, timeoutId: undefined, heartbeatId: undefined };
    const id = this.ask(wait);
    this.waiting.set(thread, id);
    this.outbox.push({ id, kind: 'invoke', request: effect.request, executionArn: thread.host.settings.executionArn });
    const { timeoutSeconds } = effect.request;
    if (timeoutSeconds !== undefined) wait.timeoutId = this.timer(id, thread, timeoutSeconds, 'timeout');
    this.startHeartbeat(id, wait);
  }

  private ask(wait: Wait): number {
    const id = this.nextEffect++;
    this.waits.set(id, wait);
    return id;
  }

  private finish(thread: Thread, output: JsonValue): void {
    thread.ended = true;
    this.threads--;
    const { parent, lastEventId } = thread;
    if (parent !== undefined) this.tell(parent, { index: thread.index, kind: 'succeeded', output, lastEventId });
    else if (thread.host instanceof ExecutionRun)
      thread.host.succeed(output, thread.inputText ?? jsonText(output), lastEventId);
  }

  private failThread(thread: Thread, problem: unknown): void {
    const run = thread.host;
    if (!(run instanceof ExecutionRun)) throw problem;
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
        this.tell(parent, { index: thread.index, kind: 'failed', failure, lastEventId, stateType: aborted });
      }
      return;
    }
    if (problem instanceof LimitReached) run.fail({ error: problem.error, cause: problem.cause }, thread.lastEventId);
    else if (problem instanceof RangeError) {
      run.fail({ error: 'Simulator.StackLimitExceeded', cause: problem.message }, thread.lastEventId);
    } else throw problem;
  }

  private tell(parent: Thread, end: ChildEnd): void {
    if (parent.ended) return;
    parent.childEnded(end);
    if (!parent.waitsForChild) return;
    parent.waitsForChild = false;
    this.makeReady(parent, nextChildEnd, false);
  }
}
