import { seededRandom } from '../../base/index';
import { IntrinsicError, integerArgument, type IntrinsicFunction } from './contract';

export const mathRandom: IntrinsicFunction = {
  name: 'States.MathRandom',
  help: 'A random integer from a first (included) to a last (excluded); a third argument is the seed.',
  parameters: ['first', 'last', 'seed?'],
  minArguments: 2,
  maxArguments: 3,
  apply(args, environment) {
    const from = integerArgument(args, 0);
    const to = integerArgument(args, 1);
    if (to <= from) throw new IntrinsicError('The end of the range must be greater than its start');
    const random = args.length > 2 ? seededRandom(integerArgument(args, 2)) : () => environment.random();
    return from + Math.floor(random() * (to - from));
  },
};
