import { isObject, objectFrom } from '../../base/index';
import { booleanArgument, IntrinsicError, type IntrinsicFunction } from './contract';

export const jsonMerge: IntrinsicFunction = {
  name: 'States.JsonMerge',
  help: "Joins two objects; the second one's values win. The third argument must be false: only shallow merging exists.",
  parameters: ['first', 'second', 'deep'],
  minArguments: 3,
  maxArguments: 3,
  apply(args) {
    const [first, second] = args;
    if (!isObject(first) || !isObject(second)) throw new IntrinsicError('Both values must be JSON objects');
    if (booleanArgument(args, 2)) throw new IntrinsicError('Only the shallow merging mode is supported');
    return objectFrom([...Object.entries(first), ...Object.entries(second)]);
  },
};
