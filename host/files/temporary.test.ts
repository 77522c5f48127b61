import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryName, tidyFolder } from './temporary';

describe('temporary files that a kill left behind', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepwright-temporary-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are removed when they are ours and their writer is gone; everything else stays', async () => {
    // No system gives out this number.
    const gone = temporaryName(2 ** 30);
    const written = temporaryName();
    const elsewhere = '.stepwright-00000000-1-0123456789ab.tmp';
    const elsewhereLong = '.stepwright-00000000-2-0123456789ab.tmp';
    const foreign = ['.notes.tmp', '.orders.asl.json.0123456789ab.tmp', 'orders.tmp'];
    for (const name of [gone, written, elsewhere, elsewhereLong, ...foreign]) await writeFile(join(folder, name), '');
    await utimes(join(folder, elsewhereLong), 1, 1);
    await tidyFolder(folder, Date.now());
    expect(new Set(await readdir(folder))).toEqual(new Set([written, elsewhere, ...foreign]));
  });

  it('cost nothing where there is no folder', async () => {
    await tidyFolder(join(folder, 'none'), 0);
  });
});
