import { need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

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
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { ClusterId: 'j-8F1C2D3E0000' },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
    sync: { Cluster: { Id: 'j-8F1C2D3E0000', Status: { State: 'TERMINATED' } } },
  },
  access: (call) => [
    grant(['elasticmapreduce:TerminateJobFlows'], [call.arn('ClusterId', 'emr.cluster')]),
    ...duringSync(call, ['elasticmapreduce:DescribeCluster'], [call.arn('ClusterId', 'emr.cluster')]),
    ...managedRule(call, 'StepFunctionsGetEventForEMRTerminateJobFlowsRule'),
  ],
  durations: { sync: lasts(120, 60, 300) },
  price: noPrice('The cluster is paid by the hour, by the step that creates it.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
