import { need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** CodeBuild: stop build. */
export const stopBuild: ServiceAction = {
  id: 'codebuild.stopBuild',
  label: 'Stop build',
  description: 'Stop a build.',
  resources: { requestResponse: 'arn:aws:states:::codebuild:stopBuild' },
  defaultPattern: 'requestResponse',
  fields: [need('Id', text(1, 100_000))],
  errors: ['CodeBuild.InvalidInputException', 'CodeBuild.ResourceNotFoundException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Id: 'my-project:8f1c2d3e' },
  results: {
    requestResponse: {
      Build: {
        Arn: 'arn:aws:codebuild:us-east-1:123456789012:build/my-project:8f1c2d3e',
        Id: 'my-project:8f1c2d3e',
        BuildStatus: 'STOPPED',
        ProjectName: 'my-project',
        BuildComplete: true,
      },
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(
      ['codebuild:StopBuild'],
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
