import type { IntrinsicFunction } from './contract';

export const array: IntrinsicFunction = {
  name: 'States.Array',
  help: 'Makes an array of its arguments.',
  parameters: ['...values'],
  minArguments: 0,
  maxArguments: undefined,
  apply: (args) => [...args],
};
