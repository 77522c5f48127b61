import type { Pattern } from './contract';
import { fromInput, writerFor } from './writer';

export const jobPoller: Pattern = {
  id: 'pattern.jobPoller',
  label: 'Job poller',
  description: 'Start a job, wait, ask for its status, and again until it has ended: for jobs without .sync.',
  icon: 'wait',
  build(language) {
    const write = writerFor(language);
    return {
      StartAt: 'Submit job',
      States: {
        'Submit job': write.task('lambda.invoke', {
          arguments: { FunctionName: 'submit-job', Payload: fromInput('') },
          keepAs: 'job',
          keep: 'Payload',
          to: 'Wait for job',
        }),
        'Wait for job': write.wait(30, 'Get job status'),
        'Get job status': write.task('lambda.invoke', {
          arguments: { FunctionName: 'job-status', Payload: fromInput('job.value') },
          keepAs: 'status',
          keep: 'Payload.status',
          to: 'Job ended?',
        }),
        'Job ended?': write.choice(
          [
            { name: 'status.value', if: { is: 'SUCCEEDED' }, to: 'Job succeeded' },
            { name: 'status.value', if: { is: 'FAILED' }, to: 'Job failed' },
          ],
          'Wait for job',
        ),
        'Job succeeded': { Type: 'Pass', End: true },
        'Job failed': { Type: 'Fail', Error: 'JobFailed', Cause: 'The job ended as FAILED.' },
      },
      samples: {
        'Submit job': { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: { id: 'job-1' } },
        'Get job status': { StatusCode: 200, ExecutedVersion: '$LATEST', Payload: { status: 'SUCCEEDED' } },
      },
    };
  },
};
