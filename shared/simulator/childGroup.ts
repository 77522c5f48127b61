import type { JsonValue } from '../base/index';
import type { AbortedChild, ChildEnd } from '../states/index';
import { ByIndex } from './byIndex';
import type { ResumePoint } from './resume';
import type { Stoppable } from './lineOfControl';

/** The children of one entry of a state: those that run, how others ended, and what a redrive would keep. */
export class ChildGroup {
  private running = new ByIndex<Stoppable>();
  private ends: ChildEnd[] = [];
  private taken = 0;
  private readonly outputs = new ByIndex<JsonValue>();
  private readonly points = new Map<number, ResumePoint>();

  constructor(kept?: ReadonlyMap<number, JsonValue>) {
    for (const [index, output] of kept ?? []) this.outputs.set(index, output);
  }

  add(index: number, child: Stoppable): void {
    this.points.delete(index);
    this.running.set(index, child);
  }

  ended(end: ChildEnd): void {
    this.ends.push(end);
  }

  get haveEnded(): boolean {
    return this.taken < this.ends.length;
  }

  /** The next end that the state has not taken, in the order the children ended. */
  take(): ChildEnd | undefined {
    const end = this.ends[this.taken];
    if (end === undefined) return undefined;
    if (++this.taken === this.ends.length) {
      this.ends = [];
      this.taken = 0;
    }
    const child = this.running.get(end.index);
    this.running.set(end.index, undefined);
    if (end.kind === 'succeeded') this.outputs.set(end.index, end.output);
    else this.savePoint(end.index, child);
    return end;
  }

  /** Stops every child that the state has not seen end, those included that have ended unseen. */
  abort(): readonly AbortedChild[] {
    const aborted: AbortedChild[] = [];
    for (const [index, child] of this.running.entries()) {
      aborted.push({ index, lastEventId: child.lastEventId, stateType: child.stateType });
      this.savePoint(index, child);
      child.stop();
    }
    this.running = new ByIndex();
    this.ends = [];
    this.taken = 0;
    return aborted.sort((a, b) => a.index - b.index);
  }

  stop(): void {
    for (const [, child] of this.running.entries()) child.stop();
  }

  /** Those that run, with their indices. */
  get alive(): ReadonlyMap<number, Stoppable> {
    return new Map(this.running.entries());
  }

  /** Outputs to keep and places to go on from, for a redrive. */
  resume(): Pick<ResumePoint, 'outputs' | 'children'> {
    const children = new Map(this.points);
    for (const [index, child] of this.running.entries()) {
      const point = child.resumePoint();
      if (point !== undefined) children.set(index, point);
    }
    return { outputs: new Map(this.outputs.entries()), children };
  }

  private savePoint(index: number, child: Stoppable | undefined): void {
    const point = child?.resumePoint();
    if (point !== undefined) this.points.set(index, point);
  }
}
