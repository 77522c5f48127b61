import { isArray, isObject } from '../../base/index';
import { yamlAround } from '../../workflow/index';
import type { Completion, Knowledge } from '../contract';
import { cursorAt, type Cursor } from '../cursor';
import { indexText, type DocumentIndex } from '../documentIndex';
import { expressionAt } from '../expressionTexts';
import { fieldsAt } from '../fields/fieldsAt';
import { expressionItems } from './expressions';
import { keyItems } from './keys';
import { valueItems } from './values';

/** What may be written at an offset. Nothing where the text says nothing of it. */
export function completionAt(index: DocumentIndex, offset: number, knowledge: Knowledge = {}): Completion {
  const mended = withColon(index, offset);
  const nothing: Completion = { start: offset, items: [] };
  const found = cursorAt(mended, offset);
  if (!found) return nothing;
  const cursor = firstKey(mended, found, knowledge) ?? found;
  const start = wordStart(mended.text, cursor, offset);
  if (cursor.role === 'key') return { start, items: keyItems(mended, unlessMended(index, mended, cursor), knowledge) };
  const expression = expressionAt(mended, offset);
  if (expression) return expressionItems(mended, expression, offset, knowledge);
  return { start, items: valueItems(mended, cursor, knowledge) };
}

/** Where what is typed begins: behind a quote. */
function wordStart(text: string, { range }: Cursor, offset: number): number {
  const isQuoted = range.end > range.start && /["']/.test(text[range.start] ?? '');
  return Math.min(offset, range.start + (isQuoted ? 1 : 0));
}

const bareWord = /^(\s*(?:- +)*)("[^"]*"?|'[^']*'?|[\w.$-]+)[ \t]*$/;

/**
 * In YAML, a word alone on its line would be read into what is around it: with a colon it is the key that it will be. Of a
 * large text, only what is near is read.
 */
function withColon(index: DocumentIndex, offset: number): DocumentIndex {
  const { text, format, problem } = index;
  if (format === 'json' || !problem) return index;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset) < 0 ? text.length : text.indexOf('\n', offset);
  const word = bareWord.exec(text.slice(lineStart, lineEnd).replace(/\r$/, ''));
  const end = lineStart + (word?.[1]?.length ?? 0) + (word?.[2]?.length ?? 0);
  const isWord = word !== null && offset <= end;
  const around = yamlAround(text, offset);
  if (!isWord) return around === text ? index : indexText(around, format);
  return indexText(`${around.slice(0, end)}:${around.slice(end)}`, format);
}

/** The colon that was put there for reading is none of the text. */
function unlessMended(index: DocumentIndex, mended: DocumentIndex, cursor: Cursor): Cursor {
  return mended.text.length === index.text.length ? cursor : { ...cursor, hasColon: false };
}

/** In YAML, the first word below a key is a text until its colon stands; where an object belongs, it is a key. */
function firstKey(index: DocumentIndex, cursor: Cursor, { catalogue = null }: Knowledge): Cursor | null {
  const { holder, role, step, range } = cursor;
  if (index.format === 'json' || role !== 'value' || step === null) return null;
  const place = [...holder, step];
  const value = index.valueAt(place);
  if (isObject(value) || isArray(value)) return null;
  const lineStart = index.text.lastIndexOf('\n', range.start - 1) + 1;
  const isOnOwnLine = /^\s*(?:- +)*$/.test(index.text.slice(lineStart, range.start));
  if (!isOnOwnLine || fieldsAt(index, place, catalogue).length === 0) return null;
  return { holder: place, role: 'key', step: null, range, hasColon: false };
}
