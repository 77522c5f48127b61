import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileChange, OpenedFile, OpenOutcome, Platform } from '../platform';
import { FakeBrowser } from '../testing/fakeBrowser';
import { browserPlatform } from './browserPlatform';

function fileOf(outcome: OpenOutcome | { kind: 'cancelled' } | undefined): OpenedFile {
  if (outcome?.kind !== 'opened') throw new Error(`Not opened: ${JSON.stringify(outcome)}`);
  return outcome.file;
}

const fileType = { label: 'ASL as YAML', extension: 'asl.yaml' };

describe('a browser with File System Access', () => {
  let browser: FakeBrowser;
  let platform: Platform;

  beforeEach(() => {
    browser = new FakeBrowser();
    platform = browserPlatform(browser);
  });

  async function open(file: ReturnType<FakeBrowser['file']>): Promise<OpenedFile> {
    browser.chosen = [file];
    return fileOf((await platform.openFiles())[0]);
  }

  it('opens the chosen files, and none when the picker is closed', async () => {
    browser.chosen = [browser.file('a.asl.json', '{}'), browser.file('b.yml', '')];
    const names = (await platform.openFiles()).map((outcome) => [fileOf(outcome).name, fileOf(outcome).format]);
    expect(names).toEqual([
      ['a.asl.json', 'json'],
      ['b.yml', 'yaml'],
    ]);
    browser.chosen = [];
    expect(await platform.openFiles()).toEqual([]);
  });

  it('refuses a file that is not UTF-8', async () => {
    const file = browser.file('a.json', '');
    file.set(Uint8Array.of(0xff, 0xfe));
    browser.chosen = [file];
    expect(await platform.openFiles()).toEqual([{ kind: 'failed', message: '"a.json": it is not UTF-8 text.' }]);
  });

  it('writes back to the file, byte order mark included', async () => {
    const file = browser.file('a.json', '\uFEFF{}');
    const { id, text } = await open(file);
    expect(await platform.save({ id, text: `${text} `, sidecar: null, base: { text, sidecar: null } })).toEqual({
      kind: 'saved',
    });
    expect(file.text).toBe('\uFEFF{} ');
  });

  it('knows its own write after a crash right after a save', async () => {
    const file = browser.file('a.json', '{}');
    const { id } = await open(file);
    const before = { text: '{}', sidecar: null };
    await platform.save({ id, text: '{"a":1}', sidecar: null, base: before });
    // The page came back with unsaved work that began before that save.
    const again = browserPlatform(browser);
    expect(await again.save({ id, text: '{"a":2}', sidecar: null, base: before })).toEqual({ kind: 'saved' });
    file.set('{"other":1}');
    expect(await again.save({ id, text: '{"a":3}', sidecar: null, base: before })).toMatchObject({
      kind: 'changedOutside',
    });
  });

  it('refuses half of a character, which the file would hold as another one', async () => {
    const file = browser.file('a.json', '{}');
    const { id } = await open(file);
    expect(await platform.save({ id, text: '\ud834', sidecar: null, base: null })).toEqual({
      kind: 'failed',
      message:
        '"a.json": line 1 holds half of a character (a lone surrogate), which no file can hold. Delete it, or write it as \\u and its number.',
    });
    expect(file.text).toBe('{}');
  });

  it('hands a sidecar that cannot be read to the person before another takes its place', async () => {
    const file = browser.file('a.asl.json', '{}');
    const { id } = await open(file);
    await platform.save({ id, text: '{}', sidecar: '{"version":99}', base: null });
    const save = { id, text: '{}', sidecar: '{"l":1}', base: { text: '{}', sidecar: '{"version":99}' } };
    expect(await platform.save({ ...save, setAside: true })).toEqual({
      kind: 'saved',
      setAside: 'a.unreadable.stepwright',
    });
    expect(browser.downloads).toEqual([{ name: 'a.unreadable.stepwright', text: '{"version":99}' }]);
  });

  it('does not write over what another program wrote, until told to', async () => {
    const file = browser.file('a.json', '{}');
    const { id } = await open(file);
    file.set('{"other":1}');
    const save = { id, text: '{"a":1}', sidecar: null };
    expect(await platform.save({ ...save, base: { text: '{}', sidecar: null } })).toEqual({
      kind: 'changedOutside',
      text: '{"other":1}',
      sidecar: null,
    });
    expect(file.text).toBe('{"other":1}');
    expect(await platform.save({ ...save, base: null })).toEqual({ kind: 'saved' });
    expect(file.text).toBe('{"a":1}');
  });

  it('says so when the browser refuses the right to write', async () => {
    const file = browser.file('a.json', '{}');
    const { id } = await open(file);
    file.permission = 'denied';
    expect(await platform.save({ id, text: '1', sidecar: null, base: null })).toEqual({
      kind: 'failed',
      message: 'The browser was not allowed to write "a.json".',
    });
    expect(file.text).toBe('{}');
  });

  it('gives a file the same id and the sidecar it was saved with, each time it is opened, also after a restart', async () => {
    const file = browser.file('a.json', '{}');
    const { id } = await open(file);
    await platform.save({ id, text: '{}', sidecar: '{"l":1}', base: null });
    platform = browserPlatform(browser);
    expect(await open(file)).toMatchObject({ id, sidecar: '{"l":1}' });
    expect(fileOf(await platform.openRecent(id))).toMatchObject({ id, sidecar: '{"l":1}' });
    expect((await platform.recentFiles()).map((recent) => recent.id)).toEqual([id]);
  });

  it('lists recent files, the last one first; a forgotten one can still be saved', async () => {
    const a = await open(browser.file('a.json', '{}'));
    await open(browser.file('b.json', '{}'));
    expect((await platform.recentFiles()).map(({ name }) => name)).toEqual(['b.json', 'a.json']);
    await platform.forgetRecent(a.id);
    expect((await platform.recentFiles()).map(({ name }) => name)).toEqual(['b.json']);
    expect(await platform.save({ id: a.id, text: '1', sidecar: null, base: null })).toEqual({ kind: 'saved' });
  });

  it('saves as a new file, or not at all', async () => {
    const request = { suggestedName: 'new.asl.json', format: 'json', text: '{}', sidecar: '{"l":1}' } as const;
    expect(await platform.saveAs(request)).toEqual({ kind: 'cancelled' });
    const file = browser.file('chosen.asl.json', '');
    browser.chosen = [file];
    expect(fileOf(await platform.saveAs(request))).toMatchObject({ name: 'chosen.asl.json', sidecar: '{"l":1}' });
    expect(file.text).toBe('{}');
  });

  it('exports without taking the document along', async () => {
    const file = browser.file('copy.asl.yaml', '');
    browser.chosen = [file];
    const outcome = await platform.exportText({ suggestedName: 'copy.asl.yaml', fileType, text: 'a: 1' });
    expect(outcome).toEqual({ kind: 'written', name: 'copy.asl.yaml' });
    expect(file.text).toBe('a: 1');
    expect(await platform.recentFiles()).toEqual([]);
  });

  it('asks once where to put a file that was dropped, and writes there from then on', async () => {
    const { id } = fileOf(await platform.openDropped(new File(['{}'], 'dropped.json')));
    const save = { id, sidecar: null, base: { text: '{}', sidecar: null } };
    expect(await platform.save({ ...save, text: '1' })).toMatchObject({ kind: 'failed' });
    const file = browser.file('dropped.json', '{}');
    browser.chosen = [file];
    expect(await platform.save({ ...save, text: '1' })).toEqual({ kind: 'saved' });
    browser.chosen = [];
    expect(await platform.save({ ...save, text: '2', base: { text: '1', sidecar: null } })).toEqual({ kind: 'saved' });
    expect(file.text).toBe('2');
  });

  it('notices what other programs do to open files, once each, and not its own saves', async () => {
    const changes: FileChange[] = [];
    platform.onFileChanged((change) => changes.push(change));
    const file = browser.file('a.json', '{}');
    const { id } = await open(file);
    const settled = async () => {
      browser.glance();
      await new Promise((resolve) => setTimeout(resolve, 5));
      browser.glance();
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await platform.save({ id, text: '1', sidecar: null, base: null });
    await settled();
    expect(changes).toEqual([]);
    file.set('2');
    await settled();
    file.gone = true;
    await settled();
    file.set('1');
    await settled();
    expect(changes.map(({ text }) => text)).toEqual(['2', null, '1']);
  });

  it('keeps unsaved work, oldest first', async () => {
    const entry = { name: 'a', fileId: null, format: 'json', text: '', sidecar: null, saved: null } as const;
    await platform.recovery.put({ ...entry, id: 'late', updatedAt: 2 });
    await platform.recovery.put({ ...entry, id: 'early', updatedAt: 1 });
    await platform.recovery.put({ ...entry, id: 'gone', updatedAt: 3 });
    await platform.recovery.remove('gone');
    expect((await platform.recovery.list()).map(({ id }) => id)).toEqual(['early', 'late']);
  });
});

describe('a browser without File System Access', () => {
  it('opens by upload and saves by download', async () => {
    const browser = new FakeBrowser({ pickers: false });
    const platform = browserPlatform(browser);
    browser.uploads = [new File(['{}'], 'a.asl.json')];
    const { id } = fileOf((await platform.openFiles())[0]);
    expect(await platform.save({ id, text: '1', sidecar: null, base: { text: '{}', sidecar: null } })).toEqual({
      kind: 'saved',
    });
    const saved = fileOf(await platform.saveAs({ suggestedName: 'b.json', format: 'json', text: '2', sidecar: '{}' }));
    expect(saved).toMatchObject({ name: 'b.json', text: '2', sidecar: '{}' });
    await platform.exportText({ suggestedName: 'c.yaml', fileType, text: '3' });
    expect(browser.downloads).toEqual([
      { name: 'a.asl.json', text: '1' },
      { name: 'b.json', text: '2' },
      { name: 'c.yaml', text: '3' },
    ]);
    expect(await platform.recentFiles()).toEqual([]);
  });

  it('knows no file by an id that nobody was given', async () => {
    const platform = browserPlatform(new FakeBrowser({ pickers: false }));
    expect(await platform.save({ id: 'unknown', text: '', sidecar: null, base: null })).toEqual({
      kind: 'failed',
      message: 'This file is not known any more. Use Save as.',
    });
  });
});

it('copies by the clipboard of the browser', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  await browserPlatform(new FakeBrowser()).writeClipboard('{}');
  expect(writeText).toHaveBeenCalledWith('{}');
  vi.unstubAllGlobals();
});
