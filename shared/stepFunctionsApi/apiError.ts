import type { ApiShape, ErrorCode } from './types';

/** Codes that the protocol has beside those of the model. */
type ProtocolError = 'SerializationException' | 'UnknownOperationException';

/** An answer that is an error, in AWS's words. It is thrown, because it ends everything that led to it. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | ProtocolError | 'ValidationException',
    message: string,
    /** What ValidationException, ResourceNotFound and TooManyTags have beside their message. */
    readonly more: { readonly reason?: ApiShape<'ValidationExceptionReason'>; readonly resourceName?: string } = {},
  ) {
    super(message);
  }
}

export const machineMissing = (arn: string): ApiError =>
  new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);

export const executionMissing = (arn: string): ApiError =>
  new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);

export const activityMissing = (arn: string): ApiError =>
  new ApiError('ActivityDoesNotExist', `Activity Does Not Exist: '${arn}'`);

export const resourceMissing = (arn: string): ApiError =>
  new ApiError('ResourceNotFound', `Resource not found: '${arn}'`, { resourceName: arn });

export const invalid = (message: string, reason?: ApiShape<'ValidationExceptionReason'>): ApiError =>
  new ApiError('ValidationException', message, reason === undefined ? {} : { reason });
