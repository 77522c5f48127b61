import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBrowser } from '../testing/fakeBrowser';
import { sealedRecords } from './sealedRecords';

const keyOf = (fill: number) => () =>
  crypto.subtle.importKey('raw', new Uint8Array(32).fill(fill), 'AES-GCM', false, ['encrypt', 'decrypt']);

describe('records that a browser keeps', () => {
  let browser: FakeBrowser;
  const secret = { id: 'a', text: '{"Password":"𝄞 hunter2"}', saved: null };
  const stored = async () => {
    const [record] = await browser.records.all<Record<string, unknown>>('recovery');
    return record ?? {};
  };

  beforeEach(() => {
    browser = new FakeBrowser();
  });

  it('come back to the same key, at a later start', async () => {
    await sealedRecords(browser.records, keyOf(1)).put('recovery', secret);
    expect(await sealedRecords(browser.records, keyOf(1)).all('recovery')).toEqual([secret]);
  });

  it('say nothing but their id to who has no key', async () => {
    await sealedRecords(browser.records, keyOf(1)).put('recovery', secret);
    const record = await stored();
    expect(Object.keys(record).sort()).toEqual(['id', 'iv', 'sealed']);
    const bytes = new TextDecoder('latin1').decode(record['sealed'] as ArrayBuffer);
    expect(bytes).not.toContain('hunter2');
    expect(await sealedRecords(browser.records, keyOf(2)).all('recovery')).toEqual([]);
    // Passed over, not removed: the right key may come back.
    expect(await sealedRecords(browser.records, keyOf(1)).all('recovery')).toEqual([secret]);
  });

  it('are not encrypted alike twice', async () => {
    const records = sealedRecords(browser.records, keyOf(1));
    await records.put('recovery', secret);
    const first = await stored();
    await records.put('recovery', secret);
    expect((await stored())['iv']).not.toEqual(first['iv']);
  });

  it('are refused under the id of another', async () => {
    await sealedRecords(browser.records, keyOf(1)).put('recovery', secret);
    await browser.records.put('recovery', { ...(await stored()), id: 'b' });
    expect(await sealedRecords(browser.records, keyOf(1)).all('recovery')).toEqual([secret]);
  });

  it('of earlier versions, in plain, are read and encrypted', async () => {
    await browser.records.put('recovery', secret);
    expect(await sealedRecords(browser.records, keyOf(1)).all('recovery')).toEqual([secret]);
    expect(await stored()).not.toHaveProperty('text');
  });

  it('hold the handle of a file beside what is encrypted, as it cannot be', async () => {
    const records = sealedRecords(browser.records, keyOf(1));
    const handle = browser.file('a.asl.json', '{}');
    await records.put('handles', { id: 'a', handle, sidecar: 'notes' });
    expect(await records.all('handles')).toEqual([{ id: 'a', handle, sidecar: 'notes' }]);
    expect((await browser.records.all('handles'))[0]).toMatchObject({ handle });
    expect((await browser.records.all('handles'))[0]).not.toHaveProperty('sidecar');
  });

  it('are removed after the writes before, and not kept when there is no key', async () => {
    const records = sealedRecords(browser.records, keyOf(1));
    await Promise.all([records.put('recovery', secret), records.remove('recovery', 'a')]);
    expect(await records.all('recovery')).toEqual([]);

    let asked = 0;
    const late = sealedRecords(browser.records, () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('no key')) : keyOf(1)();
    });
    await expect(late.put('recovery', secret)).rejects.toThrow('no key');
    await late.put('recovery', secret);
    expect(await late.all('recovery')).toEqual([secret]);
  });
});
