import { need, text, type ServiceAction } from '../contract';
import { noPrice } from '../pricing';
import { grant } from '../statements';

/** CodeBuild: stop build batch. */
export const stopBuildBatch: ServiceAction = {
  id: 'codebuild.stopBuildBatch',
  label: 'Stop build batch',
  description: 'Stop a batch of builds.',
  resources: { requestResponse: 'arn:aws:states:::codebuild:stopBuildBatch' },
  defaultPattern: 'requestResponse',
  fields: [need('Id', text(1, 100_000))],
  errors: ['CodeBuild.InvalidInputException', 'CodeBuild.ResourceNotFoundException'],
  recommendedRetriers: [
    { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' },
  ],
  arguments: { Id: 'my-project:8f1c2d3e' },
  results: {
    requestResponse: {
      BuildBatch: { Id: 'my-project:8f1c2d3e', BuildBatchStatus: 'STOPPED' },
      SdkHttpMetadata: { AllHttpHeaders: {}, HttpHeaders: {}, HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: '8f1c2d3e-0000-4000-8000-000000000000' },
    },
  },
  access: (call) => [
    grant(
      ['codebuild:StopBuildBatch'],
      [
        call.given('ProjectName')
          ? call.arn('ProjectName', 'codebuild.project')
          : call.build('codebuild.project', { name: '*' }),
      ],
    ),
  ],
  price: noPrice('The call costs nothing.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html',
};
