import { boolean, need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** EMR: setclusterterminationprotection. */
export const setTerminationProtection: ServiceAction = {
  id: 'emr.setClusterTerminationProtection',
  label: 'setClusterTerminationProtection',
  description: 'Protect a cluster from being ended, or no longer.',
  resources: { requestResponse: 'arn:aws:states:::elasticmapreduce:setClusterTerminationProtection' },
  defaultPattern: 'requestResponse',
  fields: [need('ClusterId', string, 'Id of the cluster.'), need('TerminationProtected', boolean)],
  errors: ['ElasticMapReduce.AmazonElasticMapReduceException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { ClusterId: 'j-8F1C2D3E0000', TerminationProtected: true },
  results: {
    requestResponse: {
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['elasticmapreduce:SetTerminationProtection'], [call.arn('ClusterId', 'emr.cluster')])],
  price: noPrice('The cluster is paid by the hour, by the step that creates it.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
