import type { StateType } from '../asl/index';
/**
 * Every event of GetExecutionHistory (HistoryEventType in the API reference of Step Functions), written once: the key
 * of its details, their fields, and what the event says. Types of producers and the switches of folds come from here.
 */

/** The types of fields, by the names that the table uses. */
export interface FieldTypes {
  text: string;
  number: number;
  truncation: { readonly truncated: boolean };
  texts: Readonly<Record<string, string>>;
  credentials: { readonly roleArn: unknown };
}

type Fields = Readonly<Record<string, keyof FieldTypes>>;

/** What an event says of the line of control it belongs to; events of several types say the same. */
export type EventMeaning =
  | 'executionStarted'
  | 'executionRedriven'
  | 'executionSucceeded'
  | 'executionFailed'
  | 'executionTimedOut'
  | 'executionAborted'
  | 'stateEntered'
  | 'stateExited'
  | 'stateStarted'
  | 'stateSucceeded'
  | 'stateFailed'
  | 'stateAborted'
  | 'iterationStarted'
  | 'iterationSucceeded'
  | 'iterationFailed'
  | 'iterationAborted'
  | 'mapRunStarted'
  | 'mapRunRedriven'
  | 'mapRunSucceeded'
  | 'mapRunFailed'
  | 'mapRunAborted'
  | 'taskScheduled'
  | 'taskStarted'
  | 'taskSubmitted'
  | 'taskSucceeded'
  | 'taskFailed'
  | 'taskTimedOut'
  | 'evaluationFailed';

export interface EventRow {
  readonly meaning: EventMeaning;
  /** The type of the state, for events that are named after it. */
  readonly stateType?: string;
  /** Absent where the event has no details. */
  readonly key?: string;
  readonly required?: Fields;
  readonly optional?: Fields;
}

const none = {} as const;
const errorAndCause = { error: 'text', cause: 'text' } as const;
const service = { resourceType: 'text', resource: 'text' } as const;
const output = { output: 'text', outputDetails: 'truncation' } as const;
const iteration = { name: 'text', index: 'number' } as const;
const times = { timeoutInSeconds: 'number', heartbeatInSeconds: 'number', taskCredentials: 'credentials' } as const;
const scheduled = { resource: 'text', input: 'text', inputDetails: 'truncation' } as const;

const entered = {
  meaning: 'stateEntered',
  key: 'stateEnteredEventDetails',
  required: { name: 'text', input: 'text', inputDetails: 'truncation' },
  optional: none,
} as const;

const exited = {
  meaning: 'stateExited',
  key: 'stateExitedEventDetails',
  required: { name: 'text', ...output },
  optional: { assignedVariables: 'texts', assignedVariablesDetails: 'truncation' },
} as const;

