/** How the derived role differs from the one that CDK writes: actions of ours that CDK leaves out, and the other way. */
export interface CdkDifference {
  readonly more?: readonly string[];
  readonly less?: readonly string[];
  readonly why: string;
  readonly source: string;
}

/** CDK lets a task that does not wait for its job ask after it and stop it; the call itself does neither. */
const notWaited = (...less: readonly string[]): CdkDifference => ({
  less,
  why: 'A task that does not wait for its job neither asks after it nor stops it.',
  source:
    'AWS developer guide, "Integrating services": Request Response; the IAM templates of each integration list them for .sync only',
});

const untagged: CdkDifference = {
  less: ['bedrock:TagResource'],
  why: 'The job has no tags.',
  source: 'Service authorization reference, Amazon Bedrock: TagResource is asked for where tags are given',
};

/** By the name of the task in `cdkTasks`. */
export const cdkDifferences: Readonly<Record<string, CdkDifference>> = {
  EcsRunTask: notWaited('ecs:DescribeTasks', 'ecs:StopTask'),
  SageMakerCreateTrainingJob: notWaited('sagemaker:DescribeTrainingJob', 'sagemaker:StopTrainingJob'),
  SageMakerCreateTransformJob: {
    more: ['sagemaker:AddTags'],
    less: ['iam:PassRole', 'sagemaker:DescribeTransformJob', 'sagemaker:StopTransformJob'],
    why: 'CreateTransformJob takes no role, and may take tags; the task does not wait for its job.',
    source: 'SageMaker API reference, CreateTransformJob; AWS developer guide, IAM policies for SageMaker',
  },
  'SageMakerCreateTransformJob sync': {
    less: ['iam:PassRole'],
    why: 'CreateTransformJob takes no role: the model has it.',
    source: 'SageMaker API reference, CreateTransformJob',
  },
  SageMakerUpdateEndpoint: {
    more: ['sagemaker:ListTags'],
    why: "AWS's template for the integration has it.",
    source: 'AWS developer guide, IAM policies for SageMaker',
  },
  EmrCreateCluster: notWaited('elasticmapreduce:DescribeCluster', 'elasticmapreduce:TerminateJobFlows'),
  EmrTerminateCluster: notWaited('elasticmapreduce:DescribeCluster'),
  EmrAddStep: notWaited('elasticmapreduce:CancelSteps', 'elasticmapreduce:DescribeStep'),
  BatchSubmitJob: notWaited('events:DescribeRule', 'events:PutRule', 'events:PutTargets'),
  'BatchSubmitJob sync': {
    more: ['batch:DescribeJobs', 'batch:TerminateJob'],
    why: 'The job is stopped when the state is stopped; the end of the job comes by the rule, so a policy without them runs.',
    source: 'AWS developer guide, IAM policies for AWS Batch',
  },
  CodeBuildStartBuild: notWaited('codebuild:BatchGetBuilds', 'codebuild:BatchGetReports', 'codebuild:StopBuild'),
  AthenaStartQueryExecution: notWaited('athena:getQueryExecution'),
  'AthenaStartQueryExecution sync': {
    more: ['athena:stopQueryExecution'],
    why: 'The query is stopped when the state is stopped.',
    source: 'AWS developer guide, IAM policies for Athena',
  },
  BedrockCreateModelCustomizationJob: untagged,
  'BedrockCreateModelCustomizationJob sync': untagged,
};
