import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { type DocumentFormat, isWorkflowName, sidecarName, workflowStem } from '#shared/protocol/index';

/**
 * Why a file that the page names may not be opened; null when it may. The page names a file only when one was dropped on it,
 * but a page that was taken over can make that up: it shall not get at what is no workflow, nor at JSON files that programs
 * keep their secrets in, which lie in hidden folders.
 */
export function dropProblem(path: string): string | null {
  const name = basename(path);
  if (!isWorkflowName(name))
    return `"${name}" is not opened: its name does not end in .json, .yaml, .yml, .asl, .template or .tf.`;
  const hidden = path.split(/[\\/]/).some((part) => part.startsWith('.') && part !== '.' && part !== '..');
  return hidden ? `"${name}" is in a hidden folder. Use Open in the File menu for it.` : null;
}

export function formatOf(path: string): DocumentFormat {
  return /\.ya?ml$/i.test(path) ? 'yaml' : 'json';
}

/** The longest name that the usual file systems take, in bytes. */
const longestName = 255;

/** Where the sidecar of a workflow is: beside it. The name of one whose own name would be too long is cut, and told apart by a hash. */
export function sidecarPath(path: string): string {
  const name = sidecarName(basename(path));
  const tooLong = Buffer.byteLength(name) - longestName;
  if (tooLong <= 0) return join(dirname(path), name);
  const stem = workflowStem(basename(path));
  const hash = createHash('sha256').update(stem).digest('hex').slice(0, 8);
  let cut = stem;
  while (Buffer.byteLength(sidecarName(`${cut}~${hash}`)) > longestName) cut = [...cut].slice(0, -1).join('');
  return join(dirname(path), sidecarName(`${cut}~${hash}`));
}

/** The folder as a person would say it. */
export function folderLabel(path: string): string {
  const folder = dirname(path);
  const home = homedir();
  return folder === home || folder.startsWith(home + sep) ? `~${folder.slice(home.length)}` : folder;
}

/** A name with an extension that says what it is. */
export function withExtension(path: string, format: DocumentFormat): string {
  if (isWorkflowName(path)) return path;
  return `${path}.asl.${format}`;
}
