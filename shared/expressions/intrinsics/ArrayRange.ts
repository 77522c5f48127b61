import { IntrinsicError, integerArgument, type IntrinsicFunction } from './contract';

export const arrayRange: IntrinsicFunction = {
  name: 'States.ArrayRange',
  help: 'An array of integers from a first to a last, by a step; at most 1,000.',
  parameters: ['first', 'last', 'step'],
  minArguments: 3,
  maxArguments: 3,
  apply(args) {
    const first = integerArgument(args, 0);
    const last = integerArgument(args, 1);
    const step = integerArgument(args, 2);
    if (step === 0) throw new IntrinsicError('The step must not be zero');
    const count = Math.max(0, Math.floor((last - first) / step) + 1);
    if (count > 1000) throw new IntrinsicError('The range must not have more than 1000 elements');
    return Array.from({ length: count }, (_, i) => first + i * step);
  },
};
