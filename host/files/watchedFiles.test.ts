import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventOf } from '#shared/protocol/index';
import { FileStore } from './fileStore';
import { WatchedFiles } from './watchedFiles';

/** Long enough for a notification and the time it takes to settle. */
const quiet = 300;
const settle = 30;

describe('open files that change on disk', () => {
  let folder: string;
  let path: string;
  let sidecar: string;
  let files: FileStore;
  let watched: WatchedFiles;
  let id: string;
  let changes: EventOf<'fileChanged'>[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stepwright-watch-'));
    await mkdir(join(folder, 'user-data'));
    await mkdir(join(folder, 'work'));
    path = join(folder, 'work/orders.asl.json');
    sidecar = join(folder, 'work/orders.stepwright.json');
    await writeFile(path, '{}');
    files = new FileStore(join(folder, 'user-data'));
    changes = [];
    watched = new WatchedFiles(files, (change) => changes.push(change), settle);
    const outcome = watched.noticed(await files.open(path, 1));
    if (outcome.kind === 'failed') throw new Error(outcome.message);
    id = outcome.file.id;
  });

  afterEach(async () => {
    watched.close();
    await rm(folder, { recursive: true, force: true });
  });

  const changed = (expected: EventOf<'fileChanged'>[]) =>
    vi.waitFor(() => expect(changes).toEqual(expected), { timeout: 5000, interval: 10 });

  it('tells of a write in place', async () => {
    await writeFile(path, '{"a":1}');
    await changed([{ id, text: '{"a":1}', sidecar: null }]);
  });

  it('tells of every replacement by rename, as editors save', async () => {
    for (const text of ['{"a":1}', '{"a":2}']) {
      await writeFile(`${path}~`, text);
      await rename(`${path}~`, path);
      await vi.waitFor(() => expect(changes.at(-1)?.text).toBe(text), { timeout: 5000, interval: 10 });
    }
    expect(changes).toHaveLength(2);
  });

  it('tells of a file that is gone, and of its return', async () => {
    await rm(path);
    await changed([{ id, text: null, sidecar: null }]);
    await writeFile(path, '{}');
    await changed([
      { id, text: null, sidecar: null },
      { id, text: '{}', sidecar: null },
    ]);
  });

  it('tells of the sidecar', async () => {
    await writeFile(sidecar, '{"l":1}');
    await changed([{ id, text: '{}', sidecar: '{"l":1}' }]);
  });

  it('tells of a folder that is gone', async () => {
    await rm(join(folder, 'work'), { recursive: true });
    await changed([{ id, text: null, sidecar: null }]);
  });

  it('tells once of a burst', async () => {
    for (let n = 0; n < 20; n++) await writeFile(path, `{"a":${n}}`);
    await changed([{ id, text: '{"a":19}', sidecar: null }]);
  });

  it('is silent about our own saves and about a write that changes nothing', async () => {
    for (let n = 0; n < 5; n++)
      expect(await watched.save(id, { text: `{"a":${n}}`, sidecar: `{"l":${n}}` }, null)).toEqual({ kind: 'saved' });
    await writeFile(path, '{"a":4}');
    await wait(quiet);
    expect(changes).toEqual([]);
  });

  it('is silent about a change that the answer to a save told already, and tells of the next', async () => {
    await writeFile(path, '{"other":1}');
    expect(await watched.save(id, { text: '{"a":1}', sidecar: null }, { text: '{}', sidecar: null })).toMatchObject({
      kind: 'changedOutside',
    });
    await wait(quiet);
    expect(changes).toEqual([]);
    await writeFile(path, '{"other":2}');
    await changed([{ id, text: '{"other":2}', sidecar: null }]);
  });

  it('tells both files that share a sidecar', async () => {
    const yaml = join(folder, 'work/orders.asl.yaml');
    await writeFile(yaml, 'a: 1');
    const outcome = watched.noticed(await files.open(yaml, 2));
    await writeFile(sidecar, '{"l":1}');
    await vi.waitFor(() => expect(changes).toHaveLength(2), { timeout: 5000 });
    const other = outcome.kind === 'opened' ? outcome.file.id : '';
    expect(new Set(changes.map((change) => change.id))).toEqual(new Set([id, other]));
  });
});
