import { need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** CodeBuild: delete build batch. */
export const deleteBuildBatch: ServiceAction = {
  id: 'codebuild.deleteBuildBatch',
  label: 'Delete build batch',
  description: 'Delete a batch of builds.',
  resources: { requestResponse: 'arn:aws:states:::codebuild:deleteBuildBatch' },
  defaultPattern: 'requestResponse',
  fields: [need('Id', text(1, 100_000))],
  errors: ['CodeBuild.InvalidInputException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Id: 'my-project:8f1c2d3e' },
  results: {
    requestResponse: {
      StatusCode: 'BATCH_DELETED',
      BuildsDeleted: [],
      BuildsNotDeleted: [],
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(
      ['codebuild:DeleteBuildBatch'],
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
