import { boolean, integer, may, need, objectOf, oneOf, string, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { buildOverrides } from './buildOverrides';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { buildPrice, buildRun } from './common';

/** CodeBuild: start build. */
export const startBuild: ServiceAction = {
  id: 'codebuild.startBuild',
  label: 'Start build',
  description: 'Run a build and, with .sync, wait until it ends.',
  resources: {
    requestResponse: 'arn:aws:states:::codebuild:startBuild',
    sync: 'arn:aws:states:::codebuild:startBuild.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ProjectName', text(1, 100_000), 'Name of the build project.'),
    ...buildOverrides,
    may('ReportBuildStatusOverride', boolean),
    may('BuildStatusConfigOverride', objectOf(may('Context', string), may('TargetUrl', string))),
    may('TimeoutInMinutesOverride', integer(5, 2160)),
    may('FleetOverride', objectOf(may('FleetArn', string))),
    may('AutoRetryLimitOverride', integer()),
    may('HostKernelOverride', oneOf('LINUX_KERNEL_4', 'LINUX_KERNEL_6', 'LINUX_KERNEL_LATEST')),
  ],
  errors: [
    'CodeBuild.InvalidInputException',
    'CodeBuild.AccountLimitExceededException',
    'CodeBuild.ResourceNotFoundException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('CodeBuild.AccountLimitExceededException')],
  arguments: { ProjectName: 'my-project' },
  results: {
    requestResponse: {
      Build: {
        Arn: 'arn:aws:codebuild:us-east-1:123456789012:build/my-project:8f1c2d3e',
        Id: 'my-project:8f1c2d3e',
        BuildStatus: 'IN_PROGRESS',
        ProjectName: 'my-project',
        BuildComplete: false,
      },
      ...answerMetadata,
    },
    sync: {
      Build: {
        Arn: 'arn:aws:codebuild:us-east-1:123456789012:build/my-project:8f1c2d3e',
        Id: 'my-project:8f1c2d3e',
        BuildStatus: 'SUCCEEDED',
        ProjectName: 'my-project',
        BuildComplete: true,
      },
    },
  },
  access: (call) => [
    grant(
      ['codebuild:StartBuild'],
      [
        call.given('ProjectName')
          ? call.arn('ProjectName', 'codebuild.project')
          : call.build('codebuild.project', { name: '*' }),
      ],
    ),
    ...duringSync(
      call,
      ['codebuild:StopBuild', 'codebuild:BatchGetBuilds', 'codebuild:BatchGetReports'],
      [
        call.given('ProjectName')
          ? call.arn('ProjectName', 'codebuild.project')
          : call.build('codebuild.project', { name: '*' }),
      ],
    ),
    ...managedRule(call, 'StepFunctionsGetEventForCodeBuildStartBuildRule'),
  ],
  durations: { sync: buildRun },
  price: buildPrice,
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html',
};
