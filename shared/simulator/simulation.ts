/** The simulator's door: create an execution, run it, step through it, stop it, redrive it. */
import {
  type JsonObject,
  type JsonValue,
  type Random,
  type Result,
  fail,
  jsonText,
  ok,
  parseJsonText,
  randomUuid,
  seededRandom,
} from '../base/index';
import type { HistoryEvent } from '../history/index';
import type { FailureData, TaskOutcome } from '../states/index';
import type { Program } from './compile';
import { Budget } from './budget';
import { keepsFirstHistories, type KeepsHistory } from './childExecutions';
import { Engine } from './engine';
import type { ExecutionHooks, SimulatorEnvironment } from './environment';
import { ExecutionRecord, type ExecutionStatus } from './execution';
import {
  redriveProblemOf,
  resultOf,
  type ChildExecutionResult,
  type ExecutionResult,
  type RedriveProblem,
} from './executionResult';
import { ExecutionRun } from './executionRun';
import type { MakeScheduler, Scheduler } from './scheduler';
import { awsLimits, executionSettings, type EngineLimits, type SettingsInput } from './settings';
import { viewThreads, type ThreadView } from './threadView';
import { VirtualScheduler } from './virtualScheduler';
import type { PendingTask } from './waits';
import { StoreProblem, type ObjectStore, type Worker } from './worker';

export type { ChildExecutionResult, ExecutionResult, RedriveProblem } from './executionResult';

export interface ExecutionOptions {
  /** The input as JSON text, which the first events show as it is, or as a value. `{}` when not given. */
  readonly input?: JsonValue;
  readonly inputText?: string;
  readonly settings?: Partial<SettingsInput>;
  /** The same seed gives the same history, byte for byte. */
  readonly seed?: number;
  /** Milliseconds since the epoch. */
  readonly startTime: number;
  readonly worker: Worker;
  readonly store?: ObjectStore;
  readonly limits?: Partial<EngineLimits>;
  /** Variables that are assigned before the first state. */
  readonly variables?: JsonObject | undefined;
  readonly hooks?: ExecutionHooks;
  /**
   * Which children of distributed Maps keep their histories when they have succeeded; the first 10,000 of each when not
   * given. The same options make the histories of others when they are asked for here.
   */
  readonly keepsHistory?: KeepsHistory;
  /** What drives the execution; virtual time when not given. */
  readonly scheduler?: MakeScheduler;
}

const virtualTime: MakeScheduler = (engine, host) => new VirtualScheduler(engine, host);

/** An execution under way, on the time of its scheduler. */
export class Simulation {
  /** How many events advance() has given. */
  private delivered = 0;

  private constructor(
    private readonly engine: Engine,
    private readonly run: ExecutionRun,
    private readonly scheduler: Scheduler,
    private readonly host: { worker: Worker },
    private readonly program: Program,
  ) {}

  static create(program: Program, options: ExecutionOptions): Simulation {
    const random: Random = seededRandom(options.seed ?? 1);
    const limits = { ...awsLimits, ...options.limits };
    const engine = new Engine(options.startTime, limits.threads, options.keepsHistory ?? keepsFirstHistories);
    const settings = executionSettings({
      ...options.settings,
      executionName: options.settings?.executionName ?? randomUuid(random),
    });
    const inputText = options.inputText ?? jsonText(options.input ?? {});
    const input = options.inputText === undefined ? (options.input ?? {}) : parseJsonText(options.inputText);
    const environment: SimulatorEnvironment = {
      settings,
      limits,
      budget: new Budget(limits),
      hooks: options.hooks ?? {},
      now: () => engine.time,
      random,
      uuid: () => randomUuid(random),
    };
    const run = new ExecutionRun(
      engine,
      new ExecutionRecord(environment, input, inputText, undefined),
      program.scope,
      undefined,
    );
    engine.begin(run, program.timeoutSeconds);
    run.start(options.variables);
    const { expressions } = program;
    const host = { worker: options.worker, store: options.store ?? noStore, expressions };
    const scheduler = (options.scheduler ?? virtualTime)(engine, host);
    return new Simulation(engine, run, scheduler, host, program);
  }

  get events(): readonly HistoryEvent[] {
    return this.run.record.events;
  }

  /** The time of the execution's clock, in milliseconds since the epoch. */
  get now(): number {
    return this.engine.time;
  }

  get status(): ExecutionStatus {
    return this.run.record.status;
  }

  /** Runs until the execution has ended, or `until` says so between two steps. Returns a promise only when it must wait. */
  runToEnd(until?: () => boolean): ExecutionResult | Promise<ExecutionResult> {
    const ended = this.scheduler.run(() => this.status !== 'RUNNING' || until?.() === true);
    return ended instanceof Promise ? ended.then(() => this.result()) : this.result();
  }

  /**
   * The next event of the execution; undefined when it has ended, or waits for an answer that only the caller gives.
   * The engine goes no further than the event needs, a state at a time.
   */
  async advance(): Promise<HistoryEvent | undefined> {
    const { events } = this.run.record;
    this.engine.stepping = true;
    if (this.delivered >= events.length && this.status === 'RUNNING') {
      await this.scheduler.run(() => this.status !== 'RUNNING' || events.length > this.delivered);
    }
    this.engine.stepping = false;
    const event = events[this.delivered];
    if (event !== undefined) this.delivered++;
    return event;
  }

  /** Where the execution stands: each line of control with its state, input and variables. */
  inspect(): readonly ThreadView[] {
    return this.status === 'RUNNING' ? viewThreads(this.run, this.engine) : [];
  }

  /** The tasks that wait for an answer. */
  pendingTasks(): readonly PendingTask[] {
    return this.engine.waits.pendingTasks();
  }

  /** Answers a waiting task in place of its worker; false when it does not wait any more. */
  answer(taskId: number, outcome: TaskOutcome): boolean {
    if (this.engine.waits.get(taskId) === undefined) return false;
    this.engine.deliver(taskId, { kind: 'outcome', outcome });
    return true;
  }

  /** Tells that a waiting task is alive. */
  heartbeat(taskId: number): void {
    this.engine.deliver(taskId, { kind: 'heartbeat' });
  }

  /** From now on tasks are done by another worker. */
  useWorker(worker: Worker): void {
    this.host.worker = worker;
  }

  /** StopExecution: ends the execution where it stands. False when it had ended before. */
  stop(failure: FailureData = {}): boolean {
    if (this.status !== 'RUNNING') return false;
    this.run.abort(failure);
    return true;
  }

  /**
   * RedriveExecution: goes on from the states that did not succeed, keeping what did. The problem says why AWS would
   * not redrive it.
   */
  redrive(): Result<true, RedriveProblem> {
    const problem = redriveProblemOf(this.run.record);
    if (problem !== undefined) return fail(problem);
    this.run.redrive();
    this.engine.begin(this.run, this.program.timeoutSeconds);
    return ok(true);
  }

  result(): ExecutionResult {
    return resultOf(this.run.record);
  }

  /** The child executions of distributed Maps whose histories are kept, in the order they started. */
  childExecutions(): readonly ChildExecutionResult[] {
    return this.engine.childExecutions.map(({ record: log, parent }) => ({
      ...resultOf(log),
      mapRunArn: log.mapRunArn ?? '',
      index: parent?.index ?? 0,
    }));
  }
}

const noStore: ObjectStore = () => {
  throw new StoreProblem('NoSuchBucket', 'The specified bucket does not exist');
};
