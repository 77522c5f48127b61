import type { JsonValue } from '../../shared/base/index';
import { parseDocument } from '../../shared/workflow/index';
import type { Console } from '../console';
import { readTextOf, standardInput } from '../files/read';
import { wrongUsage } from '../refusal';

/** A text of JSON, and where it came from. */
export interface JsonText {
  readonly label: string;
  readonly text: string;
  readonly value: JsonValue;
}

/**
 * Reads what an option names: a file with JSON, or - for standard input.
 * @throws Refusal when it cannot be read, or is no JSON
 */
export async function readJsonFile(file: string, console: Console): Promise<JsonText> {
  const text = (await readTextOf(file, console)).replace(/^\uFEFF/, '');
  const label = file === standardInput ? '<stdin>' : file;
  return { label, text, value: parsed(label, text) };
}

/**
 * Reads the input of an execution: JSON itself, a file with it, or - for standard input.
 * @throws Refusal when it cannot be read, or is no JSON
 */
export async function readInput(given: string, console: Console): Promise<JsonText> {
  // No file has such a name but on purpose; `./{a}` still names one.
  const isJson = /^\s*(?:[{["]|-?\d+(?:\.\d+)?\s*$|(?:true|false|null)\s*$)/.test(given);
  return isJson ? { label: '--input', text: given, value: parsed('--input', given) } : readJsonFile(given, console);
}

function parsed(label: string, text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    // Node tells the place in some versions and some cases only; the reader of definitions always does.
    const read = parseDocument({ text, format: 'json' });
    const isBroken = !read.ok && read.problem.code !== 'NOT_A_STATE_MACHINE';
    const { line, column, message } = isBroken
      ? read.problem
      : { line: 1, column: 1, message: 'It has comments or placeholders, which JSON has not.' };
    throw wrongUsage(`${label}:${line}:${column}: this is not JSON: ${message}`);
  }
}
