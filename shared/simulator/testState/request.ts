import type { JsonValue } from '../../base/index';

/** A TestState call, in the API's own form: definitions, inputs and mocks are JSON text. */
export interface TestStateRequest {
  readonly definition: string;
  readonly input?: string;
  readonly inspectionLevel?: 'INFO' | 'DEBUG' | 'TRACE';
  /** The state to test, where the definition is a whole state machine. */
  readonly stateName?: string;
  readonly roleArn?: string;
  readonly revealSecrets?: boolean;
  readonly mock?: TestStateMock;
  /** The context object, as JSON text. */
  readonly context?: string;
  /** Variables that are assigned already, as JSON text. */
  readonly variables?: string;
  readonly stateConfiguration?: TestStateConfiguration;
}

export interface TestStateMock {
  readonly result?: string;
  readonly errorOutput?: { readonly error?: string; readonly cause?: string };
  readonly fieldValidationMode?: 'STRICT' | 'PRESENT' | 'NONE';
}

export interface TestStateConfiguration {
  readonly retrierRetryCount?: number;
  readonly errorCausedByState?: string;
  readonly mapIterationFailureCount?: number;
  readonly mapItemReaderData?: string;
}

export interface TestStateAnswer {
  readonly status: 'SUCCEEDED' | 'FAILED' | 'RETRIABLE' | 'CAUGHT_ERROR';
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly inspectionData?: InspectionData;
}

/** Stages by AWS's names; data as JSON text, numbers and errorDetails as they are. */
export type InspectionData = Readonly<Record<string, string | number | Readonly<Record<string, number>>>>;

/** An error of the call itself. */
export interface TestStateProblem {
  readonly code: 'ValidationException' | 'InvalidDefinition' | 'InvalidExecutionInput' | 'ParamValidationError';
  readonly message: string;
}

/** Stages whose values are told as they are, not as JSON text. */
export const plainStages: ReadonlySet<string> = new Set([
  'maxConcurrency',
  'toleratedFailureCount',
  'toleratedFailurePercentage',
]);

export type ParsedMock =
  | { readonly kind: 'success'; readonly output: JsonValue }
  | { readonly kind: 'failure'; readonly error?: string; readonly cause?: string };
