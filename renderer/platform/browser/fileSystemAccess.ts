/** The part of the File System Access API that TypeScript's DOM library does not have; Chromium has it. */
interface PickerType {
  readonly description: string;
  readonly accept: Readonly<Record<string, readonly string[]>>;
}

interface Pickers {
  showOpenFilePicker?: (options: {
    multiple?: boolean;
    types?: readonly PickerType[];
  }) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: {
    suggestedName?: string;
    types?: readonly PickerType[];
  }) => Promise<FileSystemFileHandle>;
}

interface PermissionHandle extends FileSystemFileHandle {
  requestPermission?: (options: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>;
}

export const types: readonly PickerType[] = [
  {
    description: 'State machines',
    accept: { 'application/json': ['.json', '.asl'], 'application/yaml': ['.yaml', '.yml'] },
  },
];

export const pickers = window as Pickers;

/** Asks for the right to write again where the browser forgot it, as after a restart. */
export async function mayWrite(handle: FileSystemFileHandle): Promise<boolean> {
  const { requestPermission } = handle as PermissionHandle;
  return requestPermission === undefined || (await requestPermission.call(handle, { mode: 'readwrite' })) === 'granted';
}

/** The person closed the picker. */
export function wasCancelled(problem: unknown): boolean {
  return problem instanceof DOMException && problem.name === 'AbortError';
}

/** The upload of browsers without pickers: an empty list when the person changed their mind. */
export function upload(): Promise<readonly File[]> {
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

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
