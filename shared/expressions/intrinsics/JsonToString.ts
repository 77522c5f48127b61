import { jsonText } from '../../base/index';
import type { IntrinsicFunction } from './contract';

export const jsonToString: IntrinsicFunction = {
  name: 'States.JsonToString',
  givesText: true,
  help: 'The JSON text of a value, without blanks.',
  parameters: ['value'],
  minArguments: 1,
  maxArguments: 1,
  apply: (args) => jsonText(args[0]),
};
