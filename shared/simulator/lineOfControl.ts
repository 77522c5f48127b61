import type { JsonValue } from '../base/index';
import type { Variables } from '../expressions/index';
import type { StateType } from '../asl/index';
import type {
  AnswerAtOnce,
  ChildEnd,
  ChildExecutionFacts,
  ChildExecutionStart,
  Flow,
  StateChildren,
  StateRun,
  TaskRequest,
} from '../states/index';
import type { ExecutionRecord } from './execution';
import type { ResumePoint } from './resume';

/** Something a state started and may stop: a branch, an iteration, or a child execution. */
export interface Stoppable {
  readonly lastEventId: number;
  /** The type of the state it is in, or failed in. */
  readonly stateType: StateType | undefined;
  /** The line of control in it; undefined for an execution that has not started one. */
  readonly line: LineOfControl | undefined;
  stop(): void;
  /** Where a redrive goes on inside it; undefined when it cannot. */
  resumePoint(): ResumePoint | undefined;
}

/** One line of control as the engine sees it. */
export interface LineOfControl extends StateRun, Stoppable {
  readonly owner: LineOwner;
  /** Who is given its end; undefined for the root of an execution. */
  readonly parent: LineOfControl | undefined;
  readonly index: number;
  readonly flow: Flow<JsonValue>;
  readonly variables: Variables;
  readonly stateType: StateType | undefined;
  /** Set when it ended or was stopped; nothing may resume it then. */
  ended: boolean;
  /** True while the flow waits for the end of a child. */
  waitsForChild: boolean;
  readonly children: LineChildrenView;
}

/** The children of a line's state, as the engine and a debugger see them. */
export interface LineChildrenView extends StateChildren {
  /** Those that run, with their indices. */
  readonly alive: ReadonlyMap<number, Stoppable>;
  /** A child ended; the state takes it when it asks for it. */
  ended(end: ChildEnd): void;
  /** The next end of a child for the state, in the order they ended. */
  take(): ChildEnd | undefined;
}

/** The execution that a line of control belongs to. */
export interface LineOwner {
  readonly record: ExecutionRecord;
  readonly runner: LineRunner;
  /** Its root line has ended. */
  succeed(output: JsonValue, outputText: string, lastEventId: number): void;
  /** Its root line has failed, or a limit of the simulator was reached in any line. */
  fail(failure: { readonly error?: string; readonly cause?: string }, lastEventId: number): void;
}

/** The engine, as lines of control and executions see it. */
export interface LineRunner {
  start(line: LineOfControl): void;
  /** What the host answers to a task at once, where nothing else could go on before it. */
  answerAtOnce(request: TaskRequest): AnswerAtOnce | undefined;
  startChildExecution(parent: LineOfControl, start: ChildExecutionStart): Stoppable;
  /** What a child execution of a Map Run was; undefined where it has not started. */
  executionFacts(mapRunArn: string, index: number): ChildExecutionFacts | undefined;
  /** The line was stopped: what it waits for is not awaited any more. */
  forget(line: LineOfControl): void;
  /** An execution ended that a line of control had started. */
  childExecutionEnded(parent: LineOfControl, end: ChildEnd, mapRunArn: string): void;
}
