import type { JsonObject, JsonValue } from '../base/json';
import type { EventDetails, EventType } from '../history/eventTable';
import type { StateType } from '../states';
import type {
  ChildExecutionStart,
  ChildStart,
  CompiledState,
  InspectionStage,
  MapItem,
  MapRunRecord,
  MockedChildren,
  RunLimits,
  StateRun,
  TaskRequest,
} from '../states/execution';
import type { ResumePoint } from './resume';
import type { ExecutionSettings } from './settings';

/** Something a state started and may stop. */
export interface Stoppable {
  readonly lastEventId: number;
  /** The type of the state it is in, or failed in. */
  readonly stateType: StateType | undefined;
  stop(): void;
  /** Where a redrive goes on inside it; undefined when it cannot. */
  resumePoint(): ResumePoint | undefined;
}

/** Told each state before it is entered, and how often it was entered before; undefined leaves it as it is. */
export type ChangeEntry = (
  stateName: string,
  entry: number,
) => { readonly input?: JsonValue; readonly variables?: JsonObject } | undefined;

/** What a thread needs of the execution it belongs to. */
export interface ThreadHost {
  readonly settings: ExecutionSettings;
  readonly limits: RunLimits;
  /** True where every state is to be a step of its own. */
  readonly stepping: boolean;
  readonly inspect: ((stage: InspectionStage, value: JsonValue) => void) | undefined;
  readonly mockedChildren: MockedChildren | undefined;
  readonly retriesBefore: number | undefined;
  readonly refuseTask: ((request: TaskRequest) => string | undefined) | undefined;
  readonly changeEntry: ChangeEntry | undefined;
  now(): number;
  random(): number;
  uuid(): string;
  newTaskToken(): string;
  context(run: ContextSource, item: MapItem | undefined): JsonObject;
  record<Type extends EventType>(type: Type, previousEventId: number, details: EventDetails<Type>): number;
  countStep(): void;
  countText(length: number): void;
  countEntry(state: CompiledState): number;
  startChild(parent: StateRun, start: ChildStart): Stoppable;
  startChildExecution(parent: StateRun, start: ChildExecutionStart): Stoppable;
  recordMapRun(record: MapRunRecord): void;
  forget(thread: Stoppable): void;
}

/** What the context object shows of a thread. */
export interface ContextSource {
  readonly stateName: string;
  readonly enteredTime: number;
  readonly retryCount: number;
  readonly taskToken: string | undefined;
  readonly stateType: StateType | undefined;
}
