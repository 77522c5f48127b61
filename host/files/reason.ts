import { basename } from 'node:path';
import { UnreadableFile } from './readText';

/** The system's error in words that say what to do. */
export function reason(problem: unknown, path: string): string {
  const name = `"${basename(path)}"`;
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
    case 'EISDIR':
      return `${name} is a folder.`;
    default:
      return `${name}: ${problem instanceof Error ? problem.message : String(problem)}`;
  }
}
