import { base64FromText } from '../base64';
import { IntrinsicError, textArgument, type IntrinsicFunction } from './contract';

export const base64Encode: IntrinsicFunction = {
  name: 'States.Base64Encode',
  givesText: true,
  help: "The Base64 text of a string's UTF-8 bytes; at most 10,000 characters.",
  parameters: ['text'],
  minArguments: 1,
  maxArguments: 1,
  apply(args) {
    const text = textArgument(args, 0);
    if (text.length > 10_000) throw new IntrinsicError('The string must not have more than 10000 characters');
    return base64FromText(text);
  },
};
