import type { Platform } from '../platform';
import { all, put, remove, type Records } from './database';
import type { Pickers } from './fileSystemAccess';
import { sealedRecords, serverKey } from './sealedRecords';

/** What the browser platform takes from the browser, so that tests can give it another. */
export interface BrowserHost {
  readonly os: Platform['os'];
  readonly pickers: Pickers;
  readonly records: Records;
  /** Lets the person choose files where there are no pickers; empty when they change their mind. */
  upload(): Promise<readonly File[]>;
  download(name: string, text: string): void;
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back now and then while the person looks at the page; returns what ends it. */
  everyGlance(look: () => void): () => void;
}

/** How often a visible page looks at its files, in milliseconds. */
const glance = 3000;

export function browserHost(): BrowserHost {
  const { platform } = navigator;
  return {
    os: platform.startsWith('Mac') ? 'mac' : platform.startsWith('Win') ? 'windows' : 'linux',
    pickers: window as Pickers,
    records: sealedRecords({ all, put, remove }, serverKey),
    upload,
    download,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    everyGlance(look) {
      const lookWhenVisible = () => {
        if (document.visibilityState === 'visible') look();
      };
      const timer = setInterval(lookWhenVisible, glance);
      window.addEventListener('focus', lookWhenVisible);
      return () => {
        clearInterval(timer);
        window.removeEventListener('focus', lookWhenVisible);
      };
    },
  };
}

function upload(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.json,.asl,.yaml,.yml';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has fetched it long before; there is no event that says so.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
