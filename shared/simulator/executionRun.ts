import type { JsonObject, JsonValue } from '../base/json';
import type { StateFailure } from '../expressions/failure';
import { noVariables, type Variables } from '../expressions/variables';
import type { EventDetails, EventType } from '../history/eventTable';
import type {
  ChildExecutionStart,
  ChildStart,
  CompiledScope,
  CompiledState,
  FailureData,
  InspectionStage,
  MapItem,
  MapRunRecord,
  MockedChildren,
  StateRun,
  TaskRequest,
} from '../states/execution';
import type { ExecutionRecord } from './execution';
import type { ResumePoint } from './resume';
import type { EngineLimits, ExecutionSettings } from './settings';
import { Thread } from './thread';
import type { ChangeEntry, ContextSource, Stoppable, ThreadHost } from './threadHost';

/** What an execution needs of the engine that runs it. */
export interface ThreadRunner {
  readonly stepping: boolean;
  start(thread: Thread): void;
  startChildExecution(parent: Thread, start: ChildExecutionStart): Stoppable;
  forget(thread: Thread): void;
  ended(run: ExecutionRun): void;
}

/** The thread of a distributed Map that started a child execution. */
export interface ParentLink {
  readonly thread: Thread;
  readonly index: number;
  readonly mapItem: MapItem | undefined;
}

/** One execution as it runs: its record and its threads. A child of a distributed Map has the thread that started it. */
export class ExecutionRun implements ThreadHost, Stoppable {
  root: Thread | undefined = undefined;
  resumeAt: ResumePoint | undefined = undefined;

  constructor(
    readonly runner: ThreadRunner,
    readonly log: ExecutionRecord,
    readonly scope: CompiledScope,
    public parent: ParentLink | undefined,
  ) {}

  /** Writes ExecutionStarted and makes the root thread ready. */
  start(variables?: Variables): void {
    const { log } = this;
    log.append('ExecutionStarted', 0, {
      input: log.inputText,
      inputDetails: { truncated: false },
      roleArn: log.settings.roleArn,
    });
    // AWS lets the first StateEntered point to nothing instead of to ExecutionStarted.
    this.startRoot(0, log.input, log.inputText, undefined, variables);
  }

  /** Goes on where the execution stopped: ExecutionRedriven, then the state that did not succeed. */
  redrive(): void {
    const { log } = this;
    const resume = this.resumeAt;
    if (resume === undefined) throw new Error('Only an execution that stopped can be redriven');
    log.reopen();
    const redriven = log.append('ExecutionRedriven', 0, {
      redriveCount: log.redriveCount,
    });
    this.startRoot(redriven, resume.input, undefined, resume);
  }

  /** Redrives a child execution for the thread that now waits for it. */
  redriveIn(thread: Thread): void {
    if (this.parent !== undefined) this.parent = { ...this.parent, thread };
    this.redrive();
  }

  private startRoot(
    previousEventId: number,
    input: JsonValue,
    inputText: string | undefined,
    resume: ResumePoint | undefined,
    given?: Variables,
  ): void {
    const variables = given ?? resume?.variables ?? this.parent?.thread.variables ?? noVariables;
    const mapItem = this.parent?.mapItem;
    this.root = new Thread(
      this,
      this.scope,
      input,
      inputText,
      variables,
      previousEventId,
      mapItem,
      undefined,
      0,
      resume,
    );
    this.runner.start(this.root);
  }

  succeed(output: JsonValue, outputText: string, lastEventId: number): void {
    const { log } = this;
    log.append('ExecutionSucceeded', lastEventId, {
      output: outputText,
      outputDetails: { truncated: false },
    });
    log.output = output;
    log.outputText = outputText;
    this.end('SUCCEEDED', {});
  }

  fail(failure: FailureData, lastEventId: number): void {
    this.close('FAILED', failure, () => {
      this.log.append('ExecutionFailed', lastEventId, failure);
    });
  }

