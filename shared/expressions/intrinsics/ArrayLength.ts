import { arrayArgument, type IntrinsicFunction } from './contract';

export const arrayLength: IntrinsicFunction = {
  name: 'States.ArrayLength',
  help: 'How many items an array has.',
  parameters: ['array'],
  minArguments: 1,
  maxArguments: 1,
  apply: (args) => arrayArgument(args, 0).length,
};
