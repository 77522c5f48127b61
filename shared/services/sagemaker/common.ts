import { integer, list, may, need, object, objectOf, type ArgumentField, type ServiceAction } from '../contract';

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

/** How traffic moves to the new configuration of an endpoint, and when it moves back. */
export const deploymentConfig: ArgumentField = may(
  'DeploymentConfig',
  objectOf(
    may(
      'BlueGreenUpdatePolicy',
      objectOf(
        need('TrafficRoutingConfiguration', object),
        may('TerminationWaitInSeconds', integer(0, 3600)),
        may('MaximumExecutionTimeoutInSeconds', integer(600, 28800)),
      ),
    ),
    may(
      'RollingUpdatePolicy',
      objectOf(
        need('MaximumBatchSize', object),
        need('WaitIntervalInSeconds', integer(0, 3600)),
        may('MaximumExecutionTimeoutInSeconds', integer(600, 28800)),
        may('RollbackMaximumBatchSize', object),
      ),
    ),
    may('AutoRollbackConfiguration', objectOf(may('Alarms', list))),
  ),
);

/** An endpoint can serve once it is in service; the call that starts it does not wait for that. */
export const endpointPolling: NonNullable<ServiceAction['polling']> = {
  describe: 'arn:aws:states:::aws-sdk:sagemaker:describeEndpoint',
  label: 'endpoint',
  argumentsFrom: { EndpointName: { argument: 'EndpointName' } },
  status: 'EndpointStatus',
  succeeded: ['InService'],
  failed: ['Failed', 'OutOfService'],
  intervalSeconds: 60,
};
