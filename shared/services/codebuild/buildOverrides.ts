import { boolean, integer, listOf, may, need, objectOf, oneOf, string, text, type ArgumentField } from '../contract';

const sourceType = oneOf(
  'CODECOMMIT',
  'CODEPIPELINE',
  'GITHUB',
  'GITLAB',
  'GITLAB_SELF_MANAGED',
  'S3',
  'BITBUCKET',
  'GITHUB_ENTERPRISE',
  'NO_SOURCE',
);

const artifacts = objectOf(
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
);

/** What a build or a batch of builds takes in place of its project's settings. */
export const buildOverrides: readonly ArgumentField[] = [
  may(
    'SecondarySourcesOverride',
    listOf(
      objectOf(
        need('Type', sourceType),
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
  may('ArtifactsOverride', artifacts),
  may('SecondaryArtifactsOverride', listOf(artifacts)),
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
  may('SourceTypeOverride', sourceType),
  may('SourceLocationOverride', string),
  may(
    'SourceAuthOverride',
    objectOf(need('Type', oneOf('OAUTH', 'CODECONNECTIONS', 'SECRETS_MANAGER')), may('Resource', string)),
  ),
  may('GitCloneDepthOverride', integer(0)),
  may('GitSubmodulesConfigOverride', objectOf(need('FetchSubmodules', boolean))),
  may('BuildspecOverride', string),
  may('InsecureSslOverride', boolean),
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
];
