import type { Pattern } from './contract';
import { fromContext, fromInput, writerFor } from './writer';

export const callback: Pattern = {
  id: 'pattern.callback',
  label: 'Wait for a callback',
  description: 'Put work with a task token on a queue and go on when a worker sends the token back; silence is caught.',
  icon: 'sqs',
  build(language) {
    const write = writerFor(language);
    return {
      StartAt: 'Hand over and wait',
      States: {
        'Hand over and wait': write.task('sqs.sendMessage', {
          pattern: 'waitForTaskToken',
          arguments: {
            QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/work',
            MessageBody: { token: fromContext('Task.Token'), work: fromInput('') },
          },
          keepAs: 'answer',
          more: { TimeoutSeconds: 86400, HeartbeatSeconds: 3600 },
          catches: [{ errors: ['States.Timeout', 'States.HeartbeatTimeout'], to: 'No answer came' }],
        }),
        'No answer came': {
          Type: 'Fail',
          Error: 'NoAnswer',
          Cause: 'The worker did not send the task token back in time.',
        },
      },
    };
  },
};
