import { rowOf, type EventMeaning } from './eventTable';
import { detailsOf, timeOf, type HistoryEvent } from './events';
import { foldAttempt, foldStateEvent, text, type Details, type StateMeaning } from './foldAttempt';
import type { RunStatus, RunView, ScopeRef } from './runView';
import { VisitBuilder } from './visit';

/** What an event belongs to: a visit, or a branch or iteration that no state has been entered in yet. */
interface Owner {
  readonly visit: VisitBuilder | undefined;
  /** Where a state that is entered next would stand. */
  readonly scope: ScopeRef;
}

const root: ScopeRef = { kind: 'root' };

type IterationMeaning = keyof typeof iterationEnds | 'iterationStarted';

const iterationEnds = {
  iterationSucceeded: 'succeeded',
  iterationFailed: 'failed',
  iterationAborted: 'aborted',
} as const;

/**
 * Folds a history, event by event, into a view of the run. Takes AWS's own histories as well as the simulator's: it
 * reads nothing but types, ids, times and details, and follows previousEventId through branches and iterations.
 */
export class HistoryFold {
  private status: RunStatus = 'RUNNING';
  private startTime: number | undefined = undefined;
  private stopTime: number | undefined = undefined;
  private time: number | undefined = undefined;
  private input: string | undefined = undefined;
  private output: string | undefined = undefined;
  private error: string | undefined = undefined;
  private cause: string | undefined = undefined;
  private redriveCount = 0;
  private count = 0;
  private readonly visits: VisitBuilder[] = [];
  private readonly byId = new Map<number, VisitBuilder>();
  private readonly owners = new Map<number, Owner>();

  push(event: HistoryEvent): void {
    this.count++;
    this.time = timeOf(event);
    const row = rowOf(event.type);
    const details = detailsOf(event);
    const stateType = row?.stateType ?? '';
    switch (row?.meaning) {
      case 'executionStarted':
      case 'executionRedriven':
      case 'executionSucceeded':
      case 'executionFailed':
      case 'executionTimedOut':
      case 'executionAborted':
        this.foldExecution(event, row.meaning, details);
        return;
      case 'stateEntered':
        this.enter(event, stateType, details);
        return;
      case 'iterationStarted':
      case 'iterationSucceeded':
      case 'iterationFailed':
      case 'iterationAborted':
        this.foldIteration(event, row.meaning, details);
        return;
      case 'stateExited':
      case 'stateStarted':
      case 'stateSucceeded':
      case 'stateFailed':
      case 'stateAborted':
        this.foldState(event, row.meaning, stateType, details);
        return;
      case 'evaluationFailed':
        this.foldEvaluation(event, details);
        return;
      default:
        this.foldWork(event, row?.meaning, details);
    }
  }

  view(): RunView {
    const { status, startTime, stopTime, time, input, output, error, cause, redriveCount } = this;
    const visits = this.visits.map((visit) => visit.view());
    const run = { status, startTime, stopTime, time, input, output, error, cause, redriveCount };
    return { ...run, visits, events: this.count };
  }

  private foldExecution(event: HistoryEvent, meaning: EventMeaning, details: Details): void {
    const time = timeOf(event);
    switch (meaning) {
      case 'executionStarted':
        this.startTime = time;
        this.input = text(details['input']);
        this.owners.set(event.id, { visit: undefined, scope: root });
        return;
      case 'executionRedriven':
        this.reopen(event);
        return;
      case 'executionSucceeded':
        this.end('SUCCEEDED', time, details);
        return;
      case 'executionFailed':
        this.end('FAILED', time, details);
        return;
      case 'executionTimedOut':
        this.end('TIMED_OUT', time, details);
        return;
      case 'executionAborted':
        this.end('ABORTED', time, details);
    }
  }

  private end(status: RunStatus, time: number, details: Details): void {
    this.status = status;
    this.stopTime = time;
    this.output = text(details['output']);
    this.error = text(details['error']);
    this.cause = text(details['cause']);
    if (status === 'SUCCEEDED') return;
    // The state that broke has no closing event of its own; everything else was stopped.
    for (const visit of this.visits) {
      if (!visit.open) continue;
      const broke = status === 'FAILED' && (visit.status === 'failedAttempt' || this.isLast(visit));
      visit.close(broke ? 'failed' : 'aborted', time);
      if (broke && visit.error === undefined) {
        visit.error = this.error;
        visit.cause = this.cause;
      }
    }
  }

  /** The visit that the run stood in when it ended: the last one entered in the root scope. */
  private isLast(visit: VisitBuilder): boolean {
    return visit.scope.kind === 'root' && this.visits.findLast((one) => one.scope.kind === 'root') === visit;
  }

  private reopen(event: HistoryEvent): void {
    this.redriveCount++;
    this.status = 'RUNNING';
    this.stopTime = undefined;
    this.error = undefined;
    this.cause = undefined;
    const last = this.visits.findLast((visit) => visit.scope.kind === 'root');
    last?.reopen();
    this.owners.set(event.id, { visit: last, scope: root });
  }

