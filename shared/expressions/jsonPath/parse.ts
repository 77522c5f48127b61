import { type Result, fail, ok } from '../../base/index';
import { readFilter } from './parseFilter';
import { expect, PathSyntaxError, readQuoted, skipBlank, take, takePattern, type PathReader } from './reader';
import type { ParsedPath, PathRoot, Segment } from './syntax';

export interface PathProblem {
  readonly code: 'INVALID_PATH';
  readonly message: string;
}

/**
 * Reads a path: `$...` of the input, `$$...` of the context object, `$name...` of a variable.
 * The whole text must be the path.
 */
export function parsePath(text: string): Result<ParsedPath, PathProblem> {
  const reader: PathReader = { text, at: 0 };
  try {
    const path = readPath(reader);
    if (reader.at !== text.length) throw new PathSyntaxError(`Unexpected '${text.slice(reader.at)}'`);
    return ok(path);
  } catch (problem) {
    if (problem instanceof PathSyntaxError) return fail({ code: 'INVALID_PATH', message: problem.message });
    throw problem;
  }
}

const variableName = /[\p{ID_Start}_][\p{ID_Continue}\u200c\u200d]*/uy;
const memberName = /[^.[\]()\s,?@=!<>&|'"*{}~]+/y;
const integer = /-?\d+/y;

/** Reads a path from the reader's place up to the first character that cannot belong to one. */
export function readPath(reader: PathReader): ParsedPath {
  const start = reader.at;
  expect(reader, '$');
  const root = readRoot(reader);
  const segments = readSegments(reader);
  return { text: reader.text.slice(start, reader.at), root, segments, definite: isDefinite(segments) };
}

function readRoot(reader: PathReader): PathRoot {
  if (take(reader, '$')) return { kind: 'context' };
  const name = takePattern(reader, variableName);
  return name === undefined ? { kind: 'input' } : { kind: 'variable', name };
}

function readSegments(reader: PathReader): Segment[] {
  const segments: Segment[] = [];
  for (;;) {
    if (take(reader, '..')) {
      segments.push({ kind: 'descend' });
      if (reader.text[reader.at] !== '[') segments.push(readMember(reader));
    } else if (take(reader, '.')) {
      // Jayway reads `$.['a']` and `$.[0]` like `$['a']` and `$[0]`.
      segments.push(reader.text[reader.at] === '[' ? readBracket(reader) : readMember(reader));
    } else if (reader.text[reader.at] === '[') segments.push(readBracket(reader));
    else return segments;
  }
}

function readMember(reader: PathReader): Segment {
  if (take(reader, '*')) return { kind: 'wildcard' };
  const name = takePattern(reader, memberName);
  if (name === undefined) throw new PathSyntaxError(`Path must not end with a '.' or '..'`);
  if (take(reader, '()')) return { kind: 'function', name };
  return { kind: 'names', names: [name] };
}

function readBracket(reader: PathReader): Segment {
  expect(reader, '[');
  skipBlank(reader);
  const first = reader.text[reader.at];
  let segment: Segment;
  if (first === '*') {
    reader.at++;
    segment = { kind: 'wildcard' };
  } else if (first === '?') segment = readFilterSegment(reader);
  else if (first === "'" || first === '"') {
    segment = { kind: 'names', names: readList(reader, () => readQuoted(reader)) };
  } else segment = readIndices(reader);
  skipBlank(reader);
  expect(reader, ']');
  return segment;
}

function readFilterSegment(reader: PathReader): Segment {
  const start = reader.at;
  expect(reader, '?');
  skipBlank(reader);
  expect(reader, '(');
  const test = readFilter(reader, readSegments);
  skipBlank(reader);
  expect(reader, ')');
  return { kind: 'filter', test, text: reader.text.slice(start, reader.at) };
}

function readIndices(reader: PathReader): Segment {
  const from = takePattern(reader, integer);
  skipBlank(reader);
  if (take(reader, ':')) {
    skipBlank(reader);
    const to = takePattern(reader, integer);
    return {
      kind: 'slice',
      from: from === undefined ? undefined : Number(from),
      to: to === undefined ? undefined : Number(to),
    };
  }
  if (from === undefined) throw new PathSyntaxError(`Could not parse token starting at position ${String(reader.at)}`);
  const indices = [Number(from)];
  while (take(reader, ',')) {
    skipBlank(reader);
    const next = takePattern(reader, integer);
    if (next === undefined)
      throw new PathSyntaxError(`Could not parse token starting at position ${String(reader.at)}`);
    indices.push(Number(next));
    skipBlank(reader);
  }
  return { kind: 'indices', indices };
}

function readList<Item>(reader: PathReader, readItem: () => Item): Item[] {
  const items = [readItem()];
  skipBlank(reader);
  while (take(reader, ',')) {
    skipBlank(reader);
    items.push(readItem());
    skipBlank(reader);
  }
  return items;
}

function isDefinite(segments: readonly Segment[]): boolean {
  return segments.every(
    (segment) =>
      (segment.kind === 'names' && segment.names.length === 1) ||
      (segment.kind === 'indices' && segment.indices.length === 1) ||
      segment.kind === 'function',
  );
}