  timeOut(): void {
    this.close('TIMED_OUT', {}, () => this.log.append('ExecutionTimedOut', 0, {}));
  }

  abort(failure: FailureData): void {
    this.close('ABORTED', failure, () => this.log.append('ExecutionAborted', 0, failure));
  }

  private close(status: 'FAILED' | 'TIMED_OUT' | 'ABORTED', failure: FailureData, write: () => void): void {
    if (this.log.status !== 'RUNNING') return;
    this.resumeAt = this.root?.resumePoint();
    this.root?.stop();
    // Set first: the closing event may be one more than the limit allows.
    this.log.status = status;
    write();
    this.end(status, failure);
  }

  private end(status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED', failure: FailureData): void {
    this.log.status = status;
    this.log.failure = failure;
    this.log.stopTime = this.log.source.now();
    this.runner.ended(this);
  }

  get lastEventId(): number {
    return this.log.events.length;
  }

  readonly stateType = undefined;

  stop(): void {
    this.abort({});
  }

  resumePoint(): ResumePoint | undefined {
    return this.resumeAt ?? this.root?.resumePoint();
  }

  get settings(): ExecutionSettings {
    return this.log.settings;
  }

  get limits(): EngineLimits {
    return this.log.limits;
  }

  get stepping(): boolean {
    return this.runner.stepping;
  }

  get inspect(): ((stage: InspectionStage, value: JsonValue) => void) | undefined {
    return this.log.hooks.inspect;
  }

  get mockedChildren(): MockedChildren | undefined {
    return this.log.hooks.mockedChildren;
  }

  get retriesBefore(): number | undefined {
    return this.log.hooks.retriesBefore;
  }

  get changeEntry(): ChangeEntry | undefined {
    return this.log.hooks.changeEntry;
  }

  get refuseTask(): ((request: TaskRequest) => string | undefined) | undefined {
    return this.log.hooks.refuseTask;
  }

  now(): number {
    return this.log.source.now();
  }

  random(): number {
    return this.log.source.random();
  }

  uuid(): string {
    return this.log.source.uuid();
  }

  newTaskToken(): string {
    return this.log.newTaskToken();
  }

  context(run: ContextSource, item: MapItem | undefined): JsonObject {
    return this.log.context(run, item);
  }

  record<Type extends EventType>(type: Type, previousEventId: number, details: EventDetails<Type>): number {
    return this.log.append(type, previousEventId, details);
  }

  countText(length: number): void {
    this.log.countText(length);
  }

  countStep(): void {
    this.log.countStep();
  }

  countEntry(state: CompiledState): number {
    return this.log.countEntry(state);
  }

  startChild(parent: StateRun, start: ChildStart): Stoppable {
    if (!(parent instanceof Thread)) throw new Error('A child is started by a thread');
    const resume = parent.childResume(start.index);
    const child = new Thread(
      this,
      start.scope,
      resume?.input ?? start.input,
      undefined,
      resume?.variables ?? parent.variables,
      resume?.lastEventId ?? start.previousEventId,
      start.mapItem ?? parent.mapItem,
      parent,
      start.index,
      resume,
    );
    this.runner.start(child);
    return child;
  }

  startChildExecution(parent: StateRun, start: ChildExecutionStart): Stoppable {
    if (!(parent instanceof Thread)) throw new Error('A child execution is started by a thread');
    return this.runner.startChildExecution(parent, start);
  }

  recordMapRun(record: MapRunRecord): void {
    this.log.mapRuns.set(record.mapRunArn, record);
  }

  forget(thread: Stoppable): void {
    if (thread instanceof Thread) this.runner.forget(thread);
  }
}

/** The data of a failure, as events and outputs show it: what it lacks is left out. */
export function failureData(failure: StateFailure): FailureData {
  return {
    ...(failure.error === undefined ? {} : { error: failure.error }),
    ...(failure.cause === undefined ? {} : { cause: failure.cause }),
  };
}
