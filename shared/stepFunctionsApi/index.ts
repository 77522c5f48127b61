/** The door of this room: what others may use. Inside it, files import each other directly. */
export { ApiError } from './apiError';
export type { RecordKind, RecordStore } from './records';
export { usualLimits, type ApiLimits, type ApiSettings } from './settings';
export { StepFunctionsApi, type Caller } from './stepFunctionsApi';
export { operations } from './table';
export type { ErrorCode, OperationName } from './types';
