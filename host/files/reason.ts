import { basename } from 'node:path';
import { UnreadableFile } from './readText';

/** Half of a character, which no file can hold. */
export class UnwritableText extends Error {
  constructor(line: number) {
    super(
      `line ${line} holds half of a character (a lone surrogate), which no file can hold. Delete it, or write it as \\u and its number.`,
    );
  }
}

/** The definition is on disk, its sidecar is not. */
export class SidecarNotWritten extends Error {
  constructor(
    readonly problem: unknown,
    readonly sidecar: string,
  ) {
    super('The sidecar was not written.');
  }
}

/** The system's error in words that say what to do. */
export function reason(problem: unknown, path: string): string {
  const name = `"${basename(path)}"`;
  if (problem instanceof SidecarNotWritten) {
    return `${name} was saved, but not the notes, positions and tests beside it. ${reason(problem.problem, problem.sidecar)}`;
  }
  if (problem instanceof UnwritableText) return `${name} was not saved: ${problem.message}`;
  if (problem instanceof UnreadableFile) return `${name} cannot be opened: ${problem.message}`;
  switch ((problem as NodeJS.ErrnoException | null)?.code) {
    case 'ENOENT':
      return `${name} is not there any more.`;
    case 'EACCES':
    case 'EPERM':
      return `${name} cannot be opened or written: permission denied.`;
    case 'EROFS':
      return `${name} is on a disk that is read-only. Save it elsewhere.`;
    case 'ENOSPC':
      return `The disk is full; ${name} was not changed.`;
    case 'ENAMETOOLONG':
      return `${name} is too long a name for this disk.`;
    case 'EISDIR':
      return `${name} is a folder.`;
    default:
      return `${name}: ${problem instanceof Error ? problem.message : String(problem)}`;
  }
}
