import type { JournalEntry, ChildExecutionResult } from '../simulator/index';
import type { HistoryEvent, ExecutionStatus } from '../history/index';
import type { MapRunRecord } from '../states/index';
import type { ApiShape } from './types';

/** What the endpoint keeps, as it stands in its database: a record each, as JSON. Times are milliseconds since the epoch. */

export interface MachineRecord {
  readonly arn: string;
  readonly name: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly creationDate: number;
  readonly status: 'ACTIVE' | 'DELETING';
  /** The revision of now. */
  readonly revisionId: string;
  /** What CreateStateMachine compares when it is called again. */
  readonly createdBy: string;
  readonly createdVersion?: string;
  /** How many versions were ever published: a number is not used twice. */
  readonly versions: number;
  readonly tags: Tags;
}

export type Tags = Readonly<Record<string, string>>;

/** What an update makes anew. Executions go on with the one that they were started with. */
export interface RevisionRecord {
  readonly machineArn: string;
  readonly revisionId: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly updateDate: number;
  readonly loggingConfiguration: ApiShape<'LoggingConfiguration'>;
  readonly tracingConfiguration: ApiShape<'TracingConfiguration'>;
  readonly encryptionConfiguration: ApiShape<'EncryptionConfiguration'>;
}

export interface VersionRecord {
  readonly arn: string;
  readonly machineArn: string;
  readonly number: number;
  readonly revisionId: string;
  readonly description?: string | undefined;
  readonly creationDate: number;
}

export interface AliasRecord {
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly routing: ApiShape<'RoutingConfigurationList'>;
  readonly creationDate: number;
  readonly updateDate: number;
}

export interface ActivityRecord {
  readonly arn: string;
  readonly name: string;
  readonly creationDate: number;
  readonly encryptionConfiguration: ApiShape<'EncryptionConfiguration'>;
  readonly tags: Tags;
}

/** An execution: with its journal it can be made again, up to where it was. */
export interface ExecutionRecord {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly revisionId: string;
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly versionArn?: string;
  readonly aliasArn?: string;
  /** The test case of the mock file that answers its tasks. */
  readonly testCase?: string;
  readonly traceHeader?: string | undefined;
  readonly input: string;
  readonly seed: number;
  readonly startTime: number;
  /** The task of another execution that waits for its end. */
  readonly startedBy?: { readonly arn: string; readonly id: number; readonly action: string };
  readonly status: ExecutionStatus;
  readonly stopTime?: number | undefined;
  readonly output?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  readonly redriveCount: number;
  readonly redriveTime?: number;
  /** The client token of the last redrive. */
  readonly redrivenBy?: string | undefined;
  readonly mapRuns: readonly MapRunRecord[];
}

/** The history of an execution that has ended, with those of its children. */
export interface HistoryRecord {
  readonly events: readonly HistoryEvent[];
  readonly children: readonly ChildExecutionResult[];
}

/** The kinds of records by their names in the database. */
export interface Records {
  machine: MachineRecord;
  revision: RevisionRecord;
  version: VersionRecord;
  alias: AliasRecord;
  activity: ActivityRecord;
  execution: ExecutionRecord;
  history: HistoryRecord;
}

export type RecordKind = keyof Records;

/** Where records are kept. Each call is done when it returns: what a client was answered is never lost. */
export interface RecordStore {
  /** Every record of a kind, with its key, in the order in which the keys were first put. */
  all(kind: RecordKind): Iterable<readonly [key: string, text: string]>;
  get(kind: RecordKind, key: string): string | undefined;
  put(kind: RecordKind, key: string, text: string): void;
  remove(kind: RecordKind, key: string): void;
  /** Adds entries to the journal of an execution. */
  append(execution: string, text: string): void;
  /** What was appended, in order. */
  journal(execution: string): readonly string[];
  dropJournal(execution: string): void;
  /** All changes of the work, or none. */
  together(work: () => void): void;
}

export type Journal = readonly JournalEntry[];
