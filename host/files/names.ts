import { basename, dirname, join, sep } from 'node:path';
import { homedir } from 'node:os';
import type { DocumentFormat } from '#shared/protocol/channels';

const extensions = /(\.asl)?\.(json|ya?ml)$|\.asl$/i;

/** Whether a name on the command line or in a drop can be a workflow. */
export function isWorkflowName(name: string): boolean {
  return extensions.test(name);
}

/**
 * Why a file that the page names may not be opened; null when it may. The page names a file only when one was dropped on it,
 * but a page that was taken over can make that up: it shall not get at what is no workflow, nor at JSON files that programs
 * keep their secrets in, which lie in hidden folders.
 */
export function dropProblem(path: string): string | null {
  const name = basename(path);
  if (!isWorkflowName(name)) return `"${name}" is not opened: its name does not end in .json, .yaml, .yml or .asl.`;
  const hidden = path.split(/[\\/]/).some((part) => part.startsWith('.') && part !== '.' && part !== '..');
  return hidden ? `"${name}" is in a hidden folder. Use Open in the File menu for it.` : null;
}

export function formatOf(path: string): DocumentFormat {
  return /\.ya?ml$/i.test(path) ? 'yaml' : 'json';
}

/** `orders.asl.json` has its sidecar in `orders.stepwright.json` beside it. */
export function sidecarPath(path: string): string {
  return join(dirname(path), `${basename(path).replace(extensions, '')}.stepwright.json`);
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
