import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from './atomicWrite';

describe('writing a file atomically', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepwright-write-'));
    path = join(folder, 'orders.asl.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('makes a new file, and leaves nothing else behind', async () => {
    await writeAtomically(path, '{"é": "𝄞"}\n');
    expect(await readFile(path, 'utf8')).toBe('{"é": "𝄞"}\n');
    expect(await readdir(folder)).toEqual(['orders.asl.json']);
  });

  it('puts a new file in the place of the old one, so that whoever reads the old one still reads all of it', async () => {
    await writeFile(path, 'old');
    const before = await stat(path);
    await writeAtomically(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).ino).not.toBe(before.ino);
  });

  it('keeps the mode', async () => {
    await writeFile(path, 'old');
    await chmod(path, 0o666);
    await writeAtomically(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o666);
  });

  it('writes through a link, which stays one', async () => {
    const link = join(folder, 'link.asl.json');
    await writeFile(path, 'old');
    await symlink(path, link);
    await writeAtomically(link, 'new');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('leaves the old file and no temporary one when it fails', async () => {
    await mkdir(path);
    await writeFile(join(path, 'inside'), 'old');
    await expect(writeAtomically(path, 'new')).rejects.toMatchObject({
      code: expect.stringMatching(/EISDIR|ENOTEMPTY/),
    });
    expect(await readdir(folder)).toEqual(['orders.asl.json']);
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('old');
  });

  it('says so when the folder is not there', async () => {
    await expect(writeAtomically(join(folder, 'gone/a.json'), '')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each([`${'n'.repeat(255)}`, `${'n'.repeat(246)}.asl.json`])(
    'writes a name as long as a system takes',
    async (name) => {
      await writeAtomically(join(folder, name), 'a');
      await writeAtomically(join(folder, name), 'b');
      expect(await readFile(join(folder, name), 'utf8')).toBe('b');
    },
  );

  it('leaves a file all its names', async () => {
    const other = join(folder, 'other.asl.json');
    await writeFile(path, 'old');
    await link(path, other);
    await writeAtomically(path, 'new');
    expect(await readFile(other, 'utf8')).toBe('new');
    expect((await stat(path)).ino).toBe((await stat(other)).ino);
  });

  it('writes through a link to what is not there yet', async () => {
    await mkdir(join(folder, 'inner'));
    await symlink('inner/real.asl.json', join(folder, 'first'));
    await symlink('first', join(folder, 'second'));
    await writeAtomically(join(folder, 'second'), 'new');
    expect(await readFile(join(folder, 'inner/real.asl.json'), 'utf8')).toBe('new');
    expect((await lstat(join(folder, 'second'))).isSymbolicLink()).toBe(true);
  });

  it('gives a new file the rights that it is told, cut by what the system cuts', async () => {
    await writeAtomically(path, 'new', { mode: 0o600 });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  // Only the superuser can give files away.
  it.runIf(process.getuid?.() === 0)('leaves a file its owner', async () => {
    await writeFile(path, 'old');
    await chown(path, 1234, 4321);
    await writeAtomically(path, 'new');
    const { uid, gid } = await stat(path);
    expect({ uid, gid, text: await readFile(path, 'utf8') }).toEqual({ uid: 1234, gid: 4321, text: 'new' });
  });
});
