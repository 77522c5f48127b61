import type { Attempt, IterationView, ScopeRef, StateVisit, VisitStatus } from './runView';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A visit while its events are folded. */
export class VisitBuilder {
  status: VisitStatus = 'running';
  exitedTime: number | undefined = undefined;
  output: string | undefined = undefined;
  assigned: Readonly<Record<string, string>> | undefined = undefined;
  error: string | undefined = undefined;
  cause: string | undefined = undefined;
  mapRunArn: string | undefined = undefined;
  branches = 0;
  lastEventId: number;
  readonly attempts: Mutable<Attempt>[] = [];
  readonly iterations = new Map<number, Mutable<IterationView>>();
  private seen: StateVisit | undefined = undefined;

  constructor(
    readonly id: number,
    readonly name: string,
    readonly type: string,
    readonly scope: ScopeRef,
    readonly enteredTime: number,
    readonly input: string | undefined,
  ) {
    this.lastEventId = id;
  }

  startAttempt(time: number, parameters: string | undefined): void {
    const before = this.attempts.at(-1);
    // A redrive goes on inside a visit that was closed.
    this.reopen();
    this.error = undefined;
    this.cause = undefined;
    this.attempts.push({
      status: 'running',
      scheduledTime: time,
      endedTime: undefined,
      backOffMs: before?.endedTime === undefined ? undefined : time - before.endedTime,
      parameters,
      submitted: undefined,
      result: undefined,
      error: undefined,
      cause: undefined,
      workerName: undefined,
    });
  }

  changeAttempt(change: Partial<Mutable<Attempt>>): void {
    const attempt = this.attempts.at(-1);
    if (attempt !== undefined) Object.assign(attempt, change);
  }

  /** The last attempt did not succeed; whether a retrier or catcher takes it, later events tell. */
  failAttempt(status: 'failed' | 'timedOut', time: number, error: string | undefined, cause: string | undefined): void {
    if (this.attempts.at(-1)?.status === 'running') this.changeAttempt({ status, endedTime: time, error, cause });
    this.status = 'failedAttempt';
    this.error = error;
    this.cause = cause;
  }

  exit(time: number, output: string | undefined, assigned: Readonly<Record<string, string>> | undefined): void {
    // Only a catcher lets a state go on whose last attempt failed.
    this.status = this.status === 'failedAttempt' || this.status === 'failed' ? 'caught' : 'succeeded';
    if (this.attempts.at(-1)?.status === 'running') this.changeAttempt({ status: 'succeeded', endedTime: time });
    this.exitedTime = time;
    this.output = output;
    this.assigned = assigned;
  }

  close(status: 'failed' | 'aborted', time: number): void {
    if (this.attempts.at(-1)?.status === 'running') this.changeAttempt({ status, endedTime: time });
    this.status = status;
    this.exitedTime = time;
  }

  get open(): boolean {
    return this.exitedTime === undefined;
  }

  reopen(): void {
    this.status = 'running';
    this.exitedTime = undefined;
  }

  /** A view is made anew only where an event has changed something: steps over a long history are many. */
  view(): StateVisit {
    const { seen } = this;
    const settled = this.exitedTime !== undefined && this.iterations.size === 0 && this.branches === 0;
    const same =
      seen !== undefined &&
      seen.exitedTime === this.exitedTime &&
      seen.status === this.status &&
      seen.output === this.output &&
      seen.error === this.error &&
      seen.lastEventId === this.lastEventId;
    if (settled && same) return seen;
    this.seen = this.makeView();
    return this.seen;
  }

  private makeView(): StateVisit {
    const { id, name, type, status, scope, enteredTime, exitedTime, input, output, assigned, error, cause } = this;
    return {
      id,
      name,
      type,
      status,
      scope,
      enteredTime,
      exitedTime,
      input,
      output,
      assigned,
      error,
      cause,
      attempts: this.attempts.map((attempt) => ({ ...attempt })),
      iterations: [...this.iterations.values()]
        .map((iteration) => ({ ...iteration }))
        .sort((a, b) => a.index - b.index),
      branches: this.branches,
      mapRunArn: this.mapRunArn,
      lastEventId: this.lastEventId,
    };
  }
}
