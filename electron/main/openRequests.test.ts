import { describe, expect, it } from 'vitest';
import type { OpenOutcome } from '#shared/protocol/index';
import { OpenRequests } from './openRequests';

describe('files asked for from outside the window', () => {
  const read = (path: string): OpenOutcome => ({ kind: 'failed', message: path });
  const setUp = () => {
    const delivered: OpenOutcome[][] = [];
    const requests = new OpenRequests(
      (path) => Promise.resolve(read(path)),
      (files) => delivered.push(files),
    );
    return { requests, delivered };
  };

  it('wait for a page that takes them, each once', async () => {
    const { requests, delivered } = setUp();
    await requests.add(['a']);
    await requests.add(['b']);
    expect(await requests.take()).toEqual([read('a'), read('b')]);
    expect(await requests.take()).toEqual([]);
    expect(delivered).toEqual([]);
  });

  it('go straight to a page that listens', async () => {
    const { requests, delivered } = setUp();
    await requests.take();
    await requests.add(['a', 'b']);
    await requests.add([]);
    expect(delivered).toEqual([[read('a'), read('b')]]);
  });

  it('wait for the next page when this one went away', async () => {
    const { requests, delivered } = setUp();
    await requests.take();
    requests.pause();
    await requests.add(['a']);
    expect(delivered).toEqual([]);
    expect(await requests.take()).toEqual([read('a')]);
  });
});
