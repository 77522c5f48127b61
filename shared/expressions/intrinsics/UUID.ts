import type { IntrinsicFunction } from './contract';

export const uuid: IntrinsicFunction = {
  name: 'States.UUID',
  givesText: true,
  help: 'A random version 4 UUID.',
  parameters: [],
  minArguments: 0,
  maxArguments: 0,
  apply: (_args, environment) => environment.uuid(),
};
