import { integer, may, need, objectOf, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** EMR: modifyinstancefleetbyname. */
export const modifyInstanceFleet: ServiceAction = {
  id: 'emr.modifyInstanceFleetByName',
  label: 'modifyInstanceFleetByName',
  description: 'Change the target size of an instance fleet.',
  resources: { requestResponse: 'arn:aws:states:::elasticmapreduce:modifyInstanceFleetByName' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ClusterId', string, 'Id of the cluster.'),
    need('InstanceFleetName', string),
    need('InstanceFleet', objectOf(may('TargetOnDemandCapacity', integer()), may('TargetSpotCapacity', integer()))),
  ],
  errors: ['ElasticMapReduce.AmazonElasticMapReduceException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { ClusterId: 'j-8F1C2D3E0000', InstanceFleetName: 'core', InstanceFleet: { TargetOnDemandCapacity: 2 } },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
  },
  access: (call) => [
    grant(
      ['elasticmapreduce:ModifyInstanceFleet', 'elasticmapreduce:ListInstanceFleets'],
      [call.arn('ClusterId', 'emr.cluster')],
    ),
  ],
  price: noPrice('The cluster is paid by the hour, by the step that creates it.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
