import type { Pattern } from './contract';
import { fromInput, writerFor } from './writer';

export const saga: Pattern = {
  id: 'pattern.saga',
  label: 'Saga with compensation',
  description: 'Steps that each have a counterpart: when one fails, what was done before is undone in reverse order.',
  icon: 'lambda',
  build(language) {
    const write = writerFor(language);
    const step = (name: string, keepAs: string, undo: string, to?: string) =>
      write.task('lambda.invoke', {
        arguments: { FunctionName: name, Payload: fromInput('') },
        keepAs,
        keep: 'Payload',
        catches: [{ to: undo }],
        ...(to === undefined ? {} : { to }),
      });
    const undo = (name: string, keepAs: string, to: string) =>
      write.task('lambda.invoke', {
        arguments: { FunctionName: name, Payload: fromInput('') },
        keepAs,
        keep: 'Payload',
        to,
      });
    return {
      StartAt: 'Reserve stock',
      States: {
        'Reserve stock': step('reserve-stock', 'stock', 'Order failed', 'Charge card'),
        'Charge card': step('charge-card', 'charge', 'Release stock', 'Book shipping'),
        'Book shipping': step('book-shipping', 'shipping', 'Refund card'),
        'Refund card': undo('refund-card', 'refund', 'Release stock'),
        'Release stock': undo('release-stock', 'released', 'Order failed'),
        'Order failed': {
          Type: 'Fail',
          Error: 'OrderFailed',
          Cause: 'A step failed; the steps before it were undone.',
        },
      },
    };
  },
};
