import { boolean, integer, listOf, may, need, objectOf, oneOf, string, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { buildOverrides } from './buildOverrides';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { buildPrice, buildRun } from './common';

/** CodeBuild: start build batch. */
export const startBuildBatch: ServiceAction = {
  id: 'codebuild.startBuildBatch',
  label: 'Start build batch',
  description: 'Run a batch of builds and, with .sync, wait until it ends.',
  resources: {
    requestResponse: 'arn:aws:states:::codebuild:startBuildBatch',
    sync: 'arn:aws:states:::codebuild:startBuildBatch.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ProjectName', text(1, 100_000), 'Name of the build project.'),
    ...buildOverrides,
    may('ReportBuildBatchStatusOverride', boolean),
    may('BuildTimeoutInMinutesOverride', integer(5, 2160)),
    may(
      'BuildBatchConfigOverride',
      objectOf(
        may('ServiceRole', text(1, 100_000)),
        may('CombineArtifacts', boolean),
        may(
          'Restrictions',
          objectOf(
            may('MaximumBuildsAllowed', integer()),
            may('ComputeTypesAllowed', listOf(string)),
            may('FleetsAllowed', listOf(string)),
          ),
        ),
        may('TimeoutInMins', integer()),
        may('BatchReportMode', oneOf('REPORT_INDIVIDUAL_BUILDS', 'REPORT_AGGREGATED_BATCH')),
      ),
    ),
  ],
  errors: ['CodeBuild.InvalidInputException', 'CodeBuild.ResourceNotFoundException', 'States.TaskFailed'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { ProjectName: 'my-project' },
  results: {
    requestResponse: {
      BuildBatch: { Id: 'my-project:8f1c2d3e', BuildBatchStatus: 'IN_PROGRESS' },
      ...answerMetadata,
    },
    sync: { BuildBatch: { Id: 'my-project:8f1c2d3e', BuildBatchStatus: 'SUCCEEDED' } },
  },
  access: (call) => [
    grant(
      ['codebuild:StartBuildBatch'],
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
