import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedFile, OpenOutcome } from '#shared/protocol/channels';
import { FileStore } from './fileStore';

describe('the files that a person chose', () => {
  let folder: string;
  let userData: string;
  let files: FileStore;
  const at = (name: string) => join(folder, name);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepwright-files-'));
    userData = at('user-data');
    await mkdir(userData);
    files = new FileStore(userData);
    await files.load();
    await writeFile(at('orders.asl.json'), '{}');
  });
  afterEach(() => rm(folder, { recursive: true }));

  function fileOf(outcome: OpenOutcome | { kind: 'cancelled' }): OpenedFile {
    if (outcome.kind !== 'opened') throw new Error(JSON.stringify(outcome));
    return outcome.file;
  }

  const refuse = () => Promise.resolve(false);

  it('opens a file with its sidecar, under an id that does not tell its path', async () => {
    await writeFile(at('orders.stepwright.json'), '{"layout":1}');
    const file = fileOf(await files.open(at('orders.asl.json'), 1));
    expect(file).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: 'orders.asl.json',
      folder,
      format: 'json',
      text: '{}',
      sidecar: '{"layout":1}',
    });
  });

  it.each<[string, string | Uint8Array, string]>([
    [
      'bytes that are no UTF-8',
      Uint8Array.of(0xff, 0xfe, 0x7b, 0),
      '"bad.json" cannot be opened: it is not UTF-8 text.',
    ],
    ['a file too large', new Uint8Array(32 * 1024 * 1024 + 1), '"bad.json" cannot be opened: it is larger than 32 MB.'],
  ])('refuses %s', async (_what, bytes, message) => {
    await writeFile(at('bad.json'), bytes);
    expect(await files.open(at('bad.json'), 1)).toEqual({ kind: 'failed', message });
  });

  it('says in words what is wrong with a place', async () => {
    expect(await files.open(at('none.json'), 1)).toEqual({
      kind: 'failed',
      message: '"none.json" is not there any more.',
    });
    expect(await files.open(userData, 1)).toEqual({ kind: 'failed', message: '"user-data" is a folder.' });
  });

  it('opens by the word of the page what is a workflow by name, and nothing that a link leads to elsewhere', async () => {
    expect((await files.openDropped(at('orders.asl.json'), 1)).kind).toBe('opened');
    await writeFile(at('shadow'), 'secret');
    await symlink(at('shadow'), at('link.json'));
    const message = '"shadow" is not opened: its name does not end in .json, .yaml, .yml or .asl.';
    expect(await files.openDropped(at('shadow'), 1)).toEqual({ kind: 'failed', message });
    expect(await files.openDropped(at('link.json'), 1)).toEqual({ kind: 'failed', message });
    await mkdir(at('.docker'));
    await writeFile(at('.docker/config.json'), '{}');
    expect(await files.openDropped(at('.docker/config.json'), 1)).toMatchObject({ kind: 'failed' });
  });

  it('keeps a byte order mark, so that a save gives the same bytes', async () => {
    await writeFile(at('bom.json'), '\uFEFF{}');
    const { id, text } = fileOf(await files.open(at('bom.json'), 1));
    await files.save(id, text, null, null);
    expect(await readFile(at('bom.json'))).toEqual(Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]));
  });

  it('saves a file and its sidecar, and takes the sidecar away with null', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    expect(await files.save(id, '{"a":1}', '{"l":1}', { text: '{}', sidecar: null })).toEqual({ kind: 'saved' });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"a":1}');
    expect(await readFile(at('orders.stepwright.json'), 'utf8')).toBe('{"l":1}');
    await files.save(id, '{}', null, { text: '{"a":1}', sidecar: '{"l":1}' });
    expect(await readdir(folder)).toEqual(['orders.asl.json', 'user-data']);
  });

  it('does not write over what another program wrote, until told to', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await writeFile(at('orders.asl.json'), '{"other":1}');
    const base = { text: '{}', sidecar: null };
    expect(await files.save(id, '{"a":1}', null, base)).toEqual({
      kind: 'changedOutside',
      text: '{"other":1}',
      sidecar: null,
    });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"other":1}');
    expect(await files.save(id, '{"a":1}', null, null)).toEqual({ kind: 'saved' });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"a":1}');
  });

  it('does not write over a sidecar that another program wrote', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await writeFile(at('orders.stepwright.json'), '{"other":1}');
    const outcome = await files.save(id, '{"a":1}', '{"l":1}', { text: '{}', sidecar: null });
    expect(outcome).toEqual({ kind: 'changedOutside', text: '{}', sidecar: '{"other":1}' });
  });

  it('goes on with a save that broke off half way', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await writeFile(at('orders.asl.json'), '{"a":1}');
    const outcome = await files.save(id, '{"a":1}', '{"l":1}', { text: '{}', sidecar: null });
    expect(outcome).toEqual({ kind: 'saved' });
  });

  it('writes a deleted file anew', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await rm(at('orders.asl.json'));
    expect(await files.save(id, '{"a":1}', null, { text: '{}', sidecar: null })).toEqual({ kind: 'saved' });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"a":1}');
  });

  it('knows no file by an id that nobody was given', async () => {
    const message = 'This file is not known any more. Use Save as.';
    expect(await files.save('0'.repeat(32), '', null, null)).toEqual({ kind: 'failed', message });
  });

  it('saves under a new name and knows the new file', async () => {
    const file = fileOf(await files.saveAs(at('new.asl.yaml'), { text: 'a: 1\n', sidecar: '{"l":1}' }, 1, refuse));
    expect(file).toMatchObject({ name: 'new.asl.yaml', format: 'yaml', text: 'a: 1\n', sidecar: '{"l":1}' });
    expect(await files.onDisk(file.id)).toEqual({ text: 'a: 1\n', sidecar: '{"l":1}' });
  });

  describe('saved beside the sidecar of another workflow', () => {
    const theirs = '{"notes":{"/States/A":"mine"}}';

    it.each<[string, string, string | null]>([
      ['in another format', 'orders.asl.yaml', '{"l":1}'],
      ['in another format, without a sidecar of its own', 'orders.asl.yaml', null],
      ['with a shorter ending', 'orders.json', '{"l":1}'],
      ['of a workflow that is gone', 'lost.asl.json', null],
    ])('%s, asks first, and writes nothing when refused', async (_what, name, sidecar) => {
      await writeFile(at('orders.stepwright.json'), theirs);
      await writeFile(at('lost.stepwright.json'), theirs);
      const asked: string[] = [];
      const target = { text: '{"a":1}', sidecar };
      const answer = (agree: boolean) => (name: string) => {
        asked.push(name);
        return Promise.resolve(agree);
      };
      expect(await files.saveAs(at(name), target, 1, answer(false))).toEqual({ kind: 'cancelled' });
      expect(await readFile(at('orders.stepwright.json'), 'utf8')).toBe(theirs);
      expect(await readFile(at('lost.stepwright.json'), 'utf8')).toBe(theirs);
      expect(await readdir(folder)).not.toContain(name);

      const { id } = fileOf(await files.saveAs(at(name), target, 1, answer(true)));
      expect(await files.onDisk(id)).toEqual(target);
      const beside = name.startsWith('lost') ? 'lost.stepwright.json' : 'orders.stepwright.json';
      expect(asked).toEqual([beside, beside]);
    });

    it('asks nothing more when the person chose to replace the workflow that the sidecar goes with', async () => {
      await writeFile(at('orders.stepwright.json'), theirs);
      const { id } = fileOf(await files.saveAs(at('orders.asl.json'), { text: '1', sidecar: null }, 1, refuse));
      expect(await files.onDisk(id)).toEqual({ text: '1', sidecar: null });
    });
  });

  describe('the list of recent files', () => {
    it('has the last one first, each once, and is there after a restart under the same ids', async () => {
      await writeFile(at('b.asl.yaml'), '');
      const a = fileOf(await files.open(at('orders.asl.json'), 1));
      const b = fileOf(await files.open(at('b.asl.yaml'), 2));
      await files.open(at('orders.asl.json'), 3);

      const later = new FileStore(userData);
      await later.load();
      expect(later.recent()).toEqual([
        { id: a.id, name: 'orders.asl.json', folder, openedAt: 3 },
        { id: b.id, name: 'b.asl.yaml', folder, openedAt: 2 },
      ]);
      expect(await later.openKnown(b.id, 4)).toEqual({ kind: 'opened', file: b });
    });

    it('holds thirty, while a document that is open can still be saved after it fell off', async () => {
      const { id } = fileOf(await files.open(at('orders.asl.json'), 0));
      for (let time = 1; time <= 31; time++)
        await files.saveAs(at(`${time}.json`), { text: '', sidecar: null }, time, refuse);
      expect(files.recent().map(({ name }) => name)).toHaveLength(30);
      expect(files.recent()[29]?.name).toBe('2.json');
      expect(await files.save(id, '{"a":1}', null, null)).toEqual({ kind: 'saved' });
    });

    it('forgets a file on request, which stays open', async () => {
      const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
      await files.forget(id);
      expect(files.recent()).toEqual([]);
      expect(await files.save(id, '{"a":1}', null, null)).toEqual({ kind: 'saved' });
    });

    it.each(['', 'null', '{"path":1}', '[{"path":1,"openedAt":2},null,3]'])(
      'is empty when it reads %j',
      async (text) => {
        await writeFile(join(userData, 'recent-files.json'), text);
        const broken = new FileStore(userData);
        await broken.load();
        expect(broken.recent()).toEqual([]);
      },
    );
  });
});
