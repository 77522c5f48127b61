import { need, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { grant } from '../statements';
import { retryTransient } from '../retriers';

/** EMR: cancelstep. */
export const cancelStep: ServiceAction = {
  id: 'emr.cancelStep',
  label: 'cancelStep',
  description: 'Cancel a step that waits.',
  resources: { requestResponse: 'arn:aws:states:::elasticmapreduce:cancelStep' },
  defaultPattern: 'requestResponse',
  fields: [need('ClusterId', string, 'Id of the cluster.'), need('StepId', string)],
  errors: ['ElasticMapReduce.AmazonElasticMapReduceException'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: { ClusterId: 'j-8F1C2D3E0000', StepId: 's-8F1C2D3E0000' },
  results: {
    requestResponse: {
      CancelStepsInfo: { StepId: 's-8F1C2D3E0000', Status: 'SUBMITTED' },
      ...answerMetadata,
    },
  },
  access: (call) => [grant(['elasticmapreduce:CancelSteps'], [call.arn('ClusterId', 'emr.cluster')])],
  price: noPrice('The cluster is paid by the hour, by the step that creates it.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr.html',
};
