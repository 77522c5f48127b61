import { parseJsonText } from '../base/index';
import {
  LiveExecution,
  nestedAnswer,
  stubStore,
  type ChildExecutionResult,
  type ExecutionResult,
  type JournalEntry,
} from '../simulator/index';
import type { HistoryEvent } from '../history/index';
import type { MapRunRecord } from '../states/index';
import type { ApiState } from './apiState';
import { keptChildren, nestedResult, optionsOf } from './executionOptions';
import type { ExecutionRecord, HistoryRecord } from './records';
import { RecentHistories } from './recentHistories';
import { TaskDesk } from './taskDesk';
import { TaskWorker } from './taskWorker';

interface Running {
  readonly live: LiveExecution;
  readonly kept: boolean;
  readonly onEnd: ((result: ExecutionResult) => void) | undefined;
}

/**
 * The executions that go on. Each writes its journal and, at its end, its record and history; those that did not end before
 * the process did are made again from their journals.
 */
export class RunningExecutions {
  readonly desk: TaskDesk;
  private readonly running = new Map<string, Running>();
  private readonly histories = new RecentHistories();
  private readonly objects;

  constructor(private readonly state: ApiState) {
    this.desk = new TaskDesk(state);
    this.objects = stubStore(state.now());
  }

  get size(): number {
    return this.running.size;
  }

  /** Takes up what was going on when the process ended. */
  async resume(): Promise<void> {
    const { executions, settings } = this.state;
    for (const record of [...executions.values()]) {
      if (record.status !== 'RUNNING') continue;
      await this.begin(record, this.journalOf(record.arn)).catch((problem: unknown) => {
        settings.onFault(problem);
      });
    }
    // A child may have ended just before its parent was told.
    for (const record of [...executions.values()]) if (record.status !== 'RUNNING') this.tellParent(record);
  }

  private journalOf(arn: string): readonly JournalEntry[] {
    return this.state.settings.store
      .journal(arn)
      .flatMap((text) => parseJsonText(text) as unknown as readonly JournalEntry[]);
  }

  /**
   * Starts an execution, or goes on with its journal. Where nothing has to be waited for it has ended when this returns.
   * @param kept whether it is remembered; Express executions are not
   * @param onEnd called once, when it ends
   */
  begin(
    record: ExecutionRecord,
    journal: readonly JournalEntry[] = [],
    kept = true,
    onEnd?: (result: ExecutionResult) => void,
  ): Promise<void> {
    const { state } = this;
    const { store, clock } = state.settings;
    const revision = state.revision(record.machineArn, record.revisionId);
    const worker = new TaskWorker(state, record, this.desk, (nested) => {
      this.begin(nested, [], nested.type === 'STANDARD').catch(state.settings.onFault);
    });
    const live: LiveExecution = new LiveExecution(state.program(revision), optionsOf(record, revision.roleArn, state), {
      clock,
      asked: (asked) => {
        worker.asked(asked, live);
      },
      carryOut: (asked) =>
        asked.kind === 'invoke' ? worker.carryOut(asked, live) : { kind: 'stored', value: this.objects(asked.request) },
      record: (entries) => {
        if (kept) store.append(record.arn, JSON.stringify(entries));
      },
      rested: () => {
        this.rested(record.arn, worker);
      },
      broke: (problem) => {
        state.settings.onFault(problem);
        this.broken(record.arn, problem);
      },
    });
    if (kept) state.executions.put(record.arn, record);
    this.running.set(record.arn, { live, onEnd, kept });
    return Promise.resolve(live.begin(journal));
  }

  /** The execution that goes on; undefined when it has ended. */
  get(arn: string): LiveExecution | undefined {
    return this.running.get(arn)?.live;
  }

  /** The events of an execution as it stands. */
  events(arn: string): readonly HistoryEvent[] {
    return this.running.get(arn)?.live.simulation.events ?? this.history(arn).events;
  }

  mapRuns({ arn, mapRuns }: ExecutionRecord): readonly MapRunRecord[] {
    return this.running.get(arn)?.live.simulation.result().mapRuns ?? mapRuns;
  }

  children(arn: string): readonly ChildExecutionResult[] {
    return this.running.get(arn)?.live.simulation.childExecutions() ?? this.history(arn).children;
  }