export const eventTable = {
  ExecutionStarted: {
    meaning: 'executionStarted',
    key: 'executionStartedEventDetails',
    required: { input: 'text', inputDetails: 'truncation', roleArn: 'text' },
    optional: none,
  },
  ExecutionRedriven: {
    meaning: 'executionRedriven',
    key: 'executionRedrivenEventDetails',
    required: { redriveCount: 'number' },
    optional: none,
  },
  ExecutionSucceeded: {
    meaning: 'executionSucceeded',
    key: 'executionSucceededEventDetails',
    required: output,
    optional: none,
  },
  ExecutionFailed: {
    meaning: 'executionFailed',
    key: 'executionFailedEventDetails',
    required: none,
    optional: errorAndCause,
  },
  ExecutionTimedOut: {
    meaning: 'executionTimedOut',
    key: 'executionTimedOutEventDetails',
    required: none,
    optional: errorAndCause,
  },
  ExecutionAborted: {
    meaning: 'executionAborted',
    key: 'executionAbortedEventDetails',
    required: none,
    optional: errorAndCause,
  },

  PassStateEntered: { ...entered, stateType: 'Pass' },
  PassStateExited: { ...exited, stateType: 'Pass' },
  TaskStateEntered: { ...entered, stateType: 'Task' },
  TaskStateExited: { ...exited, stateType: 'Task' },
  TaskStateAborted: { meaning: 'stateAborted', stateType: 'Task' },
  ChoiceStateEntered: { ...entered, stateType: 'Choice' },
  ChoiceStateExited: { ...exited, stateType: 'Choice' },
  WaitStateEntered: { ...entered, stateType: 'Wait' },
  WaitStateExited: { ...exited, stateType: 'Wait' },
  WaitStateAborted: { meaning: 'stateAborted', stateType: 'Wait' },
  SucceedStateEntered: { ...entered, stateType: 'Succeed' },
  SucceedStateExited: { ...exited, stateType: 'Succeed' },
  FailStateEntered: { ...entered, stateType: 'Fail' },
  ParallelStateEntered: { ...entered, stateType: 'Parallel' },
  ParallelStateStarted: { meaning: 'stateStarted', stateType: 'Parallel' },
  ParallelStateSucceeded: { meaning: 'stateSucceeded', stateType: 'Parallel' },
  ParallelStateFailed: { meaning: 'stateFailed', stateType: 'Parallel' },
  ParallelStateAborted: { meaning: 'stateAborted', stateType: 'Parallel' },
  ParallelStateExited: { ...exited, stateType: 'Parallel' },
  MapStateEntered: { ...entered, stateType: 'Map' },
  MapStateStarted: {
    meaning: 'stateStarted',
    stateType: 'Map',
    key: 'mapStateStartedEventDetails',
    required: { length: 'number' },
    optional: none,
  },
  MapStateSucceeded: { meaning: 'stateSucceeded', stateType: 'Map' },
  MapStateFailed: { meaning: 'stateFailed', stateType: 'Map' },
  MapStateAborted: { meaning: 'stateAborted', stateType: 'Map' },
  MapStateExited: { ...exited, stateType: 'Map' },

  MapIterationStarted: {
    meaning: 'iterationStarted',
    key: 'mapIterationStartedEventDetails',
    required: iteration,
    optional: none,
  },
  MapIterationSucceeded: {
    meaning: 'iterationSucceeded',
    key: 'mapIterationSucceededEventDetails',
    required: iteration,
    optional: none,
  },
  MapIterationFailed: {
    meaning: 'iterationFailed',
    key: 'mapIterationFailedEventDetails',
    required: iteration,
    optional: none,
  },
  MapIterationAborted: {
    meaning: 'iterationAborted',
    key: 'mapIterationAbortedEventDetails',
    required: iteration,
    optional: none,
  },
  MapRunStarted: {
    meaning: 'mapRunStarted',
    key: 'mapRunStartedEventDetails',
    required: { mapRunArn: 'text' },
    optional: none,
  },
  MapRunRedriven: {
    meaning: 'mapRunRedriven',
    key: 'mapRunRedrivenEventDetails',
    required: { mapRunArn: 'text' },
    optional: { redriveCount: 'number' },
  },
  MapRunSucceeded: { meaning: 'mapRunSucceeded' },
  MapRunFailed: { meaning: 'mapRunFailed', key: 'mapRunFailedEventDetails', required: none, optional: errorAndCause },
  MapRunAborted: { meaning: 'mapRunAborted' },

  TaskScheduled: {
    meaning: 'taskScheduled',
    key: 'taskScheduledEventDetails',
    required: { ...service, region: 'text', parameters: 'text' },
    optional: times,
  },
  TaskStarted: { meaning: 'taskStarted', key: 'taskStartedEventDetails', required: service, optional: none },
  TaskStartFailed: {
    meaning: 'taskFailed',
    key: 'taskStartFailedEventDetails',
    required: service,
    optional: errorAndCause,
  },
  TaskSubmitted: {
    meaning: 'taskSubmitted',
    key: 'taskSubmittedEventDetails',
    required: { ...service, ...output },
    optional: none,
  },
  TaskSubmitFailed: {
    meaning: 'taskFailed',
    key: 'taskSubmitFailedEventDetails',
    required: service,
    optional: errorAndCause,
  },
  TaskSucceeded: {
    meaning: 'taskSucceeded',
    key: 'taskSucceededEventDetails',
    required: { ...service, ...output },
    optional: none,
  },
  TaskFailed: { meaning: 'taskFailed', key: 'taskFailedEventDetails', required: service, optional: errorAndCause },
  TaskTimedOut: {
    meaning: 'taskTimedOut',
    key: 'taskTimedOutEventDetails',
    required: service,
    optional: errorAndCause,
  },
  LambdaFunctionScheduled: {
    meaning: 'taskScheduled',
    key: 'lambdaFunctionScheduledEventDetails',
    required: scheduled,
    optional: times,
  },
  LambdaFunctionScheduleFailed: {
    meaning: 'taskFailed',
    key: 'lambdaFunctionScheduleFailedEventDetails',
    required: none,
    optional: errorAndCause,
  },
  LambdaFunctionStarted: { meaning: 'taskStarted' },
  LambdaFunctionStartFailed: {
    meaning: 'taskFailed',
    key: 'lambdaFunctionStartFailedEventDetails',
    required: none,
    optional: errorAndCause,
  },
  LambdaFunctionSucceeded: {
    meaning: 'taskSucceeded',
    key: 'lambdaFunctionSucceededEventDetails',
    required: output,
    optional: none,
  },
  LambdaFunctionFailed: {
    meaning: 'taskFailed',
    key: 'lambdaFunctionFailedEventDetails',
    required: none,
    optional: errorAndCause,
  },
  LambdaFunctionTimedOut: {
    meaning: 'taskTimedOut',
    key: 'lambdaFunctionTimedOutEventDetails',
    required: none,
    optional: errorAndCause,
  },
  ActivityScheduled: {
    meaning: 'taskScheduled',
    key: 'activityScheduledEventDetails',
    required: scheduled,
    optional: times,
  },
  ActivityScheduleFailed: {
    meaning: 'taskFailed',
    key: 'activityScheduleFailedEventDetails',
    required: none,
    optional: errorAndCause,
  },
  ActivityStarted: {
    meaning: 'taskStarted',
    key: 'activityStartedEventDetails',
    required: none,
    optional: { workerName: 'text' },
  },
  ActivitySucceeded: {
    meaning: 'taskSucceeded',
    key: 'activitySucceededEventDetails',
    required: output,
    optional: none,
  },
  ActivityFailed: {
    meaning: 'taskFailed',
    key: 'activityFailedEventDetails',
    required: none,
    optional: errorAndCause,
  },
  ActivityTimedOut: {
    meaning: 'taskTimedOut',
    key: 'activityTimedOutEventDetails',
    required: none,
    optional: errorAndCause,
  },

  EvaluationFailed: {
    meaning: 'evaluationFailed',
    key: 'evaluationFailedEventDetails',
    required: { state: 'text' },
    optional: { ...errorAndCause, location: 'text' },
  },
} as const satisfies Record<string, EventRow>;

