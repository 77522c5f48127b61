import { boolean, integer, map, may, need, object, oneOf, text, type ServiceDefinition } from './contract';

/** Source: AWS developer guide, "Start an AWS Glue job with Step Functions", and Glue's API model. */
export const glue: ServiceDefinition = {
  id: 'glue',
  label: 'Glue',
  icon: 'glue',
  billing: 'serverless',
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
        may('Arguments', map, 'Job arguments; keys usually start with --, values are text.'),
        may('WorkerType', oneOf('Standard', 'G.025X', 'G.1X', 'G.2X', 'G.4X', 'G.8X', 'Z.2X'), 'Size of a worker.'),
        may('NumberOfWorkers', integer(1), 'How many workers the run gets.'),
        may('ExecutionClass', oneOf('STANDARD', 'FLEX'), 'FLEX waits for spare capacity and costs less.'),
        may('Timeout', integer(1), 'Minutes until Glue stops the run.'),
        may('JobRunQueuingEnabled', boolean, 'Queue the run when the job is at its limit of concurrent runs.'),
        may('SecurityConfiguration', text(1, 255), 'Name of the security configuration to use.'),
        may('NotificationProperty', object, 'NotifyDelayAfter: minutes before a delay notification is sent.'),
      ],
      errors: [
        'Glue.ConcurrentRunsExceededException',
        'Glue.EntityNotFoundException',
        'Glue.InternalServiceException',
        'Glue.InvalidInputException',
        'Glue.OperationTimeoutException',
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
      helpUrl: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html',
    },
    {
      id: 'glue.startCrawler',
      label: 'Start crawler',
      description: 'Start a crawler that refreshes the Data Catalog; it does not wait for the crawl.',
      resources: { requestResponse: 'arn:aws:states:::aws-sdk:glue:startCrawler' },
      defaultPattern: 'requestResponse',
      fields: [need('Name', text(1, 255), 'Name of the crawler.')],
      errors: ['Glue.CrawlerRunningException', 'Glue.EntityNotFoundException', 'Glue.OperationTimeoutException'],
      recommendedRetriers: [
        { ErrorEquals: ['Glue.OperationTimeoutException'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 },
      ],
      arguments: { Name: 'my-crawler' },
      helpUrl: 'https://docs.aws.amazon.com/glue/latest/webapi/API_StartCrawler.html',
    },
  ],
};
