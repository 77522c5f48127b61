import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { requestChannel, requests, type RequestName } from '#shared/protocol/index';
import type { Handlers } from './answer';
import { openGate } from './gate';

type Listener = (event: IpcMainInvokeEvent, payload: unknown) => Promise<unknown>;
const channels = vi.hoisted(() => new Map<string, unknown>());
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: unknown) => channels.set(channel, listener) },
}));

describe('the gate into the main process', () => {
  const ours = { sender: 'ours' } as unknown as IpcMainInvokeEvent;
  const foreign = { sender: 'foreign' } as unknown as IpcMainInvokeEvent;
  let carriedOut: [string, unknown][];

  const ask = (name: RequestName, payload: unknown, event = ours) =>
    (channels.get(requestChannel(name)) as Listener)(event, payload);

  beforeEach(() => {
    channels.clear();
    carriedOut = [];
    const names = Object.keys(requests) as RequestName[];
    const handlers = Object.fromEntries(
      names.map((name) => [
        name,
        (payload: unknown) => {
          carriedOut.push([name, payload]);
          return null;
        },
      ]),
    );
    openGate(handlers as unknown as Handlers, (event) => event === ours);
  });

  it('has a channel for each request and no other', () => {
    expect([...channels.keys()]).toEqual((Object.keys(requests) as RequestName[]).map(requestChannel));
  });

  it('lets a request of our page through', async () => {
    await ask('writeClipboard', '{}');
    expect(carriedOut).toEqual([['writeClipboard', '{}']]);
  });

  it('refuses every request of another sender', async () => {
    await expect(ask('writeClipboard', '{}', foreign)).rejects.toThrow('Refused: unknown sender.');
    expect(carriedOut).toEqual([]);
  });

  it('refuses a payload of another form', async () => {
    await expect(ask('writeClipboard', 1)).rejects.toThrow('Refused: "writeClipboard" does not have this form.');
    expect(carriedOut).toEqual([]);
  });
});
