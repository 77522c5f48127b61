/**
 * What a running state and the engine say to each other. A state type compiles its JSON once into a
 * {@link CompiledState}; the engine runs it and hands it a {@link StateRun} for each entry.
 * A state never waits: it yields an {@link Effect} and is resumed with the effect's result.
 */
import type { JsonObject, JsonValue } from '../base/index';
import type { Environment, StateFailure, Variables } from '../expressions/index';
import type { EventDetails, EventType, StateEvents } from '../history/index';
import type { AnswerAtOnce, Flow, MapItem, TaskOutcome, TaskRequest } from './effects';
import type { MachineType, StateType } from '../asl/index';

export type {
  AnswerAtOnce,
  Effect,
  Flow,
  MapItem,
  ReadAs,
  StoredObject,
  StoreRequest,
  TaskFailureStage,
  TaskOutcome,
  TaskProgress,
  TaskRequest,
} from './effects';

/** How a branch, an iteration or a child execution ended. */
export type ChildEnd =
  | { readonly index: number; readonly kind: 'succeeded'; readonly output: JsonValue; readonly lastEventId: number }
  | {
      readonly index: number;
      readonly kind: 'failed';
      readonly failure: FailureData;
      readonly lastEventId: number;
      /** The type of the state that failed. */
      readonly stateType: StateType | undefined;
    };

export interface FailureData {
  readonly error?: string;
  readonly cause?: string;
}

/**
 * The result that a test gives for a whole Map or Parallel, given how many iterations or branches it has and how many
 * failed iterations it bears.
 */
export type MockedChildren = (iterations: number, tolerates: (failed: number) => boolean) => TaskOutcome;

export interface ChildStart {
  readonly index: number;
  readonly scope: CompiledScope;
  readonly input: JsonValue;
  /** The text of the input, where it was printed already. */
  readonly inputText?: string | undefined;
  /** The event that the child's first event points to. */
  readonly previousEventId: number;
  readonly mapItem?: MapItem;
}

/** A child that was still running when it was stopped. */
export interface AbortedChild {
  readonly index: number;
  readonly lastEventId: number;
  /** The type of the state it was in. */
  readonly stateType: StateType | undefined;
}

/** What one entry of a state sees and may do. It is the environment of the state's expressions too. */
export interface StateRun extends Environment {
  readonly stateName: string;
  readonly input: JsonValue;
  /** The text of the input, where it was printed already. */
  readonly inputText: string | undefined;
  readonly enteredEventId: number;
  readonly lastEventId: number;
  /** The index of the iteration, or of the child execution of a distributed Map, that the state is in. */
  readonly mapIndex: number | undefined;
  /** How often the state was entered before in this execution. */
  readonly entry: number;
  /** Shown as State.RetryCount; a retrier raises it. */
  retryCount: number;
  /** Shown as Task.Token while set. */
  taskToken: string | undefined;
  /** What all states of the execution share. */
  readonly environment: ExecutionEnvironment;
  /** Appends an event after the thread's last one and returns its id. */
  emit<Type extends EventType>(type: Type, details: EventDetails<Type>): number;
  /** Appends an event after any other; it does not become the thread's last one. */
  emitAside<Type extends EventType>(previousEventId: number, type: Type, details: EventDetails<Type>): number;
  /** Moves the thread's last event, when a join goes on from another line of control. */
  continueFrom(eventId: number): void;
  /**
   * The failure in AWS's words: "An error occurred while executing the state ..." before its cause, and reported by an
   * EvaluationFailed event where it comes from a query. A failure that was placed already is returned as it is.
   */
  place(failure: StateFailure): StateFailure;
  /** The branches, iterations or child executions of this entry of the state. */
  readonly children: StateChildren;
  newTaskToken(): string;
  /**
   * The answer of a task where the host gives it at once and nothing else could go on before it; undefined where an
   * `invoke` effect has to ask for it.
   */
  answerAtOnce(request: TaskRequest): AnswerAtOnce | undefined;
  /** The environment of an item's selector: as the run's own, with the item in the context. */
  forItem(item: MapItem): Environment;
}

/** What a Parallel or Map starts. The ends are taken by `child` effects. */
export interface StateChildren {
  start(start: ChildStart): void;
  startExecution(start: ChildExecutionStart): void;
  /** Whether an end is there that was not taken. */
  readonly haveEnded: boolean;
  /** Stops every child that runs. */
  abort(): readonly AbortedChild[];
  recordMapRun(record: MapRunRecord): void;
  /** What a child execution of a Map Run was; undefined where it has not started. */
  executionFacts(mapRunArn: string, index: number): ChildExecutionFacts | undefined;
  /** Set where a redrive goes on inside this state: the children that succeeded before. Taken once. */
  takeRetained(): RetainedChildren | undefined;
}

