import { may, oneOf, string, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { buildPrice, buildRun } from './common';

/** CodeBuild: retry build batch. */
export const retryBuildBatch: ServiceAction = {
  id: 'codebuild.retryBuildBatch',
  label: 'Retry build batch',
  description: 'Run the failed builds of a batch again.',
  resources: {
    requestResponse: 'arn:aws:states:::codebuild:retryBuildBatch',
    sync: 'arn:aws:states:::codebuild:retryBuildBatch.sync',
  },
  defaultPattern: 'sync',
  fields: [
    may('Id', text(1, 100_000)),
    may('IdempotencyToken', string),
    may('RetryType', oneOf('RETRY_ALL_BUILDS', 'RETRY_FAILED_BUILDS')),
  ],
  errors: ['CodeBuild.InvalidInputException', 'CodeBuild.ResourceNotFoundException', 'States.TaskFailed'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { Id: 'my-project:8f1c2d3e' },
  results: {
    requestResponse: {
      BuildBatch: { Id: 'my-project:8f1c2d3e', BuildBatchStatus: 'IN_PROGRESS' },
      ...answerMetadata,
    },
    sync: { BuildBatch: { Id: 'my-project:8f1c2d3e', BuildBatchStatus: 'SUCCEEDED' } },
  },
  access: (call) => [
    grant(
      ['codebuild:RetryBuildBatch'],
      [
        call.given('ProjectName')
          ? call.arn('ProjectName', 'codebuild.project')
          : call.build('codebuild.project', { name: '*' }),
      ],
    ),
    ...duringSync(
      call,
      ['codebuild:StopBuildBatch', 'codebuild:BatchGetBuildBatches'],
      [
        call.given('ProjectName')
          ? call.arn('ProjectName', 'codebuild.project')
          : call.build('codebuild.project', { name: '*' }),
      ],
    ),
    ...managedRule(call, 'StepFunctionsGetEventForCodeBuildStartBuildBatchRule'),
  ],
  durations: { sync: buildRun },
  price: buildPrice,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html',
};
