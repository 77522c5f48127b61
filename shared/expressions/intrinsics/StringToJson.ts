import { parseJsonText } from '../../base/index';
import { IntrinsicError, textArgument, type IntrinsicFunction } from './contract';

export const stringToJson: IntrinsicFunction = {
  name: 'States.StringToJson',
  help: 'The JSON value that a string spells. Blank text gives null.',
  parameters: ['text'],
  minArguments: 1,
  maxArguments: 1,
  apply(args) {
    const text = textArgument(args, 0);
    if (text.trim() === '') return null;
    try {
      return parseJsonText(text);
    } catch {
      throw new IntrinsicError('The string is not valid JSON');
    }
  },
};
