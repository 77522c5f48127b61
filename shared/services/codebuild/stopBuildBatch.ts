import { need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** CodeBuild: stop build batch. */
export const stopBuildBatch: ServiceAction = {
  id: 'codebuild.stopBuildBatch',
  label: 'Stop build batch',
  description: 'Stop a batch of builds.',
  resources: { requestResponse: 'arn:aws:states:::codebuild:stopBuildBatch' },
  defaultPattern: 'requestResponse',
  fields: [need('Id', text(1, 100_000))],
  errors: ['CodeBuild.InvalidInputException', 'CodeBuild.ResourceNotFoundException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Id: 'my-project:8f1c2d3e' },
  results: {
    requestResponse: {
      BuildBatch: { Id: 'my-project:8f1c2d3e', BuildBatchStatus: 'STOPPED' },
      ...answerMetadata,
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
