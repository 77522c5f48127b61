import { arrayArgument, IntrinsicError, integerArgument, type IntrinsicFunction } from './contract';

export const arrayGetItem: IntrinsicFunction = {
  name: 'States.ArrayGetItem',
  givesText: true,
  help: 'The item of an array at an index, counted from 0.',
  parameters: ['array', 'index'],
  minArguments: 2,
  maxArguments: 2,
  apply(args) {
    const items = arrayArgument(args, 0);
    const item = items[integerArgument(args, 1)];
    if (item === undefined) throw new IntrinsicError('The index is outside the array');
    return item;
  },
};
