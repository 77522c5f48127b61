/** What a running state asks for, as plain data: no functions and no promises, so that any host can carry it out. */
import type { IntegrationPattern } from '../asl/index';
import type { JsonValue } from '../base/index';
import type { StatesValue } from '../expressions/index';

export type Flow<Value> = Generator<Effect, Value, unknown>;

export type Effect =
  /** Asks a worker; resumed with the first {@link TaskProgress}. */
  | { readonly kind: 'invoke'; readonly request: TaskRequest }
  /** Resumed with the next {@link TaskProgress} of the task that was asked for last. */
  | { readonly kind: 'progress' }
  /** Resumed with undefined once the clock shows `until` (milliseconds since the epoch) or later. */
  | { readonly kind: 'sleep'; readonly until: number; readonly reason: 'wait' | 'retry' }
  /** Resumed with the value of an expression of the program, by its number; a refusal is thrown. Needs no outside world. */
  | {
      readonly kind: 'evaluate';
      readonly expression: number;
      readonly states: StatesValue;
      readonly item: MapItem | undefined;
    }
  /** Resumed at once; a place between two states where a run may be held. */
  | { readonly kind: 'step' }
  /** Resumed with the next {@link ChildEnd} of the children that the state has started. */
  | { readonly kind: 'child' }
  /** Resumed with the answer of the host's object store; a rejection is thrown. */
  | { readonly kind: 'store'; readonly request: StoreRequest };

/** What a worker is asked to do: one attempt of one task. Times are in seconds, as in the definition. */
export interface TaskRequest {
  readonly stateName: string;
  /** How many times the state was entered before in this execution; children of a distributed Map count for themselves. */
  readonly entry: number;
  /** When it was asked, in milliseconds since the epoch. */
  readonly time: number;
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

/** A task that is answered as soon as it is asked for. */
export interface AnswerAtOnce {
  /** The answer of the call itself, for `.sync` and `.waitForTaskToken`. */
  readonly submitted?: JsonValue;
  readonly outcome: TaskOutcome;
}

export type TaskFailureStage = 'schedule' | 'start' | 'submit' | 'run';

/** What comes of a task under way: any number of reports, then how the attempt ended. */
export type TaskProgress =
  /** A worker took the task of an activity. */
  | { readonly kind: 'started'; readonly workerName?: string }
  /** The service took the call of a `.sync` or `.waitForTaskToken` task. */
  | { readonly kind: 'submitted'; readonly output: JsonValue }
  | TaskOutcome;

/** What a reader takes an object for; what makes samples goes by it, never by the object's name. */
export interface ReadAs {
  readonly type: 'JSON' | 'JSONL' | 'CSV' | 'PARQUET' | 'S3_INVENTORY' | 'ATHENA_DATA';
  /** The JSON Pointer to the items inside. */
  readonly pointer?: string;
  /** The columns of a CSV file that does not name them itself. */
  readonly headers?: readonly string[];
}

export type StoreRequest =
  /** The text of an object; for Parquet its rows as JSON Lines, because the host is what reads files that are no text. */
  | { readonly kind: 'getObject'; readonly bucket: string; readonly key: string; readonly as?: ReadAs }
  | { readonly kind: 'listObjects'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'putObject'; readonly bucket: string; readonly key: string; readonly body: string };

export interface StoredObject {
  readonly Etag: string;
  readonly Key: string;
  readonly LastModified: number;
  readonly Size: number;
  readonly StorageClass: string;
}

/** The item that an iteration works on, as `$$.Map` shows it. */
export interface MapItem {
  readonly index: number;
  readonly value: JsonValue;
  readonly key?: string;
  readonly source?: string;
}
