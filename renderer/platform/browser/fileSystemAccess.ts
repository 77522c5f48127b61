/** The part of the File System Access API that TypeScript's DOM library does not have; Chromium has it. */
interface PickerType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

/** Undefined in Firefox and Safari. */
export interface Pickers {
  showOpenFilePicker?: (options: { multiple: boolean; types: readonly PickerType[] }) => Promise<FileHandle[]>;
  showSaveFilePicker?: (options: { suggestedName: string; types: readonly PickerType[] }) => Promise<FileHandle>;
}

/** What the platform uses of a FileSystemFileHandle. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void> }>;
  isSameEntry(other: FileHandle): Promise<boolean>;
  requestPermission?(options: { mode: 'read' | 'readwrite' }): Promise<PermissionState>;
}

export const workflowTypes: readonly PickerType[] = [
  {
    description: 'State machines',
    accept: {
      'application/json': ['.json', '.asl'],
      'application/yaml': ['.yaml', '.yml'],
      'text/plain': ['.template', '.tf'],
    },
  },
];

/** Asks for the right to write again where the browser forgot it, as after a restart. */
export async function mayWrite(handle: FileHandle): Promise<boolean> {
  return (
    handle.requestPermission === undefined || (await handle.requestPermission({ mode: 'readwrite' })) === 'granted'
  );
}

/** @throws when the file is not UTF-8, as writing it back would damage it */
export async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8 text.');
  }
}

/** Null when the file is gone. */
export async function textIn(handle: FileHandle): Promise<string | null> {
  try {
    return await textOf(await handle.getFile());
  } catch (problem) {
    if (isGone(problem)) return null;
    throw problem;
  }
}

export function isGone(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'NotFoundError';
}

/** The browser itself writes to a copy and puts it in place on close. */
export async function writeText(handle: FileHandle, text: string): Promise<void> {
  const stream = await handle.createWritable();
  await stream.write(text);
  await stream.close();
}

/** The person closed the picker. */
export function wasCancelled(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'AbortError';
}
