import type { FailureData, MapRunChanges } from '../../states/index';
import type { Program } from '../compile';
import { Simulation, type ExecutionOptions } from '../simulation';
import { StoreProblem, type TaskAnswer } from '../worker';
import type { JsonValue } from '../../base/index';
import type { JournalEntry, JournalEvent, TaskReport } from './journal';
import { LiveScheduler, type Asked } from './liveScheduler';

/** A clock that goes by itself. */
export interface LiveClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back when the clock shows the time or later; what is given ends the wait. */
  wake(at: number, wake: () => void): () => void;
}

export interface LiveHost {
  /** Null for virtual time: it jumps to what is due next, and stands still while somebody outside is awaited. */
  readonly clock: LiveClock | null;
  /** Told of every task that is asked for, also while an execution is replayed. */
  asked?(asked: Extract<Asked, { readonly kind: 'invoke' }>): void;
  /**
   * Carries out what was asked. For a task: what its worker answers, `outside` where somebody will tell the outcome by
   * {@link LiveExecution.report}; undefined where nothing is known before somebody tells: it is asked again after a restart.
   * For the store: the value; a refusal is thrown as StoreProblem.
   */
  carryOut(asked: Asked): Carried | undefined | Promise<Carried>;
  /** Keeps entries, before anything that follows from them is seen outside. */
  record(entries: readonly JournalEntry[]): void;
  /** The execution has come to rest: it waits, or it has ended. */
  rested(): void;
  /** A fault of the simulator or of the host: the execution cannot go on. */
  broke(problem: unknown): void;
}

export type Carried =
  | { readonly kind: 'task'; readonly answer: TaskAnswer; readonly outside?: true }
  | { readonly kind: 'stored'; readonly value: unknown };

type Options = Omit<ExecutionOptions, 'worker' | 'store' | 'scheduler'>;

/** An execution that goes on by itself: with the clock, with workers, and with what is told from outside. */
export class LiveExecution {
  readonly simulation: Simulation;
  private scheduler!: LiveScheduler;
  private readonly inbox: JournalEvent[] = [];
  private unrecorded: JournalEntry[] = [];
  private readonly changes = new Map<string, MapRunChanges>();
  /** The turn that is being taken, as long as it has to be awaited. */
  private going: Promise<void> | undefined = undefined;
  private isBusy = false;
  private disarm: (() => void) | undefined = undefined;

  /** @param options with the journal's seed, start time and input, where a journal is replayed by {@link begin} */
  constructor(
    program: Program,
    options: Options,
    private readonly host: LiveHost,
  ) {
    this.simulation = Simulation.create(program, {
      ...options,
      hooks: { ...options.hooks, mapRunChanges: (mapRunArn) => this.mapRunChanges(mapRunArn) },
      worker: () => ({}),
      scheduler: (engine, schedulerHost) => {
        this.scheduler = new LiveScheduler(engine, schedulerHost, (asked) => {
          if (asked.kind === 'invoke') this.host.asked?.(asked);
        });
        return this.scheduler;
      },
    });
  }

  /** Goes on from the end of the journal; from the start where there is none. A promise while it has to be awaited. */
  begin(journal: readonly JournalEntry[] = []): void | Promise<void> {
    if (journal.length === 0) return this.go();
    this.isBusy = true;
    this.going = this.replay(journal).then(() => {
      this.isBusy = false;
      this.going = undefined;
      return this.go();
    });
    return this.going;
  }

  /**
   * Tells something of a task that waits. False when it waits no more; a promise where the telling has to be awaited, until it
   * stands in the journal.
   */
  report(id: number, answer: TaskReport): boolean | Promise<boolean> {
    if (!this.scheduler.isWaiting(id)) return false;
    const told = this.tell({ kind: 'report', id, answer });
    return told instanceof Promise ? told.then(() => true) : true;
  }

  isWaiting(id: number): boolean {
    return this.scheduler.isWaiting(id);
  }

  /** StopExecution. */
  stop(failure: FailureData): void | Promise<void> {
    return this.tell({ kind: 'stop', failure });
  }

  /** UpdateMapRun: the numbers count from the next end of a child on. */
  changeMapRun(mapRunArn: string, changes: MapRunChanges): void | Promise<void> {
    return this.tell({ kind: 'mapRun', mapRunArn, changes });
  }

  mapRunChanges(mapRunArn: string): MapRunChanges {
    return this.changes.get(mapRunArn) ?? {};
  }

  /** Nothing wakes it any more: its host is about to end. */
  abandon(): void {
    this.disarm?.();
    this.isBusy = true;
  }

  private tell(event: JournalEvent): void | Promise<void> {
    this.inbox.push(event);
    return this.going ?? this.go();
  }

