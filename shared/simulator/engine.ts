import { type JsonValue, jsonText } from '../base/index';
import { StateFailure } from '../expressions/index';
import { stateEvents } from '../history/index';
import type {
  AnswerAtOnce,
  ChildEnd,
  ChildExecutionFacts,
  ChildExecutionStart,
  Effect,
  TaskOutcome,
  TaskRequest,
} from '../states/index';
import { ChildExecutions, type KeepsHistory } from './childExecutions';
import type { AtOnce, EngineAnswer } from './effects';
import { failureData, type ExecutionRun } from './executionRun';
import { LimitReached } from './limitReached';
import type { LineOfControl, LineRunner, Stoppable } from './lineOfControl';
import { ReadyQueue, type Ready } from './readyQueue';
import type { TaskWait } from './taskWait';
import { Waits } from './waits';

/** Stands for an effect that is done at once and has no value. */
const resumed = Symbol('resumed');

/** Stands for the end of a child that is taken when the thread goes on, not before. */
const nextChildEnd = Symbol('nextChildEnd');

/** How long AWS lets an execution run at most, in seconds. */
const longestRun = { STANDARD: 31_536_000, EXPRESS: 300 } as const;

/**
 * Runs the threads of an execution and of its child executions, asks for effects and takes their results. It has no
 * clock, no chance and no I/O of its own: the host sets `time`, takes the effects out of `waits` and answers with {@link deliver}.
 */
export class Engine implements LineRunner {
  /** The host's clock, in milliseconds since the epoch. */
  time: number;
  stepping = false;
  readonly waits = new Waits(this);
  /** Set by a host that answers some effects at once. */
  atOnce: AtOnce | undefined = undefined;
  private readonly children: ChildExecutions;
  private readonly ready = new ReadyQueue();
  private threads = 0;
  /** The execution that was asked for; the others are its children. */
  private root: ExecutionRun | undefined = undefined;

  constructor(
    startTime: number,
    private readonly threadLimit: number,
    keepsHistory: KeepsHistory,
  ) {
    this.time = startTime;
    this.children = new ChildExecutions(keepsHistory);
  }

  /** Starts an execution's root thread and its time limit. */
  begin(run: ExecutionRun, timeoutSeconds: number | undefined): void {
    this.root = run;
    this.limitTime(run, Math.min(timeoutSeconds ?? Infinity, longestRun[run.record.environment.settings.type]));
  }

  private limitTime(run: ExecutionRun, seconds: number): void {
    const attempt = run.record.redriveCount;
    const onTime = (): void => {
      // The timer of an attempt before a redrive counts no more.
      if (run.record.redriveCount === attempt) run.timeOut();
    };
    this.waits.askExecutionTimeout(seconds, onTime);
  }

  get childExecutions(): readonly ExecutionRun[] {
    return this.children.kept;
  }

