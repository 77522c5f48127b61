import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedFile, OpenOutcome, RecoveryEntry } from '#shared/protocol/index';
import { FileStore } from './fileStore';
import { temporaryName } from './temporary';

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
    const message = '"shadow" is not opened: its name does not end in .json, .yaml, .yml, .asl, .template or .tf.';
    expect(await files.openDropped(at('shadow'), 1)).toEqual({ kind: 'failed', message });
    expect(await files.openDropped(at('link.json'), 1)).toEqual({ kind: 'failed', message });
    await mkdir(at('.docker'));
    await writeFile(at('.docker/config.json'), '{}');
    expect(await files.openDropped(at('.docker/config.json'), 1)).toMatchObject({ kind: 'failed' });
  });

  it('keeps a byte order mark, so that a save gives the same bytes', async () => {
    await writeFile(at('bom.json'), '\uFEFF{}');
    const { id, text } = fileOf(await files.open(at('bom.json'), 1));
    await files.save(id, { text: text, sidecar: null }, null);
    expect(await readFile(at('bom.json'))).toEqual(Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]));
  });

  it('saves a file and its sidecar, and takes the sidecar away with null', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    expect(await files.save(id, { text: '{"a":1}', sidecar: '{"l":1}' }, { text: '{}', sidecar: null })).toEqual({
      kind: 'saved',
    });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"a":1}');
    expect(await readFile(at('orders.stepwright.json'), 'utf8')).toBe('{"l":1}');
    await files.save(id, { text: '{}', sidecar: null }, { text: '{"a":1}', sidecar: '{"l":1}' });
    expect(await readdir(folder)).toEqual(['orders.asl.json', 'user-data']);
  });

  it('does not write over what another program wrote, until told to', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await writeFile(at('orders.asl.json'), '{"other":1}');
    const base = { text: '{}', sidecar: null };
    expect(await files.save(id, { text: '{"a":1}', sidecar: null }, base)).toEqual({
      kind: 'changedOutside',
      text: '{"other":1}',
      sidecar: null,
    });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"other":1}');
    expect(await files.save(id, { text: '{"a":1}', sidecar: null }, null)).toEqual({ kind: 'saved' });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"a":1}');
  });

  it('does not write over a sidecar that another program wrote', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await writeFile(at('orders.stepwright.json'), '{"other":1}');
    const outcome = await files.save(id, { text: '{"a":1}', sidecar: '{"l":1}' }, { text: '{}', sidecar: null });
    expect(outcome).toEqual({ kind: 'changedOutside', text: '{}', sidecar: '{"other":1}' });
  });

  it('goes on with a save that broke off half way', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await writeFile(at('orders.asl.json'), '{"a":1}');
    const outcome = await files.save(id, { text: '{"a":1}', sidecar: '{"l":1}' }, { text: '{}', sidecar: null });
    expect(outcome).toEqual({ kind: 'saved' });
  });

  it('writes a deleted file anew', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await rm(at('orders.asl.json'));
    expect(await files.save(id, { text: '{"a":1}', sidecar: null }, { text: '{}', sidecar: null })).toEqual({
      kind: 'saved',
    });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{"a":1}');
  });

  it('knows no file by an id that nobody was given', async () => {
    const message = 'This file is not known any more. Use Save as.';
    expect(await files.save('0'.repeat(32), { text: '', sidecar: null }, null)).toEqual({ kind: 'failed', message });
  });

  it('saves under a new name and knows the new file', async () => {
    const file = fileOf(await files.saveAs(at('new.asl.yaml'), { text: 'a: 1\n', sidecar: '{"l":1}' }, 1, refuse));
    expect(file).toMatchObject({ name: 'new.asl.yaml', format: 'yaml', text: 'a: 1\n', sidecar: '{"l":1}' });
    expect(await files.onDisk(file.id)).toEqual({ text: 'a: 1\n', sidecar: '{"l":1}' });
  });

  describe('with a sidecar that is no text', () => {
    const beside = () => at('orders.stepwright.json');
    const kinds: [string, () => Promise<unknown>, string][] = [
      ['not UTF-8', () => writeFile(beside(), Uint8Array.of(0xff, 0xfe)), 'cannot be opened: it is not UTF-8 text.'],
      ['a folder', () => mkdir(beside()), 'is a folder.'],
      [
        'larger than 32 MB',
        () => truncated(beside(), 32 * 1024 * 1024 + 1),
        'cannot be opened: it is larger than 32 MB.',
      ],
    ];

    it.each(kinds)('opens and saves the workflow, and says which file: %s', async (_kind, make, words) => {
      await make();
      const before = await stat(beside());
      const file = fileOf(await files.open(at('orders.asl.json'), 1));
      expect(file).toMatchObject({ text: '{}', sidecar: null, sidecarProblem: `"orders.stepwright.json" ${words}` });
      const base = { text: '{}', sidecar: null };
      expect(await files.save(file.id, { text: '{"a":1}', sidecar: null }, base)).toEqual({ kind: 'saved' });
      expect((await stat(beside())).ino).toBe(before.ino);

      // A sidecar of ours needs its place: it is kept beside.
      const saved = { text: '{"a":1}', sidecar: '{"l":1}' };
      expect(await files.save(file.id, saved, { ...saved, sidecar: null })).toEqual({
        kind: 'saved',
        setAside: 'orders.unreadable.stepwright',
      });
      expect(await files.onDisk(file.id)).toEqual(saved);
      expect((await stat(at('orders.unreadable.stepwright'))).ino).toBe(before.ino);
    });

    async function truncated(path: string, size: number): Promise<void> {
      await writeFile(path, '');
      await truncate(path, size);
    }
  });

  it('puts a sidecar aside that the page cannot read, under a name that is free', async () => {
    await writeFile(at('orders.stepwright.json'), '{"version":99}');
    await writeFile(at('orders.unreadable.stepwright'), 'first');
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    const base = { text: '{}', sidecar: '{"version":99}' };
    expect(await files.save(id, { text: '{}', sidecar: '{"l":1}' }, base, true)).toEqual({
      kind: 'saved',
      setAside: 'orders.unreadable-2.stepwright',
    });
    expect(await readFile(at('orders.unreadable-2.stepwright'), 'utf8')).toBe('{"version":99}');
    expect(await readFile(at('orders.unreadable.stepwright'), 'utf8')).toBe('first');
    expect(await readFile(at('orders.stepwright.json'), 'utf8')).toBe('{"l":1}');
  });

  it('puts it aside as well when the document is saved as itself', async () => {
    await writeFile(at('orders.stepwright.json'), '{"version":99}');
    await files.saveAs(at('orders.asl.json'), { text: '{}', sidecar: '{"l":1}' }, 1, refuse, true);
    expect(await readFile(at('orders.unreadable.stepwright'), 'utf8')).toBe('{"version":99}');
    expect(await readFile(at('orders.stepwright.json'), 'utf8')).toBe('{"l":1}');
  });

  it('gives a new sidecar the rights of its definition', async () => {
    await chmod(at('orders.asl.json'), 0o600);
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await files.save(id, { text: '{}', sidecar: '{}' }, null);
    expect((await stat(at('orders.stepwright.json'))).mode & 0o777).toBe(0o600);
  });

  it('says that the definition was saved when only its sidecar was not, and goes on from there', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    // What cannot be written: a link into a folder that is not there.
    await symlink(at('none/none'), at('orders.stepwright.json'));
    const outcome = await files.save(id, { text: '{"a":1}', sidecar: '{"l":1}' }, { text: '{}', sidecar: null });
    expect(outcome).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        /^"orders\.asl\.json" was saved, but not the notes, positions and tests beside it\. "orders\.stepwright\.json"/,
      ),
    });
    await rm(at('orders.stepwright.json'));
    // The page still holds the base from before, and the text was edited since.
    const next = { text: '{"a":2}', sidecar: '{"l":1}' };
    expect(await files.save(id, next, { text: '{}', sidecar: null })).toEqual({ kind: 'saved' });
    expect(await files.onDisk(id)).toEqual(next);
  });

  it('refuses half of a character, which the file would hold as another one', async () => {
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    expect(await files.save(id, { text: '{\n"\ud834": 1}', sidecar: null }, null)).toEqual({
      kind: 'failed',
      message:
        '"orders.asl.json" was not saved: line 2 holds half of a character (a lone surrogate), which no file can hold. Delete it, or write it as \\u and its number.',
    });
    expect(await readFile(at('orders.asl.json'), 'utf8')).toBe('{}');
  });

  it('opens and saves names as long as a system takes, with their sidecars', async () => {
    const name = `${'n'.repeat(246)}.asl.json`;
    await writeFile(at(name), '{}');
    const { id } = fileOf(await files.open(at(name), 1));
    const next = { text: '{"a":1}', sidecar: '{"l":1}' };
    expect(await files.save(id, next, { text: '{}', sidecar: null })).toEqual({ kind: 'saved' });
    expect(await files.onDisk(id)).toEqual(next);
    expect(fileOf(await files.open(at(name), 2))).toMatchObject(next);
    expect(await files.save(id, { ...next, sidecar: null }, next)).toEqual({ kind: 'saved' });
  });

  it('clears away what a kill in the middle of a save left beside a file', async () => {
    await writeFile(at(temporaryName(2 ** 30)), 'half');
    await files.open(at('orders.asl.json'), 1);
    expect(await readdir(folder)).toEqual(['orders.asl.json', 'user-data']);
  });

  it('never says "saved" to two instances with profiles of their own that began from the same text', async () => {
    const profile = at('second-user-data');
    await mkdir(profile);
    const other = new FileStore(profile);
    const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
    await other.open(at('orders.asl.json'), 1);
    for (let round = 0; round < 50; round++) {
      const base = await files.onDisk(id);
      const [mine, theirs] = [`{"mine":${round}}`, `{"theirs":${round}}`];
      const outcomes = await Promise.all([
        files.save(id, { text: mine, sidecar: null }, base),
        other.save(id, { text: theirs, sidecar: null }, base),
      ]);
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changedOutside', 'saved']);
      const winner = outcomes[0].kind === 'saved' ? mine : theirs;
      expect(await readFile(at('orders.asl.json'), 'utf8')).toBe(winner);
    }
  });

  describe('unsaved work of a run that was killed', () => {
    const entryOf = (fileId: string, text: string, saved: string): RecoveryEntry => ({
      ...{ id: 'a', name: 'orders.asl.json', fileId, format: 'json', text, sidecar: null, updatedAt: 1 },
      saved: { text: saved, sidecar: null },
    });
    let id: string;

    beforeEach(async () => {
      ({ id } = fileOf(await files.open(at('orders.asl.json'), 1)));
      await files.save(id, { text: '{"a":1}', sidecar: null }, { text: '{}', sidecar: null });
    });
    /** As the next run finds it. */
    async function recovered(entry: RecoveryEntry): Promise<RecoveryEntry | null> {
      const next = new FileStore(userData);
      await next.load();
      return next.recovered(entry, 2);
    }

    it('is none when it was saved just before', async () => {
      expect(await recovered(entryOf(id, '{"a":1}', '{}'))).toBeNull();
    });

    it('began from what that run saved last, not from what another program wrote', async () => {
      const entry = entryOf(id, '{"a":2}', '{}');
      expect(await recovered(entry)).toEqual({ ...entry, saved: { text: '{"a":1}', sidecar: null } });
    });

    it('began from what it says when another program wrote since, so that the person is asked', async () => {
      await writeFile(at('orders.asl.json'), '{"other":1}');
      const entry = entryOf(id, '{"a":2}', '{}');
      expect(await recovered(entry)).toEqual(entry);
    });
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
      expect(await files.save(id, { text: '{"a":1}', sidecar: null }, null)).toEqual({ kind: 'saved' });
    });

    it('forgets a file on request, which stays open', async () => {
      const { id } = fileOf(await files.open(at('orders.asl.json'), 1));
      await files.forget(id);
      expect(files.recent()).toEqual([]);
      expect(await files.save(id, { text: '{"a":1}', sidecar: null }, null)).toEqual({ kind: 'saved' });
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
