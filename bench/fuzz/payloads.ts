import { commandIds, type RequestName } from '../../shared/protocol/index';
import type { Chance } from '../../shared/workflow/testing/randomTexts';

/** What messages may name: ids that were given out, and paths that are there. */
export interface Known {
  readonly ids: readonly string[];
  readonly paths: readonly string[];
}

const strange: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    0,
    -1,
    NaN,
    Infinity,
    1e308,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '../../secret.txt',
    'a'.repeat(300),
  ],
  ...[[], {}, [[]], { length: -1 }, JSON.parse('{"__proto__":{"polluted":true}}'), { constructor: { prototype: 1 } }],
  ...[new Date(0), /x/, new Map([['id', 'x']]), new Uint8Array(8), 12345678901234567890n, Symbol.iterator, () => null],
];

const names = [
  'orders.asl.json',
  'template.yaml',
  '../secret.txt',
  '/etc/passwd',
  'CON',
  '.asl.json',
  'x'.repeat(255),
  'ü☂.json',
];
const texts = ['{}', '{"StartAt":"A","States":{}}', '', 'a: [', '\ufeff{}', '\ud800', '\u0000', '{"version":-1e308}'];

/** A payload for a request: of its form, or with something of it replaced, added or taken away. */
export function payloadOf(request: RequestName, known: Known, chance: Chance): unknown {
  const one = <Item>(list: readonly Item[]): Item => list[Math.floor(chance() * list.length)] as Item;
  const id = () => (chance() < 0.8 ? one(known.ids) : one(['nothing1', '../../etc', 'x'.repeat(64), '']));
  const onDisk = () => ({ text: one(texts), sidecar: one([null, ...texts]) });
  const format = () => one(['json', 'yaml']);
  const forms: Record<RequestName, () => unknown> = {
    openFiles: () => null,
    openPath: () => one(known.paths),
    openRecent: id,
    recentFiles: () => null,
    forgetRecent: id,
    save: () => ({ id: id(), ...onDisk(), base: one([null, onDisk()]), setAside: one([undefined, true, false]) }),
    saveAs: () => ({ suggestedName: one(names), format: format(), ...onDisk(), setAside: one([undefined, true]) }),
    exportText: () => ({
      suggestedName: one(names),
      fileType: { label: 'A file', extension: one(['json', 'asl.yaml', '../txt']) },
      text: one(texts),
    }),
    writeClipboard: () => one(texts),
    putRecovery: () => ({
      id: one(['session-1', 'session-2', '../up', '']),
      name: one(names),
      fileId: one([null, id()]),
      format: format(),
      ...onDisk(),
      saved: one([null, onDisk()]),
      updatedAt: one([0, 1e12, -1, NaN]),
    }),
    removeRecovery: () => one(['session-1', 'session-2', '../up', '']),
    listRecovery: () => null,
    setWindowState: () => ({ title: 'x', edited: true, disabled: [one(commandIds)], checked: [] }),
    ready: () => null,
    closeAnswer: () => ({ close: chance() < 0.5 }),
  };
  const whole = forms[request]();
  const kind = chance();
  if (kind < 0.5) return whole;
  if (kind < 0.6 || typeof whole !== 'object' || whole === null) return one(strange);
  const key = one(Object.keys(whole));
  if (kind < 0.8) return { ...whole, [key]: one(strange) };
  if (kind < 0.9) return { ...whole, [one(['more', 'path', '__proto__', 'constructor'])]: one(strange) };
  return Object.fromEntries(Object.entries(whole).filter(([each]) => each !== key));
}
