import type { JsonValue } from '../../base/index';
import { arrayArgument, IntrinsicError, integerArgument, type IntrinsicFunction } from './contract';

export const arrayPartition: IntrinsicFunction = {
  name: 'States.ArrayPartition',
  help: 'Cuts an array into chunks of a given size.',
  parameters: ['array', 'size'],
  minArguments: 2,
  maxArguments: 2,
  apply(args) {
    const items = arrayArgument(args, 0);
    const size = integerArgument(args, 1);
    if (size < 1) throw new IntrinsicError('The chunk size must be a positive integer');
    const chunks: JsonValue[] = [];
    for (let from = 0; from < items.length; from += size) chunks.push(items.slice(from, from + size));
    return chunks;
  },
};
