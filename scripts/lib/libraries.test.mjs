import { describe, expect, it } from 'vitest';
import { missingLibraries, namesIn } from './libraries.mjs';

describe('missing libraries', () => {
  it('are named as ldd names them', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibgbm.so.1 => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    ].join('\n');
    expect(namesIn(output)).toEqual(['libnss3.so', 'libgbm.so.1']);
  });

  it('are none for a program that runs, such as this one', () => {
    expect(missingLibraries(process.execPath)).toEqual([]);
  });
});