  private async replay(journal: readonly JournalEntry[]): Promise<void> {
    await this.scheduler.run(() => false);
    for (const entry of journal) {
      this.apply(entry);
      await this.scheduler.run(() => false);
    }
  }

  private go(): void | Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.disarm?.();
    this.disarm = undefined;
    // Often called by a timer, where nobody would catch what is thrown.
    const broke = (problem: unknown): void => {
      this.going = undefined;
      this.host.broke(problem);
    };
    try {
      const turned = this.turn();
      if (!(turned instanceof Promise)) return this.rest();
      this.going = turned
        .then(() => {
          this.going = undefined;
          return this.rest();
        })
        .catch(broke);
      return this.going;
    } catch (problem) {
      broke(problem);
    }
  }

  /** Goes on until nothing is due: what came from outside first, then what was asked, then the clock. */
  private turn(): void | Promise<void> {
    for (;;) {
      const going = this.scheduler.run(() => false);
      if (going instanceof Promise) {
        this.flush();
        return going.then(() => this.turn());
      }
      const event = this.inbox.shift();
      if (event !== undefined) {
        this.enter(event);
        continue;
      }
      // Recorded first: whatever is done outside follows from what stands in the journal.
      this.flush();
      this.carryOut();
      if (this.inbox.length > 0) continue;
      const due = this.due();
      if (due === undefined) return;
      this.enter(due.event, due.at);
    }
  }

  private enter(event: JournalEvent, at = this.now()): void {
    const entry = { at, ...event };
    this.unrecorded.push(entry);
    this.apply(entry);
  }

  private apply(entry: JournalEntry): void {
    this.scheduler.apply(entry);
    if (entry.kind === 'stop') this.simulation.stop(entry.failure);
    else if (entry.kind === 'redrive') this.simulation.redrive();
    else if (entry.kind === 'mapRun') {
      const changes = Object.entries(entry.changes).filter(([, change]) => change !== undefined);
      this.changes.set(entry.mapRunArn, { ...this.mapRunChanges(entry.mapRunArn), ...Object.fromEntries(changes) });
    }
  }

  private flush(): void {
    if (this.unrecorded.length === 0) return;
    const entries = this.unrecorded;
    this.unrecorded = [];
    this.host.record(entries);
  }

  private carryOut(): void {
    for (const asked of this.scheduler.takeAsked()) {
      let carried: ReturnType<LiveHost['carryOut']>;
      try {
        carried = this.host.carryOut(asked);
      } catch (problem) {
        this.inbox.push(refused(asked, problem));
        continue;
      }
      if (carried === undefined) continue;
      if (!(carried instanceof Promise)) this.inbox.push(answered(asked, carried));
      else
        carried.then(
          (value) => {
            void this.tell(answered(asked, value));
          },
          (problem: unknown) => {
            void this.tell(refused(asked, problem));
          },
        );
    }
  }

  /** The timers that are due now, on this execution's clock. */
  private due(): { readonly event: JournalEvent; readonly at: number } | undefined {
    const { scheduler } = this;
    const next = scheduler.nextTime;
    if (next === undefined || this.simulation.status !== 'RUNNING') return undefined;
    const { clock } = this.host;
    if (clock === null ? scheduler.awaitsOutside : next > clock.now()) return undefined;
    const at = clock === null ? next : Math.max(next, clock.now());
    return { event: { kind: 'timers', count: scheduler.dueAtNext() }, at };
  }

  private now(): number {
    return Math.max(this.scheduler.time, this.host.clock?.now() ?? 0);
  }

  private rest(): void | Promise<void> {
    this.isBusy = false;
    // Told while the last promise of the turn was on its way.
    if (this.inbox.length > 0) return this.go();
    const { clock } = this.host;
    const { nextTime } = this.scheduler;
    if (clock !== null && nextTime !== undefined && this.simulation.status === 'RUNNING')
      this.disarm = clock.wake(nextTime, () => void this.go());
    this.host.rested();
  }
}

function answered({ id }: Asked, carried: Carried): JournalEvent {
  if (carried.kind === 'task') return { ...carried, id };
  return { kind: 'stored', id, value: (carried.value ?? null) as JsonValue };
}

/** A worker or store that throws is the failure of its task. */
function refused({ kind, id }: Asked, problem: unknown): JournalEvent {
  const message = problem instanceof Error || problem instanceof StoreProblem ? problem.message : String(problem);
  if (kind === 'invoke')
    return { kind: 'task', id, answer: { outcome: { kind: 'failure', error: 'States.TaskFailed', cause: message } } };
  return { kind: 'notStored', id, code: problem instanceof StoreProblem ? problem.code : 'InternalError', message };
}
