import type { Pattern } from './contract';
import { fromContext, fromInput, writerFor } from './writer';

export const retryDeadLetter: Pattern = {
  id: 'pattern.retryDeadLetter',
  label: 'Retry, then dead-letter topic',
  description:
    'Try a call again with growing, jittered pauses; what still fails goes to an SNS topic for a person to look at.',
  icon: 'sns',
  build(language) {
    const write = writerFor(language);
    return {
      StartAt: 'Process item',
      States: {
        'Process item': write.task('lambda.invoke', {
          arguments: { FunctionName: 'process-item', Payload: fromInput('') },
          keepAs: 'processed',
          keep: 'Payload',
          more: {
            Retry: [
              {
                ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
                IntervalSeconds: 2,
                MaxAttempts: 5,
                BackoffRate: 2,
                MaxDelaySeconds: 60,
                JitterStrategy: 'FULL',
              },
            ],
          },
          catches: [{ to: 'Send to dead-letter topic' }],
        }),
        'Send to dead-letter topic': write.task('sns.publish', {
          arguments: {
            TopicArn: 'arn:aws:sns:us-east-1:123456789012:dead-letters',
            Message: { execution: fromContext('Execution.Id'), item: fromInput('') },
          },
          to: 'Gave up',
        }),
        'Gave up': {
          Type: 'Fail',
          Error: 'GaveUp',
          Cause: 'The item could not be processed; it was sent to the dead-letter topic.',
        },
      },
    };
  },
};
