import { need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';

/** EMR Serverless: startapplication. */
export const startApplication: ServiceAction = {
  id: 'emr-serverless.startApplication',
  label: 'startApplication',
  description: 'Start an application.',
  resources: {
    requestResponse: 'arn:aws:states:::emr-serverless:startApplication',
    sync: 'arn:aws:states:::emr-serverless:startApplication.sync',
  },
  defaultPattern: 'sync',
  fields: [need('ApplicationId', text(1, 64), 'Id of the application.')],
  errors: [
    'EMRServerless.ValidationException',
    'EMRServerless.InternalServerException',
    'EMRServerless.ResourceNotFoundException',
    'EMRServerless.ServiceQuotaExceededException',
    'States.TaskFailed',
  ],
  recommendedRetriers: [retryTransient('EMRServerless.InternalServerException')],
  arguments: { ApplicationId: '00f8f1c2d3e00000' },
  results: {
    requestResponse: {
      ApplicationId: '00f8f1c2d3e00000',
      ...answerMetadata,
    },
    sync: { Application: { ApplicationId: '00f8f1c2d3e00000', State: 'STARTED' } },
  },
  access: (call) => [
    grant(['emr-serverless:StartApplication'], [call.arn('ApplicationId', 'emrServerless.application')]),
    ...duringSync(
      call,
      ['emr-serverless:GetApplication', 'emr-serverless:StopApplication'],
      [call.arn('ApplicationId', 'emrServerless.application')],
    ),
    ...managedRule(call, 'StepFunctionsGetEventsForEMRServerlessApplicationRule'),
  ],
  price: noPrice('An application costs nothing while no job runs, unless it keeps capacity ready.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html',
};
