import { need, text, type ServiceDefinition } from './contract';
import { answerMetadata } from './answerMetadata';
import { assumed, jobHours, jobTime, priced } from './pricing';
import { duringSync, grant } from './statements';
import { retryTransient } from './retriers';
import { lasts } from './lasts';

const jobRun = lasts(300, 120, 1200);

/** Source: AWS developer guide, "Start AWS Glue DataBrew jobs with Step Functions". */
export const databrew: ServiceDefinition = {
  id: 'databrew',
  label: 'Glue DataBrew',
  icon: 'databrew',
  billing: 'serverless',
  billingNote: 'No machines are seen: paid by node-hours of the job.',
  category: 'Data',
  actions: [
    {
      id: 'databrew.startJobRun',
      label: 'Start job run',
      description: 'Run a DataBrew recipe or profile job.',
      resources: {
        requestResponse: 'arn:aws:states:::databrew:startJobRun',
        sync: 'arn:aws:states:::databrew:startJobRun.sync',
      },
      defaultPattern: 'sync',
      fields: [need('Name', text(1, 240), 'Its name.')],
      errors: [
        'DataBrew.ConflictException',
        'DataBrew.ResourceNotFoundException',
        'DataBrew.ServiceQuotaExceededException',
        'DataBrew.ValidationException',
        'States.TaskFailed',
      ],
      recommendedRetriers: [retryTransient('States.TaskFailed')],
      arguments: { Name: 'my-databrew-job' },
      results: {
        requestResponse: {
          RunId: 'db_8f1c2d3e',
          ...answerMetadata,
        },
        sync: {
          JobName: 'my-databrew-job',
          RunId: 'db_8f1c2d3e',
          State: 'SUCCEEDED',
          Attempt: 0,
          ExecutionTime: 300,
          StartedOn: '2026-01-31T09:00:00Z',
          CompletedOn: '2026-01-31T09:00:00Z',
        },
      },
      access: (call) => [
        grant(['databrew:startJobRun'], [call.arn('Name', 'databrew.job')]),
        ...duringSync(call, ['databrew:listJobRuns', 'databrew:stopJobRun'], [call.arn('Name', 'databrew.job')]),
      ],
      durations: { sync: jobRun },
      price: priced([assumed('nodes', 'Nodes', 'nodes', 5), jobTime(jobRun)], (call) => [
        { price: 'databrew.nodeHour', units: jobHours(call) * call.assume('nodes') },
      ]),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html',
    },
  ],
};
