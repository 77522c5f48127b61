/** The form of the recorded data: the fields of cases.json, teststate.json and variablereferences.json that a run needs. */
import type { JsonObject, JsonValue } from '#shared/base/json';
export interface RecordedMock {
    readonly state: string;
    /** How many times the state had been entered before in the execution. */
    readonly entry: number;
    /** 0 for the first attempt, then the retries. */
    readonly attempt: number;
    readonly scheduledEventId?: number;
    readonly submitted?: JsonValue;
    readonly outcome: RecordedOutcome;
}
export type RecordedOutcome = {
    readonly kind: 'success';
    readonly output?: JsonValue;
} | {
    readonly kind: 'failure';
    readonly error?: string;
    readonly cause?: JsonValue;
    readonly failedEvent?: string;
} | {
    readonly kind: 'timeout';
} | {
    readonly kind: string;
};
export interface RecordedSetup {
    readonly lambdas?: Readonly<Record<string, {
        readonly arn: string;
        readonly handler: string;
    }>>;
    readonly s3Objects?: readonly JsonObject[];
    readonly otherStateMachines?: readonly JsonObject[];
}
export interface RecordedCase {
    readonly id: string;
    readonly area: string;
    readonly kind: 'history' | 'output' | 'sync' | 'endEvent' | 'describe';
    readonly stateMachineType: 'STANDARD' | 'EXPRESS';
    readonly roleArn: string;
    readonly definition: JsonObject;
    readonly definitionText?: string;
    readonly input?: JsonValue;
    readonly inputText?: string;
    readonly inputOmitted?: boolean;
    readonly setup?: RecordedSetup;
    readonly mocks?: readonly RecordedMock[];
    readonly mocksComplete?: boolean;
    readonly expectedStatus: string;
    readonly expectedLogEndEvent?: JsonObject;
    readonly expectedResponse?: JsonObject;
    readonly expectedDescribeExecution?: JsonObject;
    /** `21-03-2024, 15:34:54`. */
    readonly recordedDate?: string;
    readonly expectedEvents?: readonly RecordedEvent[];
    readonly placeholders?: JsonObject;
}
export interface RecordedEvent {
    readonly type: string;
    readonly id: number;
    readonly previousEventId: number;
    readonly details?: {
        readonly workerName?: string;
    };
}
export interface RecordedTestState {
    readonly id: string;
    readonly area: string;
    readonly request: JsonObject;
    readonly setup?: RecordedSetup;
    readonly expected?: JsonObject;
    readonly expectedError?: JsonObject;
    readonly placeholders?: JsonObject;
}
export interface RecordedVariableReferences {
    readonly id: string;
    readonly definition: JsonObject;
    readonly area: string;
    readonly expectedVariableReferences: JsonObject;
}
export interface RecordedValidation {
    readonly id: string;
    readonly area: string;
    readonly request: {
        readonly definition?: string;
    };
    readonly definition?: JsonObject | null;
    readonly expected?: {
        readonly result?: string;
    };
}
