import { int32, integerArgument, type IntrinsicFunction } from './contract';

export const mathAdd: IntrinsicFunction = {
  name: 'States.MathAdd',
  help: 'The sum of two numbers, each rounded to an integer first.',
  parameters: ['first', 'second'],
  minArguments: 2,
  maxArguments: 2,
  apply: (args) => int32(integerArgument(args, 0) + integerArgument(args, 1), 'The sum'),
};
