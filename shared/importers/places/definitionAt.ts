import { type JsonValue, isArray, isObject, jsonEqual, own } from '../../base/index';
import {
  type PlacedValue,
  type SourceFormat,
  intrinsicText,
  parseDocument,
  placedIn,
  printAs,
  readPlaced,
} from '../../workflow/index';
import type { FoundDefinition } from '../contract';
import type { HostFile } from '../hostFile';
import { quotingOf, requoted } from './literal';
import { endOfLines, indentationOf, inRegion, nextLine } from './region';

/** The definition that a value of a file is: an object, a text, or one that functions of CloudFormation put together. Null for all else. */
export function definitionAt(file: HostFile, placed: PlacedValue): FoundDefinition | null {
  const { value } = placed;
  if (typeof value === 'string') return definitionText(file, placed, value);
  if (!isObject(value)) return null;
  if (isObject(own(value, 'States'))) return definitionObject(file, placed, value);
  const substituted = placedIn(placed, 'Fn::Sub');
  if (substituted) {
    const text = isArray(substituted.value) ? placedIn(substituted, 0) : substituted;
    return text && definitionAt(file, text);
  }
  const joined = intrinsicText(value);
  return joined !== null && isDefinition(joined)
    ? copy(joined, 'it is put together of several pieces', placed.start)
    : null;
}

function definitionObject(file: HostFile, placed: PlacedValue, value: JsonValue): FoundDefinition {
  const { node, start } = placed;
  const { text } = file;
  const isBlock = node.kind === 'object' && node.block;
  const end = start + node.length;
  const indentation = indentationOf(text, start);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const found = isBlock
    ? inRegion(text, leadOf(text, lineStart, indentation), blockEnd(text, end, indentation), 'yaml', indentation, true)
    : inRegion(text, start, end, formatOf(text.slice(start, end)), indentation, false);
  const isAlone = !isBlock || text.slice(lineStart, start).trim() === '';
  const parsed = isAlone ? parseDocument(found) : null;
  if (parsed?.ok && jsonEqual(parsed.value.document.definition, value)) return found;
  const why = 'it cannot be read without the rest of the file, such as anchors of YAML';
  const copied = isObject(value) ? printAs(value, found.format) : found.text;
  return { kind: 'copy', format: found.format, text: copied, why, at: start };
}

/** The lines of comments directly above, which are about it. */
function leadOf(text: string, lineStart: number, indentation: string): number {
  let from = lineStart;
  while (from > 0) {
    const before = text.lastIndexOf('\n', from - 2) + 1;
    if (!text.slice(before, from).startsWith(`${indentation}#`)) break;
    from = before;
  }
  return from;
}

/** After the last line, and comments below it that are indented as far. */
function blockEnd(text: string, end: number, indentation: string): number {
  return endOfLines(text, nextLine(text, end), (line) => line.startsWith(indentation) && line.trim().startsWith('#'));
}

function definitionText(file: HostFile, { node, start }: PlacedValue, text: string): FoundDefinition | null {
  if (!isDefinition(text)) return null;
  const raw = file.text.slice(start, start + node.length);
  if (/^[|>]/.test(raw)) {
    const from = nextLine(file.text, start);
    const first = /^\s*?([ \t]*)\S/.exec(file.text.slice(from));
    const indentation = first?.[1] ?? '';
    const to = endOfLines(file.text, from, (line) => indentation !== '' && line.startsWith(indentation));
    return inRegion(file.text, from, to, formatOf(text), indentation, true);
  }
  const first = /^[[-]/.test(raw) ? firstItem(raw, start, file.text) : null;
  if (first?.value === text) return definitionText(file, first, text);
  const quoting = quotingOf(raw, text);
  if (!quoting) return copy(text, 'its text is put together, or broken over lines', start);
  const [before, after] = [file.text.slice(0, start), file.text.slice(start + node.length)];
  const inFile = (next: string) => before + requoted(quoting, text, next) + after;
  return { kind: 'inPlace', format: formatOf(text), text, inFile };
}

/** The first item of a list that stands behind a tag: the text of `!Sub`, before its variables. */
function firstItem(raw: string, start: number, file: string): PlacedValue | null {
  const column = start - (file.lastIndexOf('\n', start - 1) + 1);
  const list = readPlaced(' '.repeat(column) + raw, 'yaml');
  const item = list && isArray(list.value) ? placedIn(list, 0) : null;
  return item && { ...item, start: item.start - column + start };
}

function copy(text: string, why: string, at: number): FoundDefinition {
  return { kind: 'copy', format: formatOf(text), text, why, at };
}

/** Whether a text is a definition, or would be one once it is repaired. */
function isDefinition(text: string): boolean {
  return /\bStates\b/.test(text) && (text.trimStart().startsWith('{') || parseDocument({ text, format: 'yaml' }).ok);
}

function formatOf(text: string): SourceFormat {
  return parseDocument({ text, format: 'json' }).ok || /^\s*\{\s*"/.test(text) ? 'json' : 'yaml';
}
