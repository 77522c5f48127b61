/** Errors of calls that make or change what an endpoint consists of. */
export const endpointErrors: readonly string[] = [
  'SageMaker.AmazonSageMakerException',
  'SageMaker.ResourceLimitExceededException',
  'SageMaker.ResourceInUseException',
  'SageMaker.ResourceNotFoundException',
];

/** Errors of calls that start a job, and of the job itself. */
export const jobErrors: readonly string[] = [
  'SageMaker.AmazonSageMakerException',
  'SageMaker.ResourceLimitExceededException',
  'SageMaker.ResourceInUseException',
  'SageMaker.ResourceNotFoundException',
  'States.TaskFailed',
  'States.Timeout',
];