  /** What a thread waits for; undefined when it can go on. */
  waitOf(thread: LineOfControl): 'task' | 'time' | 'children' | undefined {
    if (thread.waitsForChild) return 'children';
    const kind = this.waits.of(thread)?.kind;
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

  /** Takes an answer; one that nobody awaits any more is ignored. */
  deliver(id: number, answer: EngineAnswer): void {
    const wait = this.waits.get(id);
    if (wait === undefined) return;
    switch (wait.kind) {
      case 'executionTimeout':
        this.waits.drop(id);
        wait.onTime();
        return;
      case 'timer':
        this.endTask(wait.task, { kind: 'timeout', by: wait.by });
        return;
      case 'task':
        this.deliverToTask(id, wait, answer);
        return;
      case 'value':
        this.waits.drop(id);
        if (answer.kind === 'error') this.makeReady(wait.line, answer.error, true);
        else this.makeReady(wait.line, answer.kind === 'value' ? answer.value : undefined, false);
    }
  }

  private deliverToTask(id: number, wait: TaskWait, answer: EngineAnswer): void {
    if (answer.kind === 'outcome') this.endTask(id, answer.outcome);
    // Reports are taken where they come, before anything that is due at the same time goes on.
    else if (answer.kind === 'started' || answer.kind === 'submitted')
      this.run({ thread: wait.line, value: answer, threw: false });
    else if (answer.kind === 'heartbeat') this.waits.startHeartbeat(id, wait);
  }

  private endTask(id: number, outcome: TaskOutcome): void {
    const wait = this.waits.get(id);
    if (wait?.kind !== 'task') return;
    this.waits.drop(id);
    this.makeReady(wait.line, outcome, false);
  }

  start(thread: LineOfControl): void {
    if (++this.threads > this.threadLimit) {
      throw new LimitReached(
        'Simulator.ThreadLimitExceeded',
        `More than ${String(this.threadLimit)} branches and iterations run at once.`,
        true,
      );
    }
    this.makeReady(thread, undefined, false);
  }

  forget(thread: LineOfControl): void {
    this.threads--;
    this.waits.forget(thread);
  }

  startChildExecution(parent: LineOfControl, start: ChildExecutionStart): Stoppable {
    const child = this.children.start(this, parent, start);
    // Its parent's year ends a Standard child.
    if (start.express) this.limitTime(child, longestRun.EXPRESS);
    return child;
  }

  executionFacts(mapRunArn: string, index: number): ChildExecutionFacts | undefined {
    return this.children.factsOf(mapRunArn, index);
  }

  childExecutionEnded(parent: LineOfControl, end: ChildEnd, mapRunArn: string): void {
    if (end.kind === 'succeeded') this.children.succeeded(mapRunArn, end.index);
    this.giveEnd(parent, end);
  }

  /** True where nothing else could go on before an answer that comes at once: no other order of events is lost by it. */
  private get isAlone(): boolean {
    return !this.stepping && this.ready.isEmpty && this.waits.nothingAsked;
  }

  answerAtOnce(request: TaskRequest): AnswerAtOnce | undefined {
    return this.isAlone ? this.atOnce?.answer(request) : undefined;
  }

  private makeReady(thread: LineOfControl, value: unknown, threw: boolean): void {
    this.ready.add({ thread, value, threw });
  }

  private run({ thread, value: sent, threw }: Ready): void {
    try {
      const given = sent === nextChildEnd ? thread.children.take() : sent;
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
        const end = thread.children.take();
        thread.waitsForChild = end === undefined;
        return end;
      }
      case 'step':
        // Branches take turns, state by state; a line of control that is alone goes on at once.
        if (!this.stepping && !this.hasReady) return resumed;
        this.makeReady(thread, undefined, false);
        return undefined;
      case 'evaluate': {
        const { expression, states, item } = effect;
        const environment = item === undefined ? thread : thread.forItem(item);
        const value = this.isAlone ? this.atOnce?.evaluate(expression, states, environment) : undefined;
        if (value === undefined) this.waits.askValue(thread, effect);
        return value;
      }
      case 'invoke':
        this.waits.askTask(thread, effect.request);
        return undefined;
      case 'progress':
        // Its task is under way: deliver() resumes it.
        return undefined;
      default:
        this.waits.askValue(thread, effect);
        return undefined;
    }
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
    if (problem instanceof LimitReached) {
      const failure = { error: problem.error, cause: problem.cause };
      if (problem.ofWholeRun && this.root) this.root.fail(failure, this.root.root?.lastEventId ?? 0);
      else run.fail(failure, thread.lastEventId);
    } else if (problem instanceof RangeError) {
      run.fail({ error: 'Simulator.StackLimitExceeded', cause: problem.message }, thread.lastEventId);
    } else throw problem;
  }

  private giveEnd(parent: LineOfControl, end: ChildEnd): void {
    if (parent.ended) return;
    parent.children.ended(end);
    if (!parent.waitsForChild) return;
    parent.waitsForChild = false;
    this.makeReady(parent, nextChildEnd, false);
  }
}
