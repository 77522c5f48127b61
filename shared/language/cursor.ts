import type { JsonPath } from '../base/index';
import type { PlacedNode, SyntaxNode } from '../workflow/index';
import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';

/** What an offset of the text stands at: the key of a member, or a value. Also where nothing is written yet. */
export interface Cursor {
  /** The object or list around it. */
  readonly holder: JsonPath;
  readonly role: 'key' | 'value';
  /** The key or index; null for a key that is not written yet. */
  readonly step: string | number | null;
  /** What is written there, quotes included; empty where nothing is. */
  readonly range: Range;
  /** Whether a colon follows the key. */
  readonly hasColon: boolean;
}

/** What stands at an offset; null outside of any object or list. */
export function cursorAt(index: DocumentIndex, offset: number): Cursor | null {
  const { root, at } = index.tree;
  return cursorIn(index, { node: root, start: at, key: null }, [], offset);
}

function cursorIn(index: DocumentIndex, { node, start }: PlacedNode, path: JsonPath, offset: number): Cursor | null {
  if (node.kind === 'scalar') return null;
  if (isBlock(node)) return blockCursor(index, { node, start, key: null }, path, offset);
  return partCursor(index, { node, start, key: null }, path, offset) ?? gapCursor(index, node, start, path, offset);
}

const isBlock = (node: SyntaxNode) => node.kind !== 'scalar' && node.block;

interface Part {
  readonly step: string | number;
  readonly key: Range | null;
  readonly value: SyntaxNode;
  readonly start: number;
}

function partsOf(node: SyntaxNode, start: number): readonly Part[] {
  if (node.kind === 'array')
    return node.items.map(({ at, value }, step) => ({ step, key: null, value, start: start + at }));
  if (node.kind === 'scalar') return [];
  return node.members.map(({ key, keyAt, keyLength, at, value }) => ({
    step: key,
    key: { start: start + keyAt, end: start + keyAt + keyLength },
    value,
    start: start + at,
  }));
}

/** The cursor on a key, on a value or inside of one; null in between. */
function partCursor(index: DocumentIndex, { node, start }: PlacedNode, path: JsonPath, offset: number): Cursor | null {
  const part = partsOf(node, start).findLast(({ key, start: from }) => (key?.start ?? from) <= offset);
  if (!part) return null;
  const { step, key, value, start: from } = part;
  const end = from + value.length;
  if (key && offset <= key.end) {
    return { holder: path, role: 'key', step, range: key, hasColon: hasColonAfter(index.text, key.end) };
  }
  if (value.kind === 'scalar') {
    if (value.length === 0 || offset < from || offset > end) return null;
    return { holder: path, role: 'value', step, range: { start: from, end }, hasColon: false };
  }
  const inside = isBlock(value)
    ? offset >= from
    : offset > from && (offset < end || !/[}\]]/.test(index.text[end - 1] ?? ''));
  return inside ? cursorIn(index, { node: value, start: from, key }, [...path, step], offset) : null;
}

function hasColonAfter(text: string, end: number): boolean {
  return /^[ \t\r\n]*:/.test(text.slice(end, end + 200));
}

/** Between the members of an object in braces, or the items of a list in brackets. */
function gapCursor(index: DocumentIndex, node: SyntaxNode, start: number, path: JsonPath, offset: number): Cursor {
  const nothing = { start: offset, end: offset };
  const parts = partsOf(node, start);
  const before = parts.findLast(({ key, start: from }) => (key?.start ?? from) <= offset);
  if (node.kind === 'array') {
    const step = before && typeof before.step === 'number' ? before.step + 1 : 0;
    return { holder: path, role: 'value', step, range: nothing, hasColon: false };
  }
  if (before?.key) {
    const between = index.text.slice(before.key.end, offset);
    const isBeforeValue = before.value.length > 0 && offset <= before.start;
    const isEmptyValue = before.value.length === 0 && !/[\n,]/.test(between);
    if (between.includes(':') && (isBeforeValue || isEmptyValue))
      return {
        holder: path,
        role: 'value',
        step: before.step,
        range:
          isBeforeValue && before.value.kind === 'scalar'
            ? { start: before.start, end: before.start + before.value.length }
            : nothing,
        hasColon: false,
      };
  }
  return { holder: path, role: 'key', step: null, range: nothing, hasColon: false };
}

/** In YAML that is set in lines, the column says what an empty line belongs to. */
function blockCursor(index: DocumentIndex, placed: PlacedNode, path: JsonPath, offset: number): Cursor | null {
  const found = partCursor(index, placed, path, offset);
  if (found) return found;
  const { text } = index;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const written = text.slice(lineStart, offset);
  const nothing = { start: offset, end: offset };
  const parts = partsOf(placed.node, placed.start);
  const before = parts.findLast(({ key, start }) => (key?.start ?? start) <= offset);
  if (before?.key && before.key.start >= lineStart && text.slice(before.key.end, offset).includes(':')) {
    return { holder: path, role: 'value', step: before.step, range: nothing, hasColon: false };
  }
  if (placed.node.kind === 'array') {
    const dash = /^\s*-[ \t]*$/.test(written);
    const step = parts.filter(({ start, value }) => start < offset && value.length > 0).length;
    return dash ? { holder: path, role: 'value', step, range: nothing, hasColon: false } : null;
  }
  const first = parts[0]?.key?.start ?? placed.start;
  const column = first - (text.lastIndexOf('\n', first - 1) + 1);
  const indentation = written.length;
  if (written.trim() !== '' || indentation < column) return null;
  if (indentation > column && before?.value.length === 0) {
    return { holder: [...path, before.step], role: 'key', step: null, range: nothing, hasColon: false };
  }
  return { holder: path, role: 'key', step: null, range: nothing, hasColon: false };
}
