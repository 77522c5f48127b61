import type { Pattern } from './contract';
import { fromContext, fromInput, writerFor } from './writer';

const role = 'arn:aws:iam::123456789012:role/sagemaker-execution';
const image = '123456789012.dkr.ecr.us-east-1.amazonaws.com/trainer:latest';

export const trainGate: Pattern = {
  id: 'pattern.trainGate',
  label: 'Train, evaluate, deploy gate',
  description: 'Train a model, measure it, and deploy it to an endpoint only when it is good enough.',
  icon: 'sagemaker',
  build(language) {
    const write = writerFor(language);
    const name = fromContext('Execution.Name');
    return {
      StartAt: 'Train model',
      States: {
        'Train model': write.task('sagemaker.createTrainingJob', {
          pattern: 'sync',
          arguments: {
            TrainingJobName: name,
            RoleArn: role,
            AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
            OutputDataConfig: { S3OutputPath: 's3://my-models/' },
            ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
            StoppingCondition: { MaxRuntimeInSeconds: 3600 },
          },
          keepAs: 'artifacts',
          keep: 'ModelArtifacts.S3ModelArtifacts',
          to: 'Evaluate model',
        }),
        'Evaluate model': write.task('lambda.invoke', {
          arguments: { FunctionName: 'evaluate-model', Payload: fromInput('') },
          keepAs: 'accuracy',
          keep: 'Payload.accuracy',
          to: 'Good enough?',
        }),
        'Good enough?': write.choice(
          [{ name: 'accuracy.value', if: { atLeast: 0.9 }, to: 'Create model' }],
          'Model rejected',
        ),
        'Create model': write.task('sagemaker.createModel', {
          arguments: {
            ModelName: name,
            ExecutionRoleArn: role,
            PrimaryContainer: { Image: image, ModelDataUrl: fromInput('artifacts.value') },
          },
          to: 'Create endpoint config',
        }),
        'Create endpoint config': write.task('sagemaker.createEndpointConfig', {
          arguments: {
            EndpointConfigName: name,
            ProductionVariants: [
              write.values({
                VariantName: 'main',
                ModelName: name,
                InstanceType: 'ml.m5.large',
                InitialInstanceCount: 1,
              }),
            ],
          },
          to: 'Deploy endpoint',
        }),
        'Deploy endpoint': write.task('sagemaker.createEndpoint', {
          arguments: { EndpointName: name, EndpointConfigName: name },
        }),
        'Model rejected': {
          Type: 'Fail',
          Error: 'ModelRejected',
          Cause: 'The accuracy is below the limit of the gate.',
        },
      },
      samples: {
        'Train model': {
          TrainingJobStatus: 'Completed',
          ModelArtifacts: { S3ModelArtifacts: 's3://my-models/model.tar.gz' },
        },
        'Evaluate model': { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: { accuracy: 0.94 } },
      },
    };
  },
};
