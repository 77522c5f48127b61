import * as v from 'valibot';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { answer, type Handlers } from '../../electron/main/ipc/answer';
import { createFileHandlers } from '../../electron/main/ipc/fileHandlers';
import { FileStore, RecoveryStore, WatchedFiles } from '../../host/files/index';
import { requests, type RequestName } from '../../shared/protocol/index';
import { seeded, type Chance } from '../../shared/workflow/testing/randomTexts';
import { payloadOf } from './payloads';

export interface MessagesResult {
  readonly carriedOut: number;
  readonly refused: number;
  readonly faults: readonly string[];
  /** Milliseconds of the slowest message, by the clock. */
  readonly slowest: number;
}

const secret = 'not for the page';

/**
 * Messages of a page that somebody else has taken over, to the real gate, file store and recovery store, in a folder of
 * their own: each is carried out with a reply of its form, or refused; nothing outside the folders of workflows changes,
 * and nothing of what is no workflow is given out.
 */
export async function fuzzMessages(from: number, count: number): Promise<MessagesResult> {
  const root = await mkdtemp(join(tmpdir(), 'stepwright-fuzz-'));
  try {
    return await tryMessages(root, from, count);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function tryMessages(root: string, from: number, count: number): Promise<MessagesResult> {
  const [work, profile] = [join(root, 'work'), join(root, 'profile')];
  await Promise.all([mkdir(join(work, '.hidden'), { recursive: true }), mkdir(profile)]);
  const outside = ['secret.txt', 'work/notes.txt', 'work/.hidden/secret.asl.json'].map((name) => join(root, name));
  await Promise.all(outside.map((path) => writeFile(path, secret)));
  const inside = ['a.asl.json', 'b.asl.yaml', 'template.yaml'].map((name) => join(work, name));
  await Promise.all(inside.map((path) => writeFile(path, '{}')));

  const files = new FileStore(profile);
  await files.load();
  const opened = await Promise.all(inside.map((path) => files.open(path, 0)));
  const ids = opened.flatMap((outcome) => (outcome.kind === 'opened' ? [outcome.file.id] : []));
  const known = { ids, paths: [...inside, ...outside, work, '/dev/zero', '/proc/self/environ', 'a.asl.json'] };
  const names = Object.keys(requests) as RequestName[];
  const faults: string[] = [];
  const result = { carriedOut: 0, refused: 0, slowest: 0 };
  let chance: Chance = seeded(from);
  const watched = new WatchedFiles(files, () => undefined);
  const handlers: Handlers = {
    ...createFileHandlers({
      files,
      watched,
      recovery: new RecoveryStore(profile),
      dialogs: {
        visited: () => undefined,
        open: () => Promise.resolve(chance() < 0.5 ? inside.slice(0, 1) : []),
        save: (name, format) =>
          Promise.resolve(chance() < 0.3 ? null : join(work, `saved ${basename(name).length}.asl.${format}`)),
        exportTo: (name) =>
          Promise.resolve(chance() < 0.3 ? null : join(work, `exported ${basename(name).length}.txt`)),
        mayReplace: () => Promise.resolve(chance() < 0.5),
      },
    }),
    writeClipboard: () => null,
    setWindowState: () => null,
    ready: () => [],
    closeAnswer: () => null,
  };
  for (let round = from; round < from + count; round += 1) {
    chance = seeded(round);
    const name = names[Math.floor(chance() * names.length)] ?? 'ready';
    const payload = payloadOf(name, known, chance);
    const began = performance.now();
    try {
      const reply = await answer(handlers, name, payload);
      result.carriedOut += 1;
      if (!v.is(requests[name].reply, reply)) faults.push(`${round} ${name}: a reply of another form`);
      if (name !== 'listRecovery' && JSON.stringify(reply).includes(secret))
        faults.push(`${round} ${name}: gave out ${secret}`);
    } catch (problem) {
      if (problem instanceof Error && problem.message.startsWith('Refused: ')) result.refused += 1;
      else faults.push(`${round} ${name}: ${String(problem)}`);
    }
    result.slowest = Math.max(result.slowest, performance.now() - began);
    if (Object.hasOwn(Object.prototype, 'polluted')) throw new Error(`${round} ${name}: Object.prototype was changed`);
  }
  watched.close();
  for (const path of outside) if ((await readFile(path, 'utf8')) !== secret) faults.push(`${path} was changed`);
  const beside = (await readdir(root)).filter((name) => !['work', 'profile', 'secret.txt'].includes(name));
  if (beside.length > 0) faults.push(`${beside.join(', ')} came to be beside the folders`);
  return { ...result, faults };
}
