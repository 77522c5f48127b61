import type {
  CommandId,
  DocumentFormat,
  ExportOutcome,
  FileId,
  FileType,
  OnDisk,
  OpenOutcome,
  OpenedFile,
  RecentFile,
  RecoveryEntry,
  SaveAsOutcome,
  SaveOutcome,
} from '#shared/protocol/index';

export type { DocumentFormat, FileId, OnDisk, OpenedFile, OpenOutcome, RecentFile, RecoveryEntry, SaveOutcome };

export interface FileChange {
  readonly id: FileId;
  /** Null when the file is gone. */
  readonly text: string | null;
  readonly sidecar: string | null;
}

/** What the app needs from the machine it runs on: the desktop shell, or a browser. */
export interface Platform {
  readonly kind: 'electron' | 'browser';
  readonly os: 'mac' | 'windows' | 'linux';
  /** Lets the person choose files; empty when they change their mind. */
  openFiles(): Promise<readonly OpenOutcome[]>;
  openDropped(file: File): Promise<OpenOutcome>;
  openRecent(id: FileId): Promise<OpenOutcome>;
  /** The last one first. */
  recentFiles(): Promise<readonly RecentFile[]>;
  forgetRecent(id: FileId): Promise<void>;
  /** Refused with `changedOutside` when the disk holds something else than `base`; a null base overwrites. */
  save(request: {
    id: FileId;
    text: string;
    sidecar: string | null;
    base: OnDisk | null;
    /** True: the sidecar that is there cannot be read, and is kept under another name. */
    setAside?: boolean;
  }): Promise<SaveOutcome>;
  saveAs(request: {
    suggestedName: string;
    format: DocumentFormat;
    text: string;
    sidecar: string | null;
    setAside?: boolean;
  }): Promise<SaveAsOutcome>;
  /** Writes a copy; what the document is saved as stays the same. */
  exportText(request: { suggestedName: string; fileType: FileType; text: string }): Promise<ExportOutcome>;
  writeClipboard(text: string): Promise<void>;
  readonly recovery: {
    put(entry: RecoveryEntry): Promise<void>;
    remove(id: string): Promise<void>;
    list(): Promise<readonly RecoveryEntry[]>;
  };
  /** The title of the window and its menu: commands that cannot act, and those that are switched on. */
  setWindowState(state: {
    title: string;
    edited: boolean;
    disabled: readonly CommandId[];
    checked: readonly CommandId[];
  }): void;
  /** From the native menu. */
  onCommand(listener: (id: CommandId) => void): () => void;
  /** Files from the command line, the system or another instance. Resolves once those that came before are handed over. */
  onOpenRequest(listener: (files: readonly OpenOutcome[]) => void): Promise<() => void>;
  onFileChanged(listener: (change: FileChange) => void): () => void;
  /** The window wants to close while something is unsaved; the answer goes to {@link answerClose}. */
  onCloseRequested(listener: () => void): () => void;
  answerClose(close: boolean): void;
}
