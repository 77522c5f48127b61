import type { JsonValue } from '../../base/index';
import { sortedText } from './sortedText';
import { arrayArgument, type IntrinsicFunction } from './contract';

export const arrayUnique: IntrinsicFunction = {
  name: 'States.ArrayUnique',
  help: 'An array without the items that occurred before.',
  parameters: ['array'],
  minArguments: 1,
  maxArguments: 1,
  apply(args) {
    // Equal JSON values have equal text once their keys are sorted.
    const seen = new Map<string, JsonValue>();
    for (const item of arrayArgument(args, 0)) {
      const key = sortedText(item);
      if (!seen.has(key)) seen.set(key, item);
    }
    return [...seen.values()];
  },
};
