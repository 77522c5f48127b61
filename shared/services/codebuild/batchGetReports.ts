import { listOf, need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** CodeBuild: get reports. */
export const batchGetReports: ServiceAction = {
  id: 'codebuild.batchGetReports',
  label: 'Get reports',
  description: 'Read test reports.',
  resources: { requestResponse: 'arn:aws:states:::codebuild:batchGetReports' },
  defaultPattern: 'requestResponse',
  fields: [need('ReportArns', listOf(string))],
  errors: ['CodeBuild.InvalidInputException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { ReportArns: ['arn:aws:codebuild:us-east-1:123456789012:report/my-group:8f1c2d3e'] },
  results: {
    requestResponse: {
      Reports: [],
      ReportsNotFound: [],
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(
      ['codebuild:BatchGetReports'],
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
