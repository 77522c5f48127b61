import type { JsonValue } from '../base/index';
import { type StateFailure, type Variables, noVariables } from '../expressions/index';
import type { CompiledScope, FailureData } from '../states/index';
import type { ExecutionRecord } from './execution';
import type { LineOfControl, LineOwner, LineRunner, Stoppable } from './lineOfControl';
import type { ResumePoint } from './resume';
import { Thread } from './thread';

/** The thread of a distributed Map that started a child execution. */
export interface ParentLink {
  readonly thread: LineOfControl;
  readonly index: number;
}

/** One execution as it runs: its record and its threads. A child of a distributed Map has the thread that started it. */
export class ExecutionRun implements LineOwner, Stoppable {
  root: LineOfControl | undefined = undefined;
  resumeAt: ResumePoint | undefined = undefined;

  constructor(
    readonly runner: LineRunner,
    readonly record: ExecutionRecord,
    readonly scope: CompiledScope,
    public parent: ParentLink | undefined,
  ) {}

  /** Writes ExecutionStarted and makes the root thread ready. */
  start(variables?: Variables): void {
    const { record: log } = this;
    log.append('ExecutionStarted', 0, {
      input: log.inputText,
      inputDetails: { truncated: false },
      roleArn: log.environment.settings.roleArn,
    });
    // AWS lets the first StateEntered point to nothing instead of to ExecutionStarted.
    this.startRoot(0, log.input, log.inputText, undefined, variables);
  }

  /** Goes on where the execution stopped: ExecutionRedriven, then the state that did not succeed. */
  redrive(): void {
    const { record: log } = this;
    const resume = this.resumeAt;
    if (resume === undefined) throw new Error('Only an execution that stopped can be redriven');
    log.reopen();
    const redriven = log.append('ExecutionRedriven', 0, {
      redriveCount: log.redriveCount,
    });
    this.startRoot(redriven, resume.input, undefined, resume);
  }

  /** Redrives a child execution for the thread that now waits for it. */
  redriveIn(thread: LineOfControl): void {
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
    // Children of a distributed Map see neither the variables around it nor their item in the context, as measured on AWS.
    const variables = given ?? resume?.variables ?? noVariables;
    this.root = new Thread({
      owner: this,
      scope: this.scope,
      input,
      inputText,
      variables,
      sizes: {},
      previousEventId,
      mapItem: undefined,
      mapIndex: this.parent?.index,
      parent: undefined,
      index: 0,
      resume,
    });
    this.runner.start(this.root);
  }

  succeed(output: JsonValue, outputText: string, lastEventId: number): void {
    const { record: log } = this;
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
      this.record.append('ExecutionFailed', lastEventId, failure);
    });
  }

  timeOut(): void {
    this.close('TIMED_OUT', {}, () => this.record.append('ExecutionTimedOut', 0, {}));
  }

  abort(failure: FailureData): void {
    this.close('ABORTED', failure, () => this.record.append('ExecutionAborted', 0, failure));
  }

  private close(status: 'FAILED' | 'TIMED_OUT' | 'ABORTED', failure: FailureData, write: () => void): void {
    if (this.record.status !== 'RUNNING') return;
    this.resumeAt = this.root?.resumePoint();
    this.root?.stop();
    // Set first: the closing event may be one more than the limit allows.
    this.record.status = status;
    write();
    this.end(status, failure);
  }

  private end(status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED', failure: FailureData): void {
    this.record.status = status;
    this.record.failure = failure;
    this.record.stopTime = this.record.environment.now();
    if (this.parent === undefined) return;
    const { thread, index } = this.parent;
    const { output } = this.record;
    this.runner.childExecutionEnded(
      thread,
      status === 'SUCCEEDED'
        ? { index, kind: 'succeeded', output: output ?? null, lastEventId: 0 }
        : { index, kind: 'failed', failure, lastEventId: 0, stateType: undefined },
      this.record.mapRunArn ?? '',
    );
  }

  get lastEventId(): number {
    return this.record.events.length;
  }

  readonly stateType = undefined;

  get line(): LineOfControl | undefined {
    return this.root;
  }

  stop(): void {
    this.abort({});
  }

  resumePoint(): ResumePoint | undefined {
    return this.resumeAt ?? this.root?.resumePoint();
  }
}

/** The data of a failure, as events and outputs show it: what it lacks is left out. */
export function failureData(failure: StateFailure): FailureData {
  return {
    ...(failure.error === undefined ? {} : { error: failure.error }),
    ...(failure.cause === undefined ? {} : { cause: failure.cause }),
  };
}