  private enter(event: HistoryEvent, type: string, details: Details): void {
    const before = this.owners.get(event.previousEventId);
    const scope = before === undefined ? root : this.scopeAfter(before, event.previousEventId);
    const name = text(details['name']) ?? '';
    const visit = new VisitBuilder(event.id, name, type, scope, timeOf(event), text(details['input']));
    this.visits.push(visit);
    this.byId.set(event.id, visit);
    this.owners.set(event.id, { visit, scope });
  }

  /** A state that is entered right after a Parallel started opens the next of its branches. */
  private scopeAfter(before: Owner, previousEventId: number): ScopeRef {
    const { visit } = before;
    if (visit?.type !== 'Parallel' || !visit.open || before.scope !== branchesOpen) return before.scope;
    return { kind: 'branch', visit: this.byId.get(visit.id)?.id ?? previousEventId, index: visit.branches++ };
  }

  private foldIteration(event: HistoryEvent, meaning: IterationMeaning, details: Details): void {
    const visit = this.find(event, 'Map', text(details['name']));
    const index = Number(details['index'] ?? 0);
    const time = timeOf(event);
    if (visit === undefined) return;
    if (meaning === 'iterationStarted') {
      visit.iterations.set(index, { index, status: 'running', startedTime: time, endedTime: undefined });
      this.owners.set(event.id, { visit, scope: { kind: 'iteration', visit: visit.id, index } });
      return;
    }
    const status = iterationEnds[meaning];
    const iteration = visit.iterations.get(index);
    if (iteration !== undefined) Object.assign(iteration, { status, endedTime: time });
    if (status !== 'succeeded') this.closeInside(visit, index, status, time);
    this.own(event, visit);
  }

  /** An iteration that did not succeed closes the visits still open in it. */
  private closeInside(map: VisitBuilder, index: number, status: 'failed' | 'aborted', time: number): void {
    for (const visit of this.visits) {
      const { scope } = visit;
      if (visit.open && scope.kind === 'iteration' && scope.visit === map.id && scope.index === index)
        visit.close(status, time);
    }
  }

  /** A query failed: the event names the state, but stands before or beside its other events. */
  private foldEvaluation(event: HistoryEvent, details: Details): void {
    const name = text(details['state']);
    const visit = this.visits.findLast((one) => one.open && one.name === name);
    visit?.failAttempt('failed', timeOf(event), text(details['error']), text(details['cause']));
    if (visit !== undefined) this.own(event, visit);
  }

  /** Attempts of tasks and Map Runs; an event of a type that is not known belongs to its state and changes nothing. */
  private foldWork(event: HistoryEvent, meaning: EventMeaning | undefined, details: Details): void {
    const visit = this.owners.get(event.previousEventId)?.visit;
    if (visit === undefined) return;
    this.own(event, visit);
    if (meaning !== undefined) foldAttempt(visit, meaning, details, timeOf(event));
  }

  private foldState(event: HistoryEvent, meaning: StateMeaning, type: string, details: Details): void {
    const visit =
      meaning === 'stateAborted' ? this.findAborted(event, type) : this.find(event, type, text(details['name']));
    if (visit === undefined) return;
    this.own(event, visit);
    foldStateEvent(visit, meaning, details, timeOf(event));
    if (meaning === 'stateStarted') this.owners.set(event.id, { visit, scope: branchesOpen });
  }

  /** The visit of a type, and a name where one is given, that an event's line of control stands in. */
  private find(event: HistoryEvent, type: string, name: string | undefined): VisitBuilder | undefined {
    let visit = this.owners.get(event.previousEventId)?.visit;
    while (visit !== undefined && (visit.type !== type || (name !== undefined && visit.name !== name))) {
      visit = visit.scope.kind === 'root' ? undefined : this.byId.get(visit.scope.visit);
    }
    return (
      visit ?? this.visits.findLast((one) => one.open && one.type === type && (name === undefined || one.name === name))
    );
  }

  /** An Aborted event has no details: it means the first state of its type that is still open beside the one that failed. */
  private findAborted(event: HistoryEvent, type: string): VisitBuilder | undefined {
    const before = this.owners.get(event.previousEventId)?.visit;
    if (before?.open === true && before.type === type && before.status === 'failedAttempt') return before;
    const parent = before === undefined || before.scope.kind === 'root' ? undefined : before.scope.visit;
    const isBeside = ({ scope }: VisitBuilder): boolean => scope.kind !== 'root' && scope.visit === parent;
    return this.visits.find((one) => one.open && one.type === type && isBeside(one));
  }

  private own(event: HistoryEvent, visit: VisitBuilder): void {
    visit.lastEventId = event.id;
    this.owners.set(event.id, { visit, scope: visit.scope });
  }
}

/** Marks the event after which every state entered opens a branch. */
const branchesOpen: ScopeRef = { kind: 'branch', visit: 0, index: -1 };

/** The view of a whole history. */
export function foldHistory(events: Iterable<HistoryEvent>): RunView {
  const fold = new HistoryFold();
  for (const event of events) fold.push(event);
  return fold.view();
}
