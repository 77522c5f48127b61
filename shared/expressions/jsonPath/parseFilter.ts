import type { JsonPrimitive } from '../../base/index';
import { Pattern } from '../pattern';
import { PathSyntaxError, readQuoted, skipBlank, take, takePattern, type PathReader } from './reader';
import type { FilterOperand, FilterTest, Segment } from './syntax';

type ReadSegments = (reader: PathReader) => readonly Segment[];

const operator = /==|!=|<=|>=|=~|<|>|(?:in|nin|subsetof|anyof|noneof|contains|size|empty)\b/iy;
const numberText = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const bareWord = /[A-Za-z_][\w-]*/y;
const pattern = /\/((?:[^/\\]|\\.)*)\/([a-z]*)/y;

/** Reads what stands between `[?(` and `)]`: comparisons joined by &&, || and !, with brackets. */
export function readFilter(reader: PathReader, segments: ReadSegments): FilterTest {
  let test = readAnd(reader, segments);
  skipBlank(reader);
  while (take(reader, '||')) {
    test = { kind: 'or', left: test, right: readAnd(reader, segments) };
    skipBlank(reader);
  }
  return test;
}

function readAnd(reader: PathReader, segments: ReadSegments): FilterTest {
  let test = readTerm(reader, segments);
  skipBlank(reader);
  while (take(reader, '&&')) {
    test = { kind: 'and', left: test, right: readTerm(reader, segments) };
    skipBlank(reader);
  }
  return test;
}

function readTerm(reader: PathReader, segments: ReadSegments): FilterTest {
  skipBlank(reader);
  if (take(reader, '!')) return { kind: 'not', test: readTerm(reader, segments) };
  if (take(reader, '(')) {
    const test = readFilter(reader, segments);
    skipBlank(reader);
    if (!take(reader, ')')) throw new PathSyntaxError('Expected )');
    return test;
  }
  const left = readOperand(reader, segments);
  skipBlank(reader);
  const found = takePattern(reader, operator);
  if (found === undefined) return { kind: 'exists', operand: left };
  skipBlank(reader);
  return { kind: 'compare', operator: found.toLowerCase(), left, right: readOperand(reader, segments) };
}

function readOperand(reader: PathReader, segments: ReadSegments): FilterOperand {
  const first = reader.text[reader.at];
  if (first === '@' || first === '$') {
    reader.at++;
    return { kind: 'path', fromItem: first === '@', segments: segments(reader) };
  }
  if (first === '/') {
    pattern.lastIndex = reader.at;
    const found = pattern.exec(reader.text);
    if (found === null) throw new PathSyntaxError('Pattern not closed');
    reader.at += found[0].length;
    return { kind: 'pattern', pattern: new Pattern(new RegExp(`^(?:${found[1] ?? ''})$`, found[2])) };
  }
  if (first === '[') {
    reader.at++;
    const items: JsonPrimitive[] = [];
    skipBlank(reader);
    while (!take(reader, ']')) {
      items.push(readLiteral(reader));
      skipBlank(reader);
      take(reader, ',');
      skipBlank(reader);
    }
    return { kind: 'literal', value: items };
  }
  return { kind: 'literal', value: readLiteral(reader) };
}

function readLiteral(reader: PathReader): JsonPrimitive {
  const first = reader.text[reader.at];
  if (first === "'" || first === '"') return readQuoted(reader);
  for (const [text, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const) {
    if (take(reader, text)) return value;
  }
  const number = takePattern(reader, numberText);
  // AWS's own samples compare with words that have no quotes.
  const word = number === undefined ? takePattern(reader, bareWord) : undefined;
  if (word !== undefined) return word;
  if (number === undefined) throw new PathSyntaxError(`Expected a value at position ${String(reader.at)}`);
  return Number(number);
}
