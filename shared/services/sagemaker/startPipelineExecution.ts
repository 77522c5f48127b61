import { integer, listOf, may, need, objectOf, text, type ServiceAction } from '../contract';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** SageMaker: start pipeline execution. */
export const startPipelineExecution: ServiceAction = {
  id: 'sagemaker.startPipelineExecution',
  label: 'Start pipeline execution',
  description: 'Start a SageMaker pipeline; it does not wait for its end.',
  resources: { requestResponse: 'arn:aws:states:::aws-sdk:sagemaker:startPipelineExecution' },
  defaultPattern: 'requestResponse',
  fields: [
    need('PipelineName', text(1, 2048), 'Name or ARN of the pipeline.'),
    may('ClientRequestToken', text(32, 128)),
    may('PipelineExecutionDisplayName', text(1, 82)),
    may(
      'PipelineParameters',
      listOf(objectOf(need('Name', text(1, 256)), need('Value', text(0, 1024)))),
      'Parameters of the pipeline.',
    ),
    may('PipelineExecutionDescription', text(0, 3072)),
    may('ParallelismConfiguration', objectOf(need('MaxParallelExecutionSteps', integer(1)))),
    may(
      'SelectiveExecutionConfig',
      objectOf(
        may('SourcePipelineExecutionArn', text(0, 2048)),
        need('SelectedSteps', listOf(objectOf(need('StepName', text(0, 256))))),
      ),
    ),
    may('PipelineVersionId', integer(1)),
    may('MlflowExperimentName', text(1, 256)),
  ],
  errors: [
    'SageMaker.ConflictException',
    'SageMaker.ResourceNotFoundException',
    'SageMaker.ResourceLimitExceededException',
  ],
  recommendedRetriers: [retryTransient('SageMaker.ResourceLimitExceededException')],
  arguments: { PipelineName: 'my-pipeline' },
  results: {
    requestResponse: {
      PipelineExecutionArn: 'arn:aws:sagemaker:us-east-1:123456789012:pipeline/my-pipeline/execution/8f1c2d3e',
    },
  },
  access: (call) => [grant(['sagemaker:StartPipelineExecution'], [call.arn('PipelineName', 'sagemaker.pipeline')])],
  price: noPrice('The price is that of the jobs inside the pipeline.'),
  polling: {
    describe: 'arn:aws:states:::aws-sdk:sagemaker:describePipelineExecution',
    label: 'pipeline',
    argumentsFrom: { PipelineExecutionArn: { result: 'PipelineExecutionArn' } },
    status: 'PipelineExecutionStatus',
    succeeded: ['Succeeded'],
    failed: ['Failed', 'Stopped'],
    intervalSeconds: 60,
  },
  helpUrl: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StartPipelineExecution.html',
};
