import { boolean, integer, listOf, may, need, objectOf, oneOf, string, text, type ServiceAction } from '../contract';
import { assumed, priced } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';

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
    may(
      'SecondarySourcesOverride',
      listOf(
        objectOf(
          need(
            'Type',
            oneOf(
              'CODECOMMIT',
              'CODEPIPELINE',
              'GITHUB',
              'GITLAB',
              'GITLAB_SELF_MANAGED',
              'S3',
              'BITBUCKET',
              'GITHUB_ENTERPRISE',
              'NO_SOURCE',
            ),
          ),
          may('Location', string),
          may('GitCloneDepth', integer(0)),
          may('GitSubmodulesConfig', objectOf(need('FetchSubmodules', boolean))),
          may('Buildspec', string),
          may(
            'Auth',
            objectOf(need('Type', oneOf('OAUTH', 'CODECONNECTIONS', 'SECRETS_MANAGER')), may('Resource', string)),
          ),
          may('ReportBuildStatus', boolean),
          may('BuildStatusConfig', objectOf(may('Context', string), may('TargetUrl', string))),
          may('InsecureSsl', boolean),
          may('SourceIdentifier', string),
        ),
      ),
    ),
    may(
      'SecondarySourcesVersionOverride',
      listOf(objectOf(need('SourceIdentifier', string), need('SourceVersion', string))),
    ),
    may('SourceVersion', string, 'Commit, branch or tag to build.'),
    may(
      'ArtifactsOverride',
      objectOf(
        need('Type', oneOf('CODEPIPELINE', 'S3', 'NO_ARTIFACTS')),
        may('Location', string),
        may('Path', string),
        may('NamespaceType', oneOf('NONE', 'BUILD_ID')),
        may('Name', string),
        may('Packaging', oneOf('NONE', 'ZIP')),
        may('OverrideArtifactName', boolean),
        may('EncryptionDisabled', boolean),
        may('ArtifactIdentifier', string),
        may('BucketOwnerAccess', oneOf('NONE', 'READ_ONLY', 'FULL')),
      ),
    ),
    may(
      'SecondaryArtifactsOverride',
      listOf(
        objectOf(
          need('Type', oneOf('CODEPIPELINE', 'S3', 'NO_ARTIFACTS')),
          may('Location', string),
          may('Path', string),
          may('NamespaceType', oneOf('NONE', 'BUILD_ID')),
          may('Name', string),
          may('Packaging', oneOf('NONE', 'ZIP')),
          may('OverrideArtifactName', boolean),
          may('EncryptionDisabled', boolean),
          may('ArtifactIdentifier', string),
          may('BucketOwnerAccess', oneOf('NONE', 'READ_ONLY', 'FULL')),
        ),
      ),
    ),
    may(
      'EnvironmentVariablesOverride',
      listOf(
        objectOf(
          need('Name', text(1, 100_000)),
          need('Value', string),
          may('Type', oneOf('PLAINTEXT', 'PARAMETER_STORE', 'SECRETS_MANAGER')),
        ),
      ),
      'Environment variables of the build.',
    ),
    may(
      'SourceTypeOverride',
      oneOf(
        'CODECOMMIT',
        'CODEPIPELINE',
        'GITHUB',
        'GITLAB',
        'GITLAB_SELF_MANAGED',
        'S3',
        'BITBUCKET',
        'GITHUB_ENTERPRISE',
        'NO_SOURCE',
      ),
    ),
    may('SourceLocationOverride', string),
    may(
      'SourceAuthOverride',
      objectOf(need('Type', oneOf('OAUTH', 'CODECONNECTIONS', 'SECRETS_MANAGER')), may('Resource', string)),
    ),
    may('GitCloneDepthOverride', integer(0)),
    may('GitSubmodulesConfigOverride', objectOf(need('FetchSubmodules', boolean))),
    may('BuildspecOverride', string),
    may('InsecureSslOverride', boolean),
    may('ReportBuildStatusOverride', boolean),
    may('BuildStatusConfigOverride', objectOf(may('Context', string), may('TargetUrl', string))),
    may(
      'EnvironmentTypeOverride',
      oneOf(
        'WINDOWS_CONTAINER',
        'LINUX_CONTAINER',
        'LINUX_GPU_CONTAINER',
        'ARM_CONTAINER',
        'WINDOWS_SERVER_2019_CONTAINER',
        'WINDOWS_SERVER_2022_CONTAINER',
        'LINUX_LAMBDA_CONTAINER',
        'ARM_LAMBDA_CONTAINER',
        'LINUX_EC2',
        'ARM_EC2',
        'WINDOWS_EC2',
        'MAC_ARM',
      ),
    ),
    may('ImageOverride', text(1, 100_000)),
    may(
      'ComputeTypeOverride',
      oneOf(
        'BUILD_GENERAL1_SMALL',
        'BUILD_GENERAL1_MEDIUM',
        'BUILD_GENERAL1_LARGE',
        'BUILD_GENERAL1_XLARGE',
        'BUILD_GENERAL1_2XLARGE',
        'BUILD_LAMBDA_1GB',
        'BUILD_LAMBDA_2GB',
        'BUILD_LAMBDA_4GB',
        'BUILD_LAMBDA_8GB',
        'BUILD_LAMBDA_10GB',
        'ATTRIBUTE_BASED_COMPUTE',
        'CUSTOM_INSTANCE_TYPE',
      ),
    ),
    may('CertificateOverride', string),
    may(
      'CacheOverride',
      objectOf(
        need('Type', oneOf('NO_CACHE', 'S3', 'LOCAL')),
        may('Location', string),
        may('Modes', listOf(string)),
        may('CacheNamespace', string),
      ),
    ),
    may('ServiceRoleOverride', text(1, 100_000)),
    may('PrivilegedModeOverride', boolean),
    may('TimeoutInMinutesOverride', integer(5, 2160)),
    may('QueuedTimeoutInMinutesOverride', integer(5, 480)),
    may('EncryptionKeyOverride', text(1, 100_000)),
    may('IdempotencyToken', string),
    may(
      'LogsConfigOverride',
      objectOf(
        may(
          'CloudWatchLogs',
          objectOf(need('Status', oneOf('ENABLED', 'DISABLED')), may('GroupName', string), may('StreamName', string)),
        ),
        may(
          'S3Logs',
          objectOf(
            need('Status', oneOf('ENABLED', 'DISABLED')),
            may('Location', string),
            may('EncryptionDisabled', boolean),
            may('BucketOwnerAccess', oneOf('NONE', 'READ_ONLY', 'FULL')),
          ),
        ),
      ),
    ),
    may(
      'RegistryCredentialOverride',
      objectOf(need('Credential', text(1, 100_000)), need('CredentialProvider', oneOf('SECRETS_MANAGER'))),
    ),
    may('ImagePullCredentialsTypeOverride', oneOf('CODEBUILD', 'SERVICE_ROLE')),
    may('DebugSessionEnabled', boolean),
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
  recommendedRetriers: [
    {
      ErrorEquals: ['CodeBuild.AccountLimitExceededException'],
      IntervalSeconds: 2,
      MaxAttempts: 3,
      BackoffRate: 2,
      JitterStrategy: 'FULL',
    },
  ],
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
      SdkHttpMetadata: { AllHttpHeaders: {}, HttpHeaders: {}, HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: '8f1c2d3e-0000-4000-8000-000000000000' },
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
  price: priced(
    [assumed('buildMinutes', 'Build', 'min', 5, 'Used where the state does not wait for the build.')],
    (call) => [
      {
        price: 'codebuild.small.minute',
        units: Math.ceil(call.pattern === 'sync' && call.seconds > 0 ? call.seconds / 60 : call.assume('buildMinutes')),
      },
    ],
  ),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html',
};