/** Handed down from the simulation to every state: one object an execution. */
export interface ExecutionEnvironment {
  readonly settings: RunSettings;
  readonly limits: RunLimits;
  readonly hooks: StateHooks;
  /** Milliseconds since the epoch. */
  now(): number;
  random(): number;
  uuid(): string;
}

/** What a host may watch or decide inside a state; nothing where a hook is not given. */
export interface StateHooks {
  /** Shown every stage of every state's data, as TestState asks for. */
  readonly inspect?: ((stage: InspectionStage, value: JsonValue) => void) | undefined;
  /** Gives the result of a Map or Parallel in place of running its branches or iterations. */
  readonly mockedChildren?: MockedChildren | undefined;
  readonly watch?: Watch | undefined;
  /** A state is tested alone: TestState, which answers as an Express execution, takes states that Express does not. */
  readonly testsOneState?: true | undefined;
  /** How often each retrier has retried before the execution. */
  readonly retriesBefore?: number | undefined;
  /** What UpdateMapRun has set for a Map Run since it was started; it counts from the next end of a child on. */
  readonly mapRunChanges?: ((mapRunArn: string) => MapRunChanges) | undefined;
  /** Why the host refuses to schedule a task at all, in AWS's words; undefined when it takes it. */
  readonly refuseTask?: ((request: TaskRequest) => string | undefined) | undefined;
}

/** The children that succeeded before a redrive, and how the others go on. */
export interface RetainedChildren {
  readonly outputs: ReadonlyMap<number, JsonValue>;
  readonly mapRunArn: string | undefined;
}

/** Names and numbers of the execution that appear in events and resources. */
export interface RunSettings {
  readonly region: string;
  readonly partition: string;
  readonly accountId: string;
  readonly stateMachineArn: string;
  readonly stateMachineName: string;
  readonly executionArn: string;
  readonly type: MachineType;
  /** The day whose AWS is simulated, `YYYY-MM-DD`: a few details of its histories have changed over the years. */
  readonly awsAsOf: string;
}

export interface ChildExecutionStart {
  readonly index: number;
  readonly scope: CompiledScope;
  readonly input: JsonValue;
  readonly inputText: string;
  readonly express: boolean;
  readonly mapRunArn: string;
  readonly label: string;
}

/** A child execution of a distributed Map, as its records show it. Times are milliseconds since the epoch. */
export interface ChildExecutionFacts {
  readonly executionArn: string;
  readonly name: string;
  readonly stateMachineArn: string;
  readonly status: string;
  readonly startTime: number;
  readonly stopTime: number | undefined;
  readonly redriveCount: number;
  readonly express: boolean;
}

/** The numbers of a Map Run that may be changed while it goes on. */
export interface MapRunChanges {
  readonly maxConcurrency?: number | undefined;
  readonly toleratedFailureCount?: number | undefined;
  readonly toleratedFailurePercentage?: number | undefined;
}

export interface MapRunRecord {
  readonly mapRunArn: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  /** Milliseconds since the epoch. */
  readonly startTime: number;
  readonly stopTime?: number;
  /** How many child executions may run at once. */
  readonly maxConcurrency: number;
  readonly toleratedFailureCount: number;
  readonly toleratedFailurePercentage: number;
  readonly itemCounts: ItemCounts;
  /** The child executions; with an ItemBatcher each works on several items. */
  readonly executionCounts: ItemCounts;
}

export interface ItemCounts {
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly aborted: number;
  readonly pending: number;
  readonly running: number;
}

/** AWS's names of the stages: afterInputPath, afterParameters, result ... */
export type InspectionStage = string;

/** The place of the transition that a state went on by: a rule of a Choice, its Default, a catcher, or Next. */
export type TakenSlot =
  { readonly kind: 'next' | 'default' } | { readonly kind: 'choice' | 'catch'; readonly index: number };

/** Told of every state that is entered and of every transition that is taken, also in children of distributed Maps. */
export interface Watch {
  entered(state: string, input: JsonValue, variables: Variables): void;
  took(state: string, slot: TakenSlot): void;
}

export interface RunLimits {
  /** Bytes of UTF-8 that an input or output may have. */
  readonly payloadBytes: number;
}

/** Where a state goes on. `next` undefined ends the scope with the output. */
export interface StateOutcome {
  readonly next: string | undefined;
  readonly output: JsonValue;
  /** The text of the output where it is known already. */
  readonly outputText?: string | undefined;
  readonly assigned?: JsonObject | undefined;
  /** By which transition; Next when not given. */
  readonly slot?: TakenSlot;
}

export interface CompiledState {
  readonly name: string;
  readonly type: StateType;
  /** The names of its events. */
  readonly events: StateEvents;
  run(run: StateRun): StateOutcome | Flow<StateOutcome>;
}

export interface CompiledScope {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, CompiledState>;
}
