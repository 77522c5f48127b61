import { expect, it } from 'vitest';
import type { Console } from '../console';
import { readTextOf, standardInput } from './read';

const consoleOf = (input: Console['input']): Console => ({
  isTerminal: false,
  out: () => undefined,
  err: () => undefined,
  progress: () => undefined,
  input,
});

it('keeps a byte order mark of standard input, so that it is written back', async () => {
  const console = consoleOf(() => Promise.resolve(Uint8Array.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d])));
  expect(await readTextOf(standardInput, console)).toBe('\uFEFF{}');
});

it('says why standard input cannot be read', async () => {
  const console = consoleOf(() => Promise.reject(new Error('read EIO')));
  await expect(readTextOf(standardInput, console)).rejects.toMatchObject({
    exitCode: 3,
    message: '<stdin>: it cannot be read: read EIO.',
  });
});
