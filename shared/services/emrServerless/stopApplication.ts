import { need, text, type ServiceAction } from '../contract';
import { answerMetadata } from '../answerMetadata';
import { noPrice } from '../pricing';
import { duringSync, grant, managedRule } from '../statements';
import { retryTransient } from '../retriers';
import { applicationErrors } from './common';

/** EMR Serverless: stopapplication. */
export const stopApplication: ServiceAction = {
  id: 'emr-serverless.stopApplication',
  label: 'stopApplication',
  description: 'Stop an application.',
  resources: {
    requestResponse: 'arn:aws:states:::emr-serverless:stopApplication',
    sync: 'arn:aws:states:::emr-serverless:stopApplication.sync',
  },
  defaultPattern: 'sync',
  fields: [need('ApplicationId', text(1, 64), 'Id of the application.')],
  errors: applicationErrors,
  recommendedRetriers: [retryTransient('EMRServerless.InternalServerException')],
  arguments: { ApplicationId: '00f8f1c2d3e00000' },
  results: {
    requestResponse: {
      ApplicationId: '00f8f1c2d3e00000',
      ...answerMetadata,
    },
    sync: { Application: { ApplicationId: '00f8f1c2d3e00000', State: 'STOPPED' } },
  },
  access: (call) => [
    grant(['emr-serverless:StopApplication'], [call.arn('ApplicationId', 'emrServerless.application')]),
    ...duringSync(call, ['emr-serverless:GetApplication'], [call.arn('ApplicationId', 'emrServerless.application')]),
    ...managedRule(call, 'StepFunctionsGetEventsForEMRServerlessApplicationRule'),
  ],
  price: noPrice('An application costs nothing while no job runs, unless it keeps capacity ready.'),
  helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html',
};
