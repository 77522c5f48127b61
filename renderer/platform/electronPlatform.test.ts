import { describe, expect, it } from 'vitest';
import type { Bridge, OpenOutcome } from '#shared/protocol/channels';
import { electronPlatform } from './electronPlatform';

/** A main process that waits with files and writes down what it is asked. */
class FakeBridge {
  readonly asked: [string, unknown][] = [];
  readonly listeners = new Map<string, Set<(payload: unknown) => void>>();

  constructor(private readonly waiting: readonly OpenOutcome[] = []) {}

  asBridge(): Bridge {
    return {
      os: 'linux',
      request: (name: string, payload: unknown) => {
        this.asked.push([name, payload]);
        return Promise.resolve(name === 'ready' ? this.waiting : null);
      },
      openDropped: (file: { name: string }) => Promise.resolve({ kind: 'failed', message: file.name }),
      on: (name: string, listener: (payload: unknown) => void) => {
        const listeners = this.listeners.get(name) ?? new Set();
        this.listeners.set(name, listeners.add(listener));
        return () => listeners.delete(listener);
      },
      // The methods of a bridge are generic over the protocol; the fake has one for all of it.
    } as unknown as Bridge;
  }

  tell(name: string, payload: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(payload);
  }
}

describe('the desktop platform', () => {
  const opened: OpenOutcome = { kind: 'failed', message: 'a.json' };

  it('says that it is ready when somebody listens for files, and hands over those that waited', async () => {
    const bridge = new FakeBridge([opened]);
    const got: (readonly OpenOutcome[])[] = [];
    await electronPlatform(bridge.asBridge()).onOpenRequest((files) => got.push(files));
    bridge.tell('openRequest', []);
    expect(bridge.asked).toEqual([['ready', null]]);
    expect(got).toEqual([[opened], []]);
  });

  it('calls nobody when no file waited', async () => {
    const got: unknown[] = [];
    await electronPlatform(new FakeBridge().asBridge()).onOpenRequest((files) => got.push(files));
    expect(got).toEqual([]);
  });

  it('passes on what the menu says, until nobody wants to hear it', () => {
    const bridge = new FakeBridge();
    const got: unknown[] = [];
    const off = electronPlatform(bridge.asBridge()).onCommand((id) => got.push(id));
    bridge.tell('command', 'file.new');
    off();
    bridge.tell('command', 'file.open');
    expect(got).toEqual(['file.new']);
  });

  it('asks the main process what the protocol names', async () => {
    const bridge = new FakeBridge();
    const platform = electronPlatform(bridge.asBridge());
    await platform.forgetRecent('0123456789');
    await platform.recovery.remove('document');
    platform.setWindowState({ title: 'a', edited: true, disabled: ['edit.undo'], checked: [] });
    platform.answerClose(false);
    expect(bridge.asked).toEqual([
      ['forgetRecent', '0123456789'],
      ['removeRecovery', 'document'],
      ['setWindowState', { title: 'a', edited: true, disabled: ['edit.undo'], checked: [] }],
      ['closeAnswer', { close: false }],
    ]);
  });
});
