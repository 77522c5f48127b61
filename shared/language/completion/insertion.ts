import { type JsonValue, isArray, isObject } from '../../base/index';
import { printAs } from '../../workflow/index';
import type { CompletionItem, Range, TextChange } from '../contract';
import type { Cursor } from '../cursor';
import type { DocumentIndex } from '../documentIndex';
import type { KnownField } from '../fields/contract';

type Put = Pick<CompletionItem, 'replace' | 'insert' | 'caret' | 'also'>;

/** A key in place of the one that is there, whose value stays. */
export function replaceKey({ format }: DocumentIndex, { range }: Cursor, name: string): Put {
  return { replace: range, insert: format === 'json' ? JSON.stringify(name) : name };
}

/** A new member, with the comma that it needs before or behind it. The cursor goes to where its value is typed. */
export function insertMember(index: DocumentIndex, cursor: Cursor, field: KnownField): Put {
  const { range } = cursor;
  const inBlock = isInBlock(index, cursor);
  const { text, caret } = inBlock ? yamlMember(index, range, field) : bracedMember(index, range, field);
  if (inBlock) return { replace: range, insert: text, caret };
  const after = /^\s*(?=["\w$])/.test(index.text.slice(range.end)) ? ',' : '';
  const also = commaBefore(index, cursor);
  return { replace: range, insert: text + after, caret, ...(also ? { also: [also] } : {}) };
}

/** Whether the object or list around the cursor is one of YAML that is set in lines. */
export function isInBlock(index: DocumentIndex, { holder }: Cursor): boolean {
  if (index.format === 'json') return false;
  const placed = index.placeOf(holder);
  return placed?.node.kind === 'scalar' || placed?.node.block !== false;
}

interface Written {
  readonly text: string;
  readonly caret: number;
}

function bracedMember(index: DocumentIndex, range: Range, field: KnownField): Written {
  const key = index.format === 'json' ? JSON.stringify(field.name) : field.name;
  const { start } = field;
  const indentation = indentationOf(index.text, range.start);
  const value = start === undefined ? emptyJson[field.form] : printAsValue(start, indentation);
  const text = `${key}: ${value}`;
  return { text, caret: text.length - behindCaret(value, start) };
}

/** How much of a value stands behind the cursor: the end of empty quotes and brackets, of a text, of an expression's marks. */
function behindCaret(value: string, start: JsonValue | undefined): number {
  if (start === undefined) return ['""', '{}', '[]'].includes(value) ? 1 : 0;
  if (typeof start !== 'string') return 0;
  return start.endsWith(' %}') ? ' %}"'.length : 1;
}

const emptyJson: Readonly<Record<KnownField['form'], string>> = {
  text: '""',
  number: '',
  boolean: 'true',
  object: '{}',
  list: '[]',
  any: '',
};

function yamlMember(index: DocumentIndex, range: Range, { name, form, start }: KnownField): Written {
  const indentation = ' '.repeat(range.start - (index.text.lastIndexOf('\n', range.start - 1) + 1));
  const inner = `\n${indentation}  `;
  if (start !== undefined && (isObject(start) || isArray(start))) {
    const printed = printAs({ value: start }, 'yaml')
      .replace(/^value:/, '')
      .trimEnd();
    const text = `${name}:${printed.replaceAll('\n', `\n${indentation}`)}`;
    return { text, caret: text.length };
  }
  if (typeof start === 'string') {
    const text = `${name}: ${start.startsWith('{%') ? `'${start}'` : start}`;
    return { text, caret: text.length - (start.startsWith('{%') ? 4 : 0) };
  }
  const empty = { text: ' ', number: ' ', any: ' ', boolean: ' true', object: inner, list: `${inner}- ` };
  const text = `${name}:${empty[form]}`;
  return { text, caret: text.length };
}

function printAsValue(value: JsonValue, indentation: string): string {
  if (!isObject(value) && !isArray(value)) return JSON.stringify(value);
  const printed = printAs({ value }, 'json');
  // The value of the one member, whose lines are a level deeper than they shall be.
  const inner = printed.slice(printed.indexOf(':') + 2, printed.lastIndexOf('\n}'));
  return inner.replaceAll('\n  ', `\n${indentation}`);
}

function indentationOf(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** The comma that is missing behind the member before the cursor. */
function commaBefore(index: DocumentIndex, { holder, range }: Cursor): TextChange | null {
  const placed = index.placeOf(holder);
  if (placed?.node.kind !== 'object') return null;
  const before = placed.node.members.findLast(({ keyAt }) => placed.start + keyAt < range.start);
  if (!before) return null;
  const end = placed.start + before.at + before.value.length;
  const between = index.text.slice(end, range.start).replace(/\/\/[^\n]*|\/\*[^]*?\*\//g, '');
  return between.includes(',') ? null : { start: end, end, text: ',' };
}
