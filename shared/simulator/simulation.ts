/** The simulator's door: create an execution, run it, step through it, stop it, redrive it. */
import type { Random } from '../base/host';
import type { JsonObject, JsonValue } from '../base/json';
import { jsonText, parseJsonText } from '../base/jsonNumbers';
import { randomUuid, seededRandom } from '../base/seededRandom';
import type { HistoryEvent } from '../history/events';
import type { FailureData, MapRunRecord } from '../states/execution';
import type { Program } from './compile';
import { Engine } from './engine';
import { ExecutionRecord, type ExecutionHooks, type ExecutionStatus } from './execution';
import { ExecutionRun } from './executionRun';
import {
  awsLimits,
  executionSettings,
  type EngineLimits,
  type ExecutionSettings,
  type SettingsInput,
} from './settings';
import { VirtualScheduler } from './virtualScheduler';
import { StoreProblem, type ObjectStore, type Worker } from './worker';

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
}

/** How an execution stands: what DescribeExecution and GetExecutionHistory would say. */
export interface ExecutionResult {
  readonly status: ExecutionStatus;
  readonly output?: JsonValue;
  readonly outputText?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly HistoryEvent[];
  readonly settings: ExecutionSettings;
  readonly startTime: number;
  readonly stopTime?: number;
  readonly redriveCount: number;
  readonly redriveStatus: 'REDRIVABLE' | 'NOT_REDRIVABLE';
  readonly mapRuns: readonly MapRunRecord[];
}

/** An execution under way. All its time is virtual. */
export class Simulation {
  private constructor(
    private readonly engine: Engine,
    private readonly run: ExecutionRun,
    private readonly scheduler: VirtualScheduler,
    private readonly program: Program,
  ) {}

  static create(program: Program, options: ExecutionOptions): Simulation {
    const random: Random = seededRandom(options.seed ?? 1);
    const limits = { ...awsLimits, ...options.limits };
    const engine = new Engine(options.startTime, random, limits);
    const settings = executionSettings({
      ...options.settings,
      executionName: options.settings?.executionName ?? randomUuid(random),
    });
    const inputText = options.inputText ?? jsonText(options.input ?? {});
    const input = options.inputText === undefined ? (options.input ?? {}) : parseJsonText(options.inputText);
    const source = { now: engine.now, random, uuid: engine.uuid };
    const log = new ExecutionRecord(source, settings, limits, input, inputText, undefined);
    log.hooks = options.hooks ?? {};
    const run = new ExecutionRun(engine, log, program.scope, undefined);
    engine.begin(run, program.timeoutSeconds);
    run.start(options.variables);
    return new Simulation(engine, run, new VirtualScheduler(engine, options.worker, options.store ?? noStore), program);
  }

  get events(): readonly HistoryEvent[] {
    return this.run.log.events;
  }

  /** The time of the execution's clock, in milliseconds since the epoch. */
  get now(): number {
    return this.engine.time;
  }

  get status(): ExecutionStatus {
    return this.run.log.status;
  }

  /** Runs until the execution has ended, or `until` says so between two steps. Returns a promise only when it must wait. */
  runToEnd(until?: () => boolean): ExecutionResult | Promise<ExecutionResult> {
    const ended = this.scheduler.run(() => this.status !== 'RUNNING' || until?.() === true);
    return ended instanceof Promise ? ended.then(() => this.result()) : this.result();
  }

  /** StopExecution: ends the execution where it stands. False when it had ended before. */
  stop(failure: FailureData = {}): boolean {
    if (this.status !== 'RUNNING') return false;
    this.run.abort(failure);
    return true;
  }

  result(): ExecutionResult {
    const { log } = this.run;
    return {
      status: log.status,
      ...(log.output === undefined ? {} : { output: log.output }),
      ...(log.outputText === undefined ? {} : { outputText: log.outputText }),
      ...log.failure,
      events: log.events,
      settings: log.settings,
      startTime: log.startTime,
      ...(log.stopTime === undefined ? {} : { stopTime: log.stopTime }),
      redriveCount: log.redriveCount,
      redriveStatus: this.redrivable ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
      mapRuns: [...log.mapRuns.values()],
    };
  }

  private get redrivable(): boolean {
    const { status, settings } = this.run.log;
    return settings.type === 'STANDARD' && (status === 'FAILED' || status === 'TIMED_OUT' || status === 'ABORTED');
  }
}

const noStore: ObjectStore = () => {
  throw new StoreProblem('NoSuchBucket', 'The specified bucket does not exist');
};
