import type { ServiceDefinition } from './contract';
import { batchDeleteBuilds } from './codebuild/batchDeleteBuilds';
import { batchGetReports } from './codebuild/batchGetReports';
import { deleteBuildBatch } from './codebuild/deleteBuildBatch';
import { retryBuildBatch } from './codebuild/retryBuildBatch';
import { startBuild } from './codebuild/startBuild';
import { startBuildBatch } from './codebuild/startBuildBatch';
import { stopBuild } from './codebuild/stopBuild';
import { stopBuildBatch } from './codebuild/stopBuildBatch';

/** Source: AWS developer guide, "Manage AWS CodeBuild builds with Step Functions". */
export const codebuild: ServiceDefinition = {
  id: 'codebuild',
  label: 'CodeBuild',
  icon: 'codebuild',
  billing: 'managed',
  billingNote: 'Machines are seen: the compute type is yours to choose, paid by the minute.',
  category: 'Compute',
  actions: [
    startBuild,
    stopBuild,
    batchDeleteBuilds,
    batchGetReports,
    startBuildBatch,
    stopBuildBatch,
    retryBuildBatch,
    deleteBuildBatch,
  ],
};
