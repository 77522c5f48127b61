import { jsonText } from '../../base/index';
import { hash as digestOf } from '../hash';
import { IntrinsicError, textArgument, type IntrinsicFunction } from './contract';

export const hash: IntrinsicFunction = {
  name: 'States.Hash',
  givesText: true,
  help: 'The MD5, SHA-1, SHA-256, SHA-384 or SHA-512 digest of a value, in hexadecimal.',
  parameters: ['data', 'algorithm'],
  minArguments: 2,
  maxArguments: 2,
  apply(args) {
    const data = args[0] ?? null;
    const text = typeof data === 'string' ? data : jsonText(data);
    if (text.length > 10_000) throw new IntrinsicError('The data must not have more than 10000 characters');
    const digest = digestOf(text, textArgument(args, 1));
    if (digest === undefined) throw new IntrinsicError('The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512');
    return digest;
  },
};
