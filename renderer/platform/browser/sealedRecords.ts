import { browserKeyPath } from '#shared/protocol/index';
import type { Records } from './database';

/** A record as the browser holds it: its id, what cannot be turned into bytes, and the rest encrypted. */
interface Sealed {
  readonly id: string;
  /** A handle of a file: an object of the browser, which gives nothing without its consent. */
  readonly handle?: unknown;
  /** Never used twice with one key. */
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/**
 * Records that are encrypted (AES-GCM) before the browser stores them. What a browser keeps belongs to an address of this
 * machine, and another program can get that address when our server has ended.
 * Records that earlier versions stored in plain are read, and encrypted with that; those of another key are passed over.
 * @param keyOf gives the key; asked again after it failed
 */
export function sealedRecords(records: Records, keyOf: () => Promise<CryptoKey>): Records {
  let known: Promise<CryptoKey> | null = null;
  const key = () => {
    known ??= keyOf().catch((problem: unknown) => {
      known = null;
      throw problem;
    });
    return known;
  };
  /** To encrypt takes a moment, in which a later write must not overtake. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const done = last.then(act, act);
    last = done;
    return done;
  };
  const put: Records['put'] = (store, value) =>
    inTurn(async () => records.put(store, await sealed(value, await key())));

  return {
    put,
    remove: (store, id) => inTurn(() => records.remove(store, id)),
    async all<Value>(store: Parameters<Records['all']>[0]): Promise<Value[]> {
      await last.catch(() => undefined);
      const found = await records.all<object>(store);
      const values: Value[] = [];
      for (const record of found) {
        if (!isSealed(record)) {
          values.push(record as Value);
          await put(store, record).catch(() => undefined);
          continue;
        }
        const opened = await unsealed<Value>(record, await key());
        if (opened !== null) values.push(opened);
      }
      return values;
    },
  };
}

/**
 * The key that the local server gives to its page.
 * @throws when there is no such server, or it cannot read the secret of the user
 */
export async function serverKey(): Promise<CryptoKey> {
  const answer = await fetch(browserKeyPath, { method: 'POST', cache: 'no-store' });
  if (!answer.ok) throw new Error('Stepwright’s server gives no key to keep it with. Save your work.');
  const bytes = Uint8Array.from(atob(await answer.text()), (char) => char.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function sealed(value: object, key: CryptoKey): Promise<Sealed> {
  const { id, handle, ...rest } = value as { id: string; handle?: unknown };
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(JSON.stringify(rest));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: named(id) }, key, bytes);
  return { id, iv, sealed: data, ...(handle === undefined ? {} : { handle }) };
}

/** Null when it was encrypted with another key, or changed since. */
async function unsealed<Value>(record: Sealed, key: CryptoKey): Promise<Value | null> {
  const { id, iv, sealed: data, handle } = record;
  try {
    const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: named(id) }, key, data);
    const rest = JSON.parse(new TextDecoder().decode(bytes)) as object;
    return { ...rest, id, ...(handle === undefined ? {} : { handle }) } as Value;
  } catch {
    return null;
  }
}

/** A record holds under its own id alone. */
function named(id: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(id);
}

function isSealed(record: object): record is Sealed {
  return 'sealed' in record && 'iv' in record;
}
