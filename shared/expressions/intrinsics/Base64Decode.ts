import { textFromBase64 } from '../base64';
import { IntrinsicError, textArgument, type IntrinsicFunction } from './contract';

export const base64Decode: IntrinsicFunction = {
  name: 'States.Base64Decode',
  givesText: true,
  help: 'The string whose UTF-8 bytes a Base64 text holds; at most 10,000 characters.',
  parameters: ['text'],
  minArguments: 1,
  maxArguments: 1,
  apply(args) {
    const text = textArgument(args, 0);
    if (text.length > 10_000) throw new IntrinsicError('The string must not have more than 10000 characters');
    const decoded = textFromBase64(text);
    if (decoded === undefined) throw new IntrinsicError('The string is not valid Base64');
    return decoded;
  },
};
