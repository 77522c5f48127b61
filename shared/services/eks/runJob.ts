import { may, need, object, string, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { retryTransient } from '../retriers';
import { lasts } from '../lasts';

/** EKS: run kubernetes job. */
export const runJob: ServiceAction = {
  id: 'eks.runJob',
  label: 'Run Kubernetes job',
  description: 'Run a Kubernetes job and, with .sync, wait until it ends.',
  resources: { requestResponse: 'arn:aws:states:::eks:runJob', sync: 'arn:aws:states:::eks:runJob.sync' },
  defaultPattern: 'sync',
  fields: [
    need('ClusterName', string, 'Name of the EKS cluster.'),
    need('CertificateAuthority', string, 'Certificate of the cluster, base64.'),
    need('Endpoint', string, 'Address of the Kubernetes API.'),
    need('Job', object, 'The Kubernetes job.'),
    may('Namespace', string),
    may('LogOptions', object),
  ],
  errors: ['EKS.404', 'EKS.500', 'States.TaskFailed'],
  recommendedRetriers: [retryTransient('States.TaskFailed')],
  arguments: {
    ClusterName: 'my-cluster',
    CertificateAuthority: 'LS0tLS1CRUdJTg==',
    Endpoint: 'https://8F1C2D3E.gr7.us-east-1.eks.amazonaws.com',
    Job: {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'my-job' },
      spec: { template: { spec: { containers: [{ name: 'main', image: 'busybox' }], restartPolicy: 'Never' } } },
    },
  },
  results: {
    requestResponse: {
      ResponseBody: { kind: 'Job' },
      StatusCode: 201,
      ...answerMetadata,
    },
    sync: { ResponseBody: { kind: 'Job', status: { succeeded: 1 } } },
  },
  access: () => [],
  durations: { sync: lasts(60, 20, 600) },
  price: noPrice('An EKS cluster is paid by the hour for as long as it stands.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html',
};
