import { listOf, need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** CodeBuild: delete builds. */
export const batchDeleteBuilds: ServiceAction = {
  id: 'codebuild.batchDeleteBuilds',
  label: 'Delete builds',
  description: 'Delete builds.',
  resources: { requestResponse: 'arn:aws:states:::codebuild:batchDeleteBuilds' },
  defaultPattern: 'requestResponse',
  fields: [need('Ids', listOf(string))],
  errors: ['CodeBuild.InvalidInputException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Ids: ['my-project:8f1c2d3e'] },
  results: {
    requestResponse: {
      BuildsDeleted: ['arn:aws:codebuild:us-east-1:123456789012:build/my-project:8f1c2d3e'],
      BuildsNotDeleted: [],
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(
      ['codebuild:BatchDeleteBuilds'],
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