/** The types of events that are known today; AWS adds to them. */
export type EventType = keyof typeof eventTable;

type Table = typeof eventTable;

type Values<Of extends Fields> = { readonly [Field in keyof Of]: FieldTypes[Of[Field]] };

/** The details of an event of a type; undefined for a type without. */
export type EventDetails<Type extends EventType> = Table[Type] extends {
  readonly required: infer Required extends Fields;
  readonly optional: infer Optional extends Fields;
}
  ? Values<Required> & Partial<Values<Optional>>
  : undefined;

const rows: ReadonlyMap<string, EventRow> = new Map(Object.entries(eventTable));

/** What is known of an event's type; undefined for one that AWS has added since. */
export function rowOf(type: string): EventRow | undefined {
  return rows.get(type);
}

/** The type of a state's event in each of its stages; absent where AWS has none for the state type. */
export const stateEvents = {
  Pass: { entered: 'PassStateEntered', exited: 'PassStateExited' },
  Task: { entered: 'TaskStateEntered', exited: 'TaskStateExited', aborted: 'TaskStateAborted' },
  Choice: { entered: 'ChoiceStateEntered', exited: 'ChoiceStateExited' },
  Wait: { entered: 'WaitStateEntered', exited: 'WaitStateExited', aborted: 'WaitStateAborted' },
  Succeed: { entered: 'SucceedStateEntered', exited: 'SucceedStateExited' },
  Fail: { entered: 'FailStateEntered' },
  Parallel: {
    entered: 'ParallelStateEntered',
    exited: 'ParallelStateExited',
    aborted: 'ParallelStateAborted',
    failed: 'ParallelStateFailed',
  },
  Map: { entered: 'MapStateEntered', exited: 'MapStateExited', aborted: 'MapStateAborted', failed: 'MapStateFailed' },
} as const satisfies Record<StateType, StateEvents>;

type TypesOf<Meaning extends EventMeaning> = {
  [Type in EventType]: Table[Type]['meaning'] extends Meaning ? Type : never;
}[EventType];

/** Events of one state type. */
export interface StateEvents {
  readonly entered: TypesOf<'stateEntered'>;
  readonly exited?: TypesOf<'stateExited'>;
  /** Written when the state is stopped, or fails in a branch without an event of its own for that. */
  readonly aborted?: TypesOf<'stateAborted'>;
  readonly failed?: TypesOf<'stateFailed'>;
}
