import * as v from 'valibot';
import { commandIds } from './commands';

/** An id of a file that only the main process, or the browser's own store, can turn into a place on disk. */
const fileId = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));
const format = v.picklist(['json', 'yaml']);
/** 64 MB: far above any definition, far below what would hurt. */
const text = v.pipe(v.string(), v.maxLength(64 * 1024 * 1024));
const sidecar = v.nullable(text);
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** What the system's dialog calls the kind of a file, and its extension without the leading dot. */
const fileType = v.strictObject({
  label: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  extension: v.pipe(v.string(), v.regex(/^[a-z0-9]+(\.[a-z0-9]+)*$/), v.maxLength(30)),
});

const openedFile = v.strictObject({
  id: fileId,
  /** Name with extension, for the tab. */
  name,
  /** The folder as people know it, for telling files of one name apart; never used to open anything. */
  folder: v.nullable(v.string()),
  format,
  text,
  sidecar,
  /** Why the sidecar that is there is not given: it is no text, no file, or too large. It is left as it is. */
  sidecarProblem: v.optional(v.string()),
});

const recentFile = v.strictObject({ id: fileId, name, folder: v.nullable(v.string()), openedAt: v.number() });

const onDisk = v.strictObject({ text, sidecar });

export const recoveryEntry = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  name,
  fileId: v.nullable(fileId),
  format,
  text,
  sidecar,
  /** Where the text cannot be read: the last one that could, which the canvas shows. Entries of older versions have none. */
  lastRead: v.optional(v.nullable(text)),
  /** What was on disk when the document was last loaded or saved; null when it never was. */
  saved: v.nullable(onDisk),
  /** When the workflow is a part of its file: its name there, its text, and the file as it was read. */
  inside: v.optional(v.strictObject({ machine: v.pipe(v.string(), v.maxLength(1000)), text, file: text })),
  /** Milliseconds since 1970. */
  updatedAt: v.number(),
});

const openOutcome = v.variant('kind', [
  v.strictObject({ kind: v.literal('opened'), file: openedFile }),
  v.strictObject({ kind: v.literal('failed'), message: v.string() }),
]);

const saveOutcome = v.variant('kind', [
  v.strictObject({
    kind: v.literal('saved'),
    /** The name under which a sidecar was put aside that could not be read. */
    setAside: v.optional(v.string()),
  }),
  v.strictObject({ kind: v.literal('changedOutside'), text, sidecar }),
  v.strictObject({ kind: v.literal('failed'), message: v.string() }),
]);

const saveAsOutcome = v.variant('kind', [
  v.strictObject({ kind: v.literal('opened'), file: openedFile }),
  v.strictObject({ kind: v.literal('cancelled') }),
  v.strictObject({ kind: v.literal('failed'), message: v.string() }),
]);

const exportOutcome = v.variant('kind', [
  v.strictObject({ kind: v.literal('written'), name }),
  v.strictObject({ kind: v.literal('cancelled') }),
  v.strictObject({ kind: v.literal('failed'), message: v.string() }),
]);

const none = v.null();
/** True: the sidecar that is on disk cannot be read by the page, and is kept under another name instead of written over. */
const setAside = v.optional(v.boolean());

/** What the renderer may ask of the main process. The one place where it is written down. */
export const requests = {
  openFiles: { request: none, reply: v.array(openOutcome) },
  /** Only the preload script calls it, with the path of a file that was dropped on the window. */
  openPath: { request: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)), reply: openOutcome },
  openRecent: { request: fileId, reply: openOutcome },
  recentFiles: { request: none, reply: v.array(recentFile) },
  forgetRecent: { request: fileId, reply: none },
  save: {
    request: v.strictObject({
      id: fileId,
      text,
      sidecar,
      /** What the document was loaded or saved as; the save is refused when the disk says something else. Null overwrites. */
      base: v.nullable(onDisk),
      setAside,
    }),
    reply: saveOutcome,
  },
  saveAs: { request: v.strictObject({ suggestedName: name, format, text, sidecar, setAside }), reply: saveAsOutcome },
  exportText: { request: v.strictObject({ suggestedName: name, fileType, text }), reply: exportOutcome },
  writeClipboard: { request: text, reply: none },
  putRecovery: { request: recoveryEntry, reply: none },
  removeRecovery: { request: recoveryEntry.entries.id, reply: none },
  listRecovery: { request: none, reply: v.array(recoveryEntry) },
  setWindowState: {
    request: v.strictObject({
      title: v.pipe(v.string(), v.maxLength(500)),
      edited: v.boolean(),
      /** Commands that cannot act now, and those that are switched on; the native menu shows them so. */
      disabled: v.array(v.picklist(commandIds)),
      checked: v.array(v.picklist(commandIds)),
    }),
    reply: none,
  },
  /** The renderer listens now; gives the files that the app was started with. */
  ready: { request: none, reply: v.array(openOutcome) },
  closeAnswer: { request: v.strictObject({ close: v.boolean() }), reply: none },
} as const;

/** What the main process tells the renderer. */
export const events = {
  command: v.picklist(commandIds),
  openRequest: v.array(openOutcome),
  /** Null text: the file is gone. */
  fileChanged: v.strictObject({ id: fileId, text: v.nullable(text), sidecar }),
  closeRequested: none,
} as const;

export type RequestName = keyof typeof requests;
export type EventName = keyof typeof events;
export type RequestOf<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]['request']>;
export type ReplyOf<Name extends RequestName> = v.InferOutput<(typeof requests)[Name]['reply']>;
export type EventOf<Name extends EventName> = v.InferOutput<(typeof events)[Name]>;

export type FileId = v.InferOutput<typeof fileId>;
export type FileType = v.InferOutput<typeof fileType>;
export type DocumentFormat = v.InferOutput<typeof format>;
export type OpenedFile = v.InferOutput<typeof openedFile>;
export type RecentFile = v.InferOutput<typeof recentFile>;
export type RecoveryEntry = v.InferOutput<typeof recoveryEntry>;
export type OnDisk = v.InferOutput<typeof onDisk>;
export type OpenOutcome = v.InferOutput<typeof openOutcome>;
export type SaveOutcome = v.InferOutput<typeof saveOutcome>;
export type SaveAsOutcome = v.InferOutput<typeof saveAsOutcome>;
export type ExportOutcome = v.InferOutput<typeof exportOutcome>;

/** Channel names on the wire. */
export const requestChannel = (name: RequestName): string => `stepwright:${name}`;
export const eventChannel = (name: EventName): string => `stepwright:event:${name}`;

/** What the page itself may ask. Paths are not for it: a dropped file's is taken by the preload script alone. */
export type PageRequestName = Exclude<RequestName, 'openPath'>;

export function isPageRequest(name: string): name is PageRequestName {
  return Object.hasOwn(requests, name) && name !== ('openPath' satisfies RequestName);
}

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name);
}

/** What preload puts on `window.stepwright`. */
export interface Bridge {
  request<Name extends PageRequestName>(name: Name, payload: RequestOf<Name>): Promise<ReplyOf<Name>>;
  openDropped(file: DroppedFile): Promise<OpenOutcome>;
  on<Name extends EventName>(name: Name, listener: (payload: EventOf<Name>) => void): () => void;
  readonly os: 'mac' | 'windows' | 'linux';
}

/** The DOM's File; the protocol itself knows no DOM. */
interface DroppedFile {
  readonly name: string;
}
