import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readSidecar, readText, reason, writeAtomically } from '../../host/files/index';
import type { Console } from '../console';
import { wrongFile, wrongUsage } from '../refusal';
import { filesMatching, isPattern } from './glob';

/** What stands for standard input among names of files. */
export const standardInput = '-';

/** A text that a command was given, and what is kept beside it. */
export interface SourceFile {
  /** As a person named it. */
  readonly label: string;
  /** With its extension, which says what it is; empty for standard input. */
  readonly name: string;
  /** Null for standard input. */
  readonly path: string | null;
  readonly text: string;
  /** Text of the sidecar; null when there is none. */
  readonly sidecar: string | null;
  /** Why the sidecar that is there is no text; null when it is one, or there is none. */
  readonly sidecarProblem: string | null;
}

/**
 * The names of files that operands stand for, each once, in their order. A name that is there is that file, whatever letters it has.
 * @throws Refusal when a pattern matches nothing
 */
export async function filesOf(operands: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const operand of operands) {
    const isFile = operand === standardInput || !isPattern(operand) || (await isThere(operand));
    const files = isFile ? [operand] : await filesMatching(operand);
    if (files.length === 0) throw wrongFile(`${operand}: no file matches.`);
    for (const file of files) found.add(file);
  }
  return [...found];
}

/**
 * Standard input can be read once.
 * @param names what a call reads; null for what was not given
 * @throws Refusal when it stands for several of them
 */
export function checkStandardInput(names: readonly (string | null)[]): void {
  if (names.filter((name) => name === standardInput).length > 1)
    throw wrongUsage('Standard input (-) can be read for one thing alone.');
}

/**
 * Reads a workflow or a file that holds some, with the sidecar beside it.
 * @throws Refusal when it cannot be read
 */
export async function readSource(file: string, console: Console): Promise<SourceFile> {
  const text = await readTextOf(file, console);
  if (file === standardInput)
    return { label: '<stdin>', name: '', path: null, text, sidecar: null, sidecarProblem: null };
  const sidecar = await readSidecar(file);
  return {
    label: file,
    name: basename(file),
    path: file,
    text,
    sidecar: sidecar.text,
    sidecarProblem: sidecar.problem,
  };
}

/**
 * The text of a file, or of standard input.
 * @throws Refusal when there is none, or it is no text
 */
export async function readTextOf(file: string, console: Console): Promise<string> {
  if (file === standardInput) return readStandardInput(console);
  try {
    return await readText(file);
  } catch (problem) {
    throw wrongFile(`${file}: ${whyOf(problem, file)}`);
  }
}

async function readStandardInput(console: Console): Promise<string> {
  const bytes = await console.input().catch((problem: unknown) => {
    throw wrongFile(`<stdin>: it cannot be read: ${problem instanceof Error ? problem.message : String(problem)}.`);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw wrongFile('<stdin>: it is not UTF-8 text.');
  }
}

/** @throws Refusal when it cannot be written */
export async function writeFileTo(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeAtomically(file, content);
  } catch (problem) {
    const isFolderMissing = (problem as NodeJS.ErrnoException).code === 'ENOENT';
    throw wrongFile(`${file}: ${isFolderMissing ? 'its folder is not there.' : reason(problem, file)}`);
  }
}

function whyOf(problem: unknown, file: string): string {
  switch ((problem as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file.';
    case 'EISDIR':
      return `it is a folder. Name files in it, such as "${file.replace(/[\\/]$/, '')}/**/*.asl.json".`;
    default:
      return reason(problem, file);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
