import {
  boolean,
  integer,
  mapOf,
  may,
  need,
  number,
  objectOf,
  oneOf,
  string,
  text,
  type ServiceDefinition,
} from './contract';
import { answerMetadata } from './answerMetadata';
import { assumed, jobTime, priced } from './pricing';
import { glueHours } from './serviceCharges';
import { duringSync, grant } from './statements';
import { lasts } from './lasts';

const jobRun = lasts(180, 60, 900);

/** Source: AWS developer guide, "Start an AWS Glue job with Step Functions", and the API model of Glue. */
export const glue: ServiceDefinition = {
  id: 'glue',
  label: 'Glue',
  icon: 'glue',
  billing: 'serverless',
  billingNote: 'No machines are seen; the worker type and their number (DPU) decide the price by the second.',
  category: 'Data',
  actions: [
    {
      id: 'glue.startJobRun',
      label: 'Start job run',
      description: 'Run an ETL job and, with .sync, wait until it ends.',
      resources: {
        requestResponse: 'arn:aws:states:::glue:startJobRun',
        sync: 'arn:aws:states:::glue:startJobRun.sync',
      },
      defaultPattern: 'sync',
      fields: [
        need('JobName', text(1, 255), 'Name of the Glue job.'),
        may('JobRunQueuingEnabled', boolean, 'Queue the run when the job is at its limit of concurrent runs.'),
        may('JobRunId', text(1, 255)),
        may('Arguments', mapOf(string), 'Job arguments; keys usually start with --, values are text.'),
        may('AllocatedCapacity', integer()),
        may('Timeout', integer(1), 'Minutes until Glue stops the run.'),
        may('MaxCapacity', number),
        may('SecurityConfiguration', text(1, 255), 'Name of the security configuration to use.'),
        may(
          'NotificationProperty',
          objectOf(may('NotifyDelayAfter', integer(1))),
          'NotifyDelayAfter: minutes before a delay notification is sent.',
        ),
        may(
          'WorkerType',
          oneOf(
            'Standard',
            'G.1X',
            'G.2X',
            'G.025X',
            'G.4X',
            'G.8X',
            'G.12X',
            'G.16X',
            'R.1X',
            'R.2X',
            'R.4X',
            'R.8X',
            'Z.2X',
          ),
          'Size of a worker.',
        ),
        may('NumberOfWorkers', integer(), 'How many workers the run gets.'),
        may('ExecutionClass', oneOf('FLEX', 'STANDARD'), 'FLEX'),
        may('ExecutionRoleSessionPolicy', text(2, 2048)),
      ],
      errors: [
        'Glue.ConcurrentRunsExceededException',
        'Glue.EntityNotFoundException',
        'Glue.InvalidInputException',
        'Glue.OperationTimeoutException',
        'Glue.InternalServiceException',
        'Glue.ResourceNumberLimitExceededException',
        'Glue.AWSGlueException',
        'States.TaskFailed',
      ],
      recommendedRetriers: [
        {
          ErrorEquals: ['Glue.ConcurrentRunsExceededException', 'Glue.InternalServiceException'],
          IntervalSeconds: 30,
          MaxAttempts: 5,
          BackoffRate: 2,
          MaxDelaySeconds: 300,
        },
      ],
      arguments: { JobName: 'my-glue-job' },
      results: {
        requestResponse: {
          JobName: 'my-glue-job',
          JobRunId: 'jr_8f1c2d3e',
          ...answerMetadata,
        },
        sync: {
          Id: 'jr_8f1c2d3e',
          Attempt: 0,
          JobName: 'my-glue-job',
          JobRunState: 'SUCCEEDED',
          StartedOn: 1769850000000,
          LastModifiedOn: 1769850600000,
          CompletedOn: 1769850600000,
          PredecessorRuns: [],
          AllocatedCapacity: 10,
          ExecutionTime: 600,
          Timeout: 2880,
          MaxCapacity: 10,
          WorkerType: 'G.1X',
          NumberOfWorkers: 10,
          LogGroupName: '/aws-glue/jobs',
          GlueVersion: '4.0',
          ExecutionClass: 'STANDARD',
        },
      },
      access: (call) => [
        grant(['glue:StartJobRun'], ['*']),
        ...duringSync(call, ['glue:GetJobRun', 'glue:GetJobRuns', 'glue:BatchStopJobRun'], ['*']),
      ],
      durations: { sync: jobRun },
      price: priced(
        [assumed('dpu', 'Capacity', 'DPU', 10, 'Used where the arguments do not say workers.'), jobTime(jobRun)],
        glueHours,
      ),
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html',
    },
    {
      id: 'glue.startCrawler',
      label: 'Start crawler',
      description: 'Start a crawler that refreshes the Data Catalog; it does not wait for the crawl.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:glue:startCrawler' },
      defaultPattern: 'requestResponse',
      fields: [need('Name', text(1, 255), 'Name of the crawler.')],
      errors: ['Glue.EntityNotFoundException', 'Glue.CrawlerRunningException', 'Glue.OperationTimeoutException'],
      recommendedRetriers: [
        { ErrorEquals: ['Glue.OperationTimeoutException'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 },
      ],
      arguments: { Name: 'my-crawler' },
      results: { requestResponse: {} },
      access: (call) => [grant(['glue:StartCrawler', 'glue:GetCrawler'], [call.arn('Name', 'glue.crawler')])],
      price: priced(
        [assumed('crawlerMinutes', 'Crawl', 'min', 10), assumed('crawlerDpu', 'Capacity', 'DPU', 2)],
        (call) => [
          {
            price: 'glue.crawlerDpuHour',
            units: (Math.max(10, call.assume('crawlerMinutes')) / 60) * call.assume('crawlerDpu'),
          },
        ],
      ),
      polling: {
        describe: 'arn:aws:states:::aws-sdk:glue:getCrawler',
        label: 'crawler',
        argumentsFrom: { Name: { argument: 'Name' } },
        status: 'Crawler.State',
        succeeded: ['READY'],
        failed: [],
        intervalSeconds: 30,
      },
      helpUrl: 'https://docs.aws.amazon.com/glue/latest/webapi/API_StartCrawler.html',
    },
  ],
};
