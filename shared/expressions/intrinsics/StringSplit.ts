import { textArgument, type IntrinsicFunction } from './contract';

export const stringSplit: IntrinsicFunction = {
  name: 'States.StringSplit',
  help: "The parts of a string between any of the delimiter's characters; empty parts are left out.",
  parameters: ['text', 'delimiter'],
  minArguments: 2,
  maxArguments: 2,
  apply(args) {
    const delimiters = new Set(textArgument(args, 1));
    const parts: string[] = [];
    let part = '';
    for (const char of textArgument(args, 0)) {
      if (!delimiters.has(char)) part += char;
      else {
        if (part !== '') parts.push(part);
        part = '';
      }
    }
    if (part !== '') parts.push(part);
    return parts;
  },
};
