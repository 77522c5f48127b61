import { jsonEqual } from '../../base/index';
import { arrayArgument, type IntrinsicFunction } from './contract';

export const arrayContains: IntrinsicFunction = {
  name: 'States.ArrayContains',
  help: 'Whether an array holds a value.',
  parameters: ['array', 'value'],
  minArguments: 2,
  maxArguments: 2,
  apply(args) {
    const wanted = args[1];
    return arrayArgument(args, 0).some((item) => jsonEqual(item, wanted));
  },
};
