import type { Pattern } from './contract';
import { fromContext, fromInput, writerFor } from './writer';

export const approval: Pattern = {
  id: 'pattern.approval',
  label: 'Human approval by SNS',
  description:
    'Send a message with a task token to a topic, wait up to three days for a yes or no, and go on accordingly.',
  icon: 'sns',
  build(language) {
    const write = writerFor(language);
    return {
      StartAt: 'Ask for approval',
      States: {
        'Ask for approval': write.task('sns.publish', {
          pattern: 'waitForTaskToken',
          arguments: {
            TopicArn: 'arn:aws:sns:us-east-1:123456789012:approvals',
            Subject: 'Approval needed',
            Message: { token: fromContext('Task.Token'), request: fromInput('') },
          },
          keepAs: 'approval',
          more: { TimeoutSeconds: 259200 },
          catches: [{ errors: ['States.Timeout'], to: 'Not approved' }],
          to: 'Approved?',
        }),
        'Approved?': write.choice(
          [{ name: 'approval.approved', if: { isTrue: true }, to: 'Approved' }],
          'Not approved',
        ),
        Approved: { Type: 'Pass', End: true },
        'Not approved': { Type: 'Fail', Error: 'NotApproved', Cause: 'Nobody approved in time, or the answer was no.' },
      },
      samples: { 'Ask for approval': { approved: true, by: 'someone@example.com' } },
    };
  },
};
