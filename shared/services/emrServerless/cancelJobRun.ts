import { integer, may, need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { applicationErrors } from './common';

/** EMR Serverless: canceljobrun. */
export const cancelJobRun: ServiceAction = {
  id: 'emr-serverless.cancelJobRun',
  label: 'cancelJobRun',
  description: 'Cancel a job run.',
  resources: {
    requestResponse: 'arn:aws:states:::emr-serverless:cancelJobRun',
    sync: 'arn:aws:states:::emr-serverless:cancelJobRun.sync',
  },
  defaultPattern: 'sync',
  fields: [
    need('ApplicationId', text(1, 64), 'Id of the application.'),
    need('JobRunId', text(1, 64)),
    may('ShutdownGracePeriodInSeconds', integer()),
  ],
  errors: applicationErrors,
  recommendedRetriers: [retryTransient('EMRServerless.InternalServerException')],
  arguments: { ApplicationId: '00f8f1c2d3e00000', JobRunId: '00f8f1c2d3e00001' },
  results: {
    requestResponse: {
      ApplicationId: '00f8f1c2d3e00000',
      JobRunId: '00f8f1c2d3e00001',
      ...answerMetadata,
    },
    sync: { JobRun: { ApplicationId: '00f8f1c2d3e00000', State: 'CANCELLED' } },
  },
  access: (call) => [
    grant(
      ['emr-serverless:CancelJobRun'],
      [
        call.build('emrServerless.jobRun', {
          application: call.part('ApplicationId', 'emrServerless.application', 'id'),
          id: call.literal('JobRunId') ?? '*',
        }),
      ],
    ),
    ...duringSync(
      call,
      ['emr-serverless:GetJobRun'],
      [
        call.build('emrServerless.jobRun', {
          application: call.part('ApplicationId', 'emrServerless.application', 'id'),
          id: call.literal('JobRunId') ?? '*',
        }),
      ],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForEMRServerlessJobRule'),
  ],
  price: noPrice('An application costs nothing while no job runs, unless it keeps capacity ready.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html',
};