  private history(arn: string): HistoryRecord {
    return this.histories.get(arn, () => {
      const text = this.state.settings.store.get('history', arn);
      return text === undefined ? { events: [], children: [] } : (JSON.parse(text) as HistoryRecord);
    });
  }

  /** Redrives an execution that has ended: it is made again from its journal and goes on. */
  async redrive(record: ExecutionRecord): Promise<void> {
    const { arn, redriveCount } = record;
    const entry: JournalEntry = { kind: 'redrive', at: this.state.now() };
    const reopened = { status: 'RUNNING', stopTime: undefined, error: undefined, cause: undefined } as const;
    const journal = [...this.journalOf(arn), entry];
    this.state.settings.store.append(arn, JSON.stringify([entry]));
    await this.begin({ ...record, ...reopened, redriveCount: redriveCount + 1 }, journal);
  }

  /** Forgets an execution that has ended. */
  forget(arn: string): void {
    const { store } = this.state.settings;
    store.together(() => {
      this.state.executions.remove(arn);
      store.remove('history', arn);
      store.dropJournal(arn);
    });
    this.histories.forget(arn);
  }

  /** Ends all that wakes by itself, without a word to anybody: the process is about to end. */
  abandon(): void {
    for (const { live } of this.running.values()) live.abandon();
  }

  private rested(arn: string, worker: TaskWorker): void {
    const running = this.running.get(arn);
    if (running === undefined) return;
    const result = running.live.simulation.result();
    if (result.status === 'RUNNING') return;
    worker.ended();
    this.running.delete(arn);
    if (running.kept) this.keep(arn, running.live, result.status === 'SUCCEEDED');
    running.onEnd?.(result);
  }

  /** Writes the end of an execution. What can be redriven keeps its journal. */
  private keep(arn: string, live: LiveExecution, isDone: boolean): void {
    const { executions, settings, limits } = this.state;
    const record = executions.get(arn);
    if (record === undefined) return;
    const { status, outputText, error, cause, stopTime, redriveCount, mapRuns, events } = live.simulation.result();
    const ended = { ...record, status, stopTime, output: outputText, error, cause, redriveCount, mapRuns };
    const history = { events, children: live.simulation.childExecutions().slice(0, keptChildren) };
    settings.store.together(() => {
      executions.put(arn, ended);
      settings.store.put('history', arn, JSON.stringify(history));
      if (isDone) settings.store.dropJournal(arn);
    });
    this.histories.put(arn, history);
    this.tellParent(ended);
    this.removeDeleted(ended.machineArn);
    for (const oldest of executions.values()) {
      if (executions.size - this.running.size <= limits.keptExecutions) break;
      if (oldest.status !== 'RUNNING') this.forget(oldest.arn);
    }
  }

  /** An execution that started another and waits for its end is told of it. */
  private tellParent(record: ExecutionRecord): void {
    const { startedBy } = record;
    const parent = startedBy === undefined ? undefined : this.get(startedBy.arn);
    if (startedBy === undefined || parent === undefined || record.status === 'RUNNING') return;
    const { outcome } = nestedAnswer({ pattern: 'sync', action: startedBy.action, time: 0 }, nestedResult(record));
    if (outcome !== undefined) void parent.report(startedBy.id, { kind: 'outcome', outcome });
  }

  /** A machine that was deleted goes when the last of its executions has ended. */
  removeDeleted(machineArn: string): void {
    if (this.state.machines.get(machineArn)?.status !== 'DELETING') return;
    for (const arn of this.running.keys()) if (this.state.executions.get(arn)?.machineArn === machineArn) return;
    this.state.removeMachine(machineArn);
  }

  /** The simulator could not go on: the execution fails with what is known of it. */
  private broken(arn: string, problem: unknown): void {
    const running = this.running.get(arn);
    this.running.delete(arn);
    const record = this.state.executions.get(arn);
    if (running === undefined || record === undefined) return;
    const cause = problem instanceof Error ? problem.message : String(problem);
    const ended = { status: 'FAILED', error: 'Simulator.Fault', cause, stopTime: this.state.now() } as const;
    try {
      this.state.executions.put(arn, { ...record, ...ended });
    } catch (unwritten) {
      // On a full disk it stays as it was written last, and goes on from there after a restart.
      this.state.settings.onFault(unwritten);
    }
  }
}
