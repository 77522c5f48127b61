import type { Environment } from '../expressions/index';
import type { Effect, TaskRequest } from '../states/index';
import type { EngineEffect } from './effects';
import type { LineOfControl } from './lineOfControl';
import type { TaskWait, Wait } from './taskWait';

/** A task attempt that the host has not answered. */
export interface PendingTask {
  readonly id: number;
  readonly request: TaskRequest;
  readonly executionArn: string;
}

/** What has been asked of the host and not been answered, by the ids of the effects, and who waits for it. */
export class Waits {
  private readonly waits = new Map<number, Wait>();
  private readonly waiting = new Map<LineOfControl, number>();
  private outbox: EngineEffect[] = [];
  private nextEffect = 1;

  constructor(private readonly clock: { readonly time: number }) {}

  /** The effects asked since the last call, in order. */
  takeEffects(): readonly EngineEffect[] {
    const { outbox } = this;
    if (outbox.length > 0) this.outbox = [];
    return outbox;
  }

  /** True when every effect that was asked for has been taken. */
  get nothingAsked(): boolean {
    return this.outbox.length === 0;
  }

  get(id: number): Wait | undefined {
    return this.waits.get(id);
  }

  of(line: LineOfControl): Wait | undefined {
    const id = this.waiting.get(line);
    return id === undefined ? undefined : this.waits.get(id);
  }

  /** The tasks that wait for an answer, in the order they were asked. */
  pendingTasks(): readonly PendingTask[] {
    const tasks: PendingTask[] = [];
    for (const [id, wait] of this.waits) {
      if (wait.kind === 'task') tasks.push({ id, request: wait.request, executionArn: arnOf(wait.line) });
    }
    return tasks;
  }

  /** What an expression sees that the host was asked to evaluate; undefined when nobody awaits its value any more. */
  environmentOf(id: number): Environment | undefined {
    const wait = this.waits.get(id);
    if (wait?.kind !== 'value') return undefined;
    return wait.item === undefined ? wait.line : wait.line.forItem(wait.item);
  }

  /** Asks for a value that the line goes on with. */
  askValue(
    line: LineOfControl,
    effect: Exclude<Effect, { readonly kind: 'invoke' | 'child' | 'step' | 'progress' }>,
  ): void {
    const evaluates = effect.kind === 'evaluate';
    const id = this.add({ kind: 'value', line, item: evaluates ? effect.item : undefined });
    this.waiting.set(line, id);
    if (evaluates) this.outbox.push({ id, kind: 'evaluate', expression: effect.expression, states: effect.states });
    else this.outbox.push({ ...effect, id });
  }

  /** Asks for an attempt of a task, with the timers that may end it. */
  askTask(line: LineOfControl, request: TaskRequest): void {
    const wait: TaskWait = { kind: 'task', line, request, timeoutId: undefined, heartbeatId: undefined };
    const id = this.add(wait);
    this.waiting.set(line, id);
    this.outbox.push({ id, kind: 'invoke', request, executionArn: arnOf(line) });
    const { timeoutSeconds } = request;
    if (timeoutSeconds !== undefined) wait.timeoutId = this.askTimer(id, timeoutSeconds, 'timeout');
    this.startHeartbeat(id, wait);
  }

  askExecutionTimeout(seconds: number, onTime: () => void): void {
    this.sleep(this.add({ kind: 'executionTimeout', onTime }), seconds);
  }

  /** The task is alive: its time without a heartbeat begins anew. */
  startHeartbeat(id: number, wait: TaskWait): void {
    const seconds = wait.request.heartbeatSeconds;
    if (seconds === undefined) return;
    if (wait.heartbeatId !== undefined) this.waits.delete(wait.heartbeatId);
    wait.heartbeatId = this.askTimer(id, seconds, 'heartbeat');
  }

  /** What was asked under the id is awaited no more, nor are the timers of a task. */
  drop(id: number): void {
    const wait = this.waits.get(id);
    this.waits.delete(id);
    if (wait === undefined || wait.kind === 'timer' || wait.kind === 'executionTimeout') return;
    this.waiting.delete(wait.line);
    if (wait.kind !== 'task') return;
    if (wait.timeoutId !== undefined) this.waits.delete(wait.timeoutId);
    if (wait.heartbeatId !== undefined) this.waits.delete(wait.heartbeatId);
  }

  /** Whatever the line waits for is awaited no more. */
  forget(line: LineOfControl): void {
    const id = this.waiting.get(line);
    if (id !== undefined) this.drop(id);
  }

  private askTimer(task: number, seconds: number, by: 'timeout' | 'heartbeat'): number {
    const id = this.add({ kind: 'timer', task, by });
    this.sleep(id, seconds);
    return id;
  }

  private sleep(id: number, seconds: number): void {
    this.outbox.push({ id, kind: 'sleep', until: this.clock.time + seconds * 1000, reason: 'timeout' });
  }

  private add(wait: Wait): number {
    const id = this.nextEffect++;
    this.waits.set(id, wait);
    return id;
  }
}

function arnOf(line: LineOfControl): string {
  return line.owner.record.environment.settings.executionArn;
}
