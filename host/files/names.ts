import { basename, dirname, join, sep } from 'node:path';
import { homedir } from 'node:os';
import type { DocumentFormat } from '#shared/protocol/index';

const extensions = /(\.asl)?\.(json|ya?ml)$|\.asl$/i;

/** Whether a name on the command line or in a drop can be a workflow. */
export function isWorkflowName(name: string): boolean {
  return extensions.test(name);
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
