/**
 * What a running state and the engine say to each other. A state type compiles its JSON once into a
 * {@link CompiledState}; the engine runs it and hands it a {@link StateRun} for each entry.
 * A state never waits: it yields an {@link Effect} and is resumed with the effect's result.
 */
import type { JsonObject, JsonPath, JsonValue } from '../base/json';
import type { Environment } from '../expressions/environment';
import type { StateFailure } from '../expressions/failure';
import type { EventDetails, EventType } from '../history/eventTable';
import type { StateType } from './index';

export type Flow<Value> = Generator<Effect, Value, unknown>;

export type Effect =
  /** Asks a worker; resumed with the first {@link TaskProgress}. */
  | { readonly kind: 'invoke'; readonly request: TaskRequest }
  /** Resumed with the next {@link TaskProgress} of the task that was asked for last. */
  | { readonly kind: 'progress' }
  /** Resumed with undefined once the clock shows `until` (milliseconds since the epoch) or later. */
  | { readonly kind: 'sleep'; readonly until: number; readonly reason: 'wait' | 'retry' }
  /** Resumed with the value of the promise, which settles without the outside world (JSONata); its rejection is thrown. */
  | { readonly kind: 'evaluate'; readonly value: Promise<unknown> }
  /** Resumed at once; a place between two states where a run may be held. */
  | { readonly kind: 'step' }
  /** Resumed with the next {@link ChildEnd} of the children that the state has started. */
  | { readonly kind: 'child' }
  /** Resumed with the answer of the host's object store; a rejection is thrown. */
  | { readonly kind: 'store'; readonly request: StoreRequest };

export type IntegrationPattern = 'requestResponse' | 'sync' | 'waitForTaskToken';

/** What a worker is asked to do: one attempt of one task. Times are in seconds, as in the definition. */
export interface TaskRequest {
  readonly stateName: string;
  /** How many times the state was entered before in this execution; children of a distributed Map count for themselves. */
  readonly entry: number;
  /** 0 for the first attempt, then one more for each retry. */
  readonly attempt: number;
  readonly resource: string;
  /** `lambda`, `activity`, `sqs`, `aws-sdk:s3` ...: AWS's name of the service, as in events. */
  readonly resourceType: string;
  /** The action, as in events: `invoke`, `sendMessage.waitForTaskToken`; the ARN for a Lambda function or an activity. */
  readonly action: string;
  readonly pattern: IntegrationPattern;
  readonly parameters: JsonValue;
  readonly input: JsonValue;
  readonly taskToken?: string;
  readonly credentials?: JsonValue;
  readonly timeoutSeconds?: number;
  readonly heartbeatSeconds?: number;
  readonly mapIndex?: number;
}

/** How one attempt ended. A timeout is the engine's finding, not a worker's answer. */
export type TaskOutcome =
  | { readonly kind: 'success'; readonly output: JsonValue; readonly outputText?: string }
  | {
      readonly kind: 'failure';
      readonly error?: string;
      readonly cause?: string;
      /** Where the task broke: the request was refused, it did not start, or it ran and failed. */
      readonly stage?: TaskFailureStage;
    }
  | { readonly kind: 'timeout'; readonly by: 'timeout' | 'heartbeat' };

export type TaskFailureStage = 'schedule' | 'start' | 'submit' | 'run';

/** What comes of a task under way: any number of reports, then how the attempt ended. */
export type TaskProgress =
  /** A worker took the task of an activity. */
  | { readonly kind: 'started'; readonly workerName?: string }
  /** The service took the call of a `.sync` or `.waitForTaskToken` task. */
  | { readonly kind: 'submitted'; readonly output: JsonValue }
  | TaskOutcome;

export type StoreRequest =
  | { readonly kind: 'getObject'; readonly bucket: string; readonly key: string }
  | { readonly kind: 'listObjects'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'putObject'; readonly bucket: string; readonly key: string; readonly body: string };

export interface StoredObject {
  readonly Etag: string;
  readonly Key: string;
  readonly LastModified: number;
  readonly Size: number;
  readonly StorageClass: string;
}

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
export type MockedChildren = (iterations: number, bears: (failed: number) => boolean) => TaskOutcome;

/** The item that an iteration works on, as `$$.Map` shows it. */
export interface MapItem {
  readonly index: number;
  readonly value: JsonValue;
  readonly key?: string;
  readonly source?: string;
}

export interface ChildStart {
  readonly index: number;
  readonly scope: CompiledScope;
  readonly input: JsonValue;
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
  readonly mapItem: MapItem | undefined;
  /** How often the state was entered before in this execution. */
  readonly entry: number;
  /** Shown as State.RetryCount; a retrier raises it. */
  retryCount: number;
  /** Shown as Task.Token while set. */
  taskToken: string | undefined;
  readonly limits: RunLimits;
  readonly express: boolean;
  readonly settings: RunSettings;
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
  startChild(start: ChildStart): void;
  /** Stops every running child of this state. */
  abortChildren(): readonly AbortedChild[];
  startChildExecution(start: ChildExecutionStart): void;
  recordMapRun(record: MapRunRecord): void;
  /** Keeps a stage of the state's data for TestState; nothing where nobody asked for it. */
  inspect: ((stage: InspectionStage, value: JsonValue) => void) | undefined;
  /** Set where a redrive goes on inside this state: what the earlier run left to keep. Taken once. */
  takeKept(): KeptChildren | undefined;
  newTaskToken(): string;
  /** The environment of an item's selector: as the run's own, with the item in the context. */
  forItem(item: MapItem): Environment;
  /** Set where a test gives the result of the whole state: asked in place of running branches or iterations. */
  mockedChildren: MockedChildren | undefined;
  /** How often each retrier has retried already, where a test says so. */
  retriesBefore: number | undefined;
  /** Why the host refuses to schedule a task at all, in AWS's words; undefined when it takes it. */
  refuseTask: ((request: TaskRequest) => string | undefined) | undefined;
}

/** The children that succeeded before a redrive, and how the others go on. */
export interface KeptChildren {
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
  /** The day whose AWS is simulated, `YYYY-MM-DD`: a few details of its histories have changed over the years. */
  readonly awsAsOf: string;
}

export interface ChildExecutionStart {
  readonly index: number;
  readonly scope: CompiledScope;
  readonly input: JsonValue;
  readonly express: boolean;
  readonly mapRunArn: string;
  readonly label: string;
  readonly mapItem?: MapItem;
}

export interface MapRunRecord {
  readonly mapRunArn: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
  readonly itemCounts: ItemCounts;
}

export interface ItemCounts {
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly aborted: number;
  readonly pending: number;
}

/** AWS's names of the stages: afterInputPath, afterParameters, result ... */
export type InspectionStage = string;

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
}

export interface CompiledState {
  readonly name: string;
  readonly type: StateType;
  run(run: StateRun): StateOutcome | Flow<StateOutcome>;
}

export interface CompiledScope {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, CompiledState>;
}

export interface CompileProblem {
  readonly code: string;
  readonly message: string;
  /** Keys and indices from the definition's root. */
  readonly at: JsonPath;
}

/** One state as it is compiled. */
export interface StateSource {
  readonly name: string;
  readonly definition: JsonObject;
  readonly language: 'JSONPath' | 'JSONata';
  readonly at: JsonPath;
  /** Reports a problem at a place below the state. */
  report(code: string, message: string, at: JsonPath): void;
  /** Compiles a nested scope at a place below the state. */
  compileScope(definition: JsonObject, at: JsonPath): CompiledScope;
}

/** What a state type gives to run: called once for each state of the type. */
export type CompileState = (source: StateSource) => CompiledState['run'];
