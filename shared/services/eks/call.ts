import { json, map, may, need, oneOf, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { retryTransient } from '../retriers';

/** EKS: call kubernetes api. */
export const call: ServiceAction = {
  id: 'eks.call',
  label: 'Call Kubernetes API',
  description: 'Call the Kubernetes API of a cluster.',
  resources: { requestResponse: 'arn:aws:states:::eks:call' },
  defaultPattern: 'requestResponse',
  fields: [
    need('ClusterName', string, 'Name of the EKS cluster.'),
    need('CertificateAuthority', string, 'Certificate of the cluster, base64.'),
    need('Endpoint', string, 'Address of the Kubernetes API.'),
    need('Method', oneOf('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'), 'HTTP method.'),
    need('Path', string, 'Path below the stage.'),
    may('QueryParameters', map, 'Query of the address.'),
    may('RequestBody', json, 'Body of the request: any JSON.'),
  ],
  errors: ['EKS.404', 'EKS.500'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: {
    ClusterName: 'my-cluster',
    CertificateAuthority: 'LS0tLS1CRUdJTg==',
    Endpoint: 'https://8F1C2D3E.gr7.us-east-1.eks.amazonaws.com',
    Method: 'GET',
    Path: '/api/v1/namespaces/default/pods',
  },
  results: {
    requestResponse: {
      ResponseBody: { kind: 'PodList', items: [] },
      Headers: {},
      StatusCode: 200,
      StatusText: 'OK',
      ...answerMetadata,
    },
  },
  access: () => [],
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
