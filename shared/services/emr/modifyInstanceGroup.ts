import { need, object, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** EMR: modifyinstancegroupbyname. */
export const modifyInstanceGroup: ServiceAction = {
  id: 'emr.modifyInstanceGroupByName',
  label: 'modifyInstanceGroupByName',
  description: 'Change the size of an instance group.',
  resources: { requestResponse: 'arn:aws:states:::elasticmapreduce:modifyInstanceGroupByName' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ClusterId', string, 'Id of the cluster.'),
    need('InstanceGroupName', string),
    need('InstanceGroup', object),
  ],
  errors: ['ElasticMapReduce.AmazonElasticMapReduceException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { ClusterId: 'j-8F1C2D3E0000', InstanceGroupName: 'core', InstanceGroup: { InstanceCount: 2 } },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(
      ['elasticmapreduce:ModifyInstanceGroups', 'elasticmapreduce:ListInstanceGroups'],
      [call.arn('ClusterId', 'emr.cluster')],
    ),
  ],
  price: noPrice('The cluster is paid by the hour, by the step that creates it.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
