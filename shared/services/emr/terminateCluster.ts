import { need, string, type ServiceAction } from '../contract';
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';

/** EMR: terminate cluster. */
export const terminateCluster: ServiceAction = {
  id: 'emr.terminateCluster',
  label: 'Terminate cluster',
  description: 'End a cluster and, with .sync, wait until it is gone.',
  resources: {
    requestResponse: 'arn:aws:states:::elasticmapreduce:terminateCluster',
    sync: 'arn:aws:states:::elasticmapreduce:terminateCluster.sync',
  },
  defaultPattern: 'sync',
  fields: [need('ClusterId', string, 'Id of the cluster.')],
  errors: ['ElasticMapReduce.AmazonElasticMapReduceException', 'States.TaskFailed'],
  recommendedRetriers: [
    { ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 2, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' },
  ],
  arguments: { ClusterId: 'j-8F1C2D3E0000' },
  results: {
    requestResponse: {
      SdkHttpMetadata: { AllHttpHeaders: {}, HttpHeaders: {}, HttpStatusCode: 200 },
      SdkResponseMetadata: { RequestId: '8f1c2d3e-0000-4000-8000-000000000000' },
    },
    sync: { Cluster: { Id: 'j-8F1C2D3E0000', Status: { State: 'TERMINATED' } } },
  },
  access: (call) => [
    grant(['elasticmapreduce:TerminateJobFlows'], [call.arn('ClusterId', 'emr.cluster')]),
    ...duringSync(call, ['elasticmapreduce:DescribeCluster'], [call.arn('ClusterId', 'emr.cluster')]),
    ...managedRule(call, 'StepFunctionsGetEventForEMRTerminateJobFlowsRule'),
  ],
  price: noPrice('The cluster is paid by the hour, by the step that creates it.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
