import type {
  AbortedChild,
  ChildEnd,
  ChildExecutionFacts,
  ChildExecutionStart,
  ChildStart,
  RetainedChildren,
  MapRunRecord,
  StateChildren,
} from '../states/index';
import { ChildGroup } from './childGroup';
import type { LineOfControl, Stoppable } from './lineOfControl';
import type { ResumePoint } from './resume';

/** Starts a branch or an iteration, at its beginning or where a redrive goes on. */
export type StartChild = (start: ChildStart, resume: ResumePoint | undefined) => Stoppable;

/** The children of one entry of a state, those included that a redrive takes over from the entry before it. */
export class LineChildren implements StateChildren {
  private childGroup = new ChildGroup();
  private mapRunArn: string | undefined = undefined;
  private retained: RetainedChildren | undefined;
  private readonly points: Map<number, ResumePoint>;

  constructor(
    private readonly line: LineOfControl,
    private readonly startChild: StartChild,
    resume: ResumePoint | undefined,
  ) {
    this.retained = resume === undefined ? undefined : { outputs: resume.outputs, mapRunArn: resume.mapRunArn };
    this.points = new Map(resume?.children);
  }

  start(start: ChildStart): void {
    const resume = this.points.get(start.index);
    this.points.delete(start.index);
    this.childGroup.add(start.index, this.startChild(start, resume));
  }

  startExecution(start: ChildExecutionStart): void {
    this.childGroup.add(start.index, this.line.owner.runner.startChildExecution(this.line, start));
  }

  get haveEnded(): boolean {
    return this.childGroup.haveEnded;
  }

  abort(): readonly AbortedChild[] {
    return this.childGroup.abort();
  }

  recordMapRun(record: MapRunRecord): void {
    this.mapRunArn = record.mapRunArn;
    this.line.owner.record.mapRuns.set(record.mapRunArn, record);
  }

  executionFacts(mapRunArn: string, index: number): ChildExecutionFacts | undefined {
    return this.line.owner.runner.executionFacts(mapRunArn, index);
  }

  takeRetained(): RetainedChildren | undefined {
    const { retained } = this;
    this.retained = undefined;
    if (retained !== undefined) this.childGroup = new ChildGroup(retained.outputs);
    return retained;
  }

  /** A child ended; the state takes it when it asks for it. */
  ended(end: ChildEnd): void {
    this.childGroup.ended(end);
  }

  /** The next end of a child for the state, in the order they ended. */
  take(): ChildEnd | undefined {
    return this.childGroup.take();
  }

  stop(): void {
    this.childGroup.stop();
  }

  /** Those that run, with their indices. */
  get alive(): ReadonlyMap<number, Stoppable> {
    return this.childGroup.alive;
  }

  /** What a redrive needs of them. */
  resume(): Pick<ResumePoint, 'outputs' | 'children' | 'mapRunArn'> {
    return { ...this.childGroup.resume(), mapRunArn: this.mapRunArn };
  }
}
