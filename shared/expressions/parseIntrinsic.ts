import { type JsonValue, type Result, fail, numberFromText, ok } from '../base/index';
import { intrinsicFunctions } from './intrinsics/index';
import type { IntrinsicFunction } from './intrinsics/contract';
import { readPath } from './jsonPath/parse';
import { expect, PathSyntaxError, skipBlank, take, takePattern, type PathReader } from './jsonPath/reader';
import type { ParsedPath } from './jsonPath/syntax';

/** A call of an intrinsic function as it is written. */
export interface IntrinsicCall {
  readonly kind: 'call';
  readonly called: IntrinsicFunction;
  readonly args: readonly IntrinsicArgument[];
  readonly text: string;
}

export type IntrinsicArgument =
  | IntrinsicCall
  | { readonly kind: 'path'; readonly path: ParsedPath }
  | { readonly kind: 'literal'; readonly value: JsonValue };

/** AWS's limit on calls inside calls. */
const maxDepth = 10;

/** Reads `States.Name(argument, ...)`; the whole text must be the call. The problem says what is wrong with it. */
export function parseIntrinsic(text: string): Result<IntrinsicCall, string> {
  const reader: PathReader = { text, at: 0 };
  try {
    if (/^\s/.test(text)) throw new PathSyntaxError('Nothing may stand before the name of the function');
    const call = readCall(reader, 1);
    skipBlank(reader);
    if (reader.at !== text.length) throw new PathSyntaxError(`Unexpected '${text.slice(reader.at)}'`);
    return ok(call);
  } catch (problem) {
    if (problem instanceof PathSyntaxError) return fail(problem.message);
    throw problem;
  }
}

const functionName = /States\.[A-Za-z0-9]+/y;
const numberText = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readCall(reader: PathReader, depth: number): IntrinsicCall {
  if (depth > maxDepth) throw new PathSyntaxError(`Functions may be nested ${String(maxDepth)} deep at most`);
  skipBlank(reader);
  const start = reader.at;
  const name = takePattern(reader, functionName);
  const called = name === undefined ? undefined : intrinsicFunctions.get(name);
  if (called === undefined) throw new PathSyntaxError(`Unknown function '${name ?? reader.text.slice(start)}'`);
  skipBlank(reader);
  expect(reader, '(');
  const args = readArguments(reader, called, depth);
  checkCount(called, args.length);
  return { kind: 'call', called, args, text: reader.text.slice(start, reader.at) };
}

function readArguments(reader: PathReader, called: IntrinsicFunction, depth: number): IntrinsicArgument[] {
  const args: IntrinsicArgument[] = [];
  skipBlank(reader);
  while (!take(reader, ')')) {
    if (args.length > 0) expect(reader, ',');
    skipBlank(reader);
    args.push(readArgument(reader, depth, called.name === 'States.Format' && args.length === 0));
    skipBlank(reader);
  }
  return args;
}

function readArgument(reader: PathReader, depth: number, template: boolean): IntrinsicArgument {
  const first = reader.text[reader.at];
  if (first === '$') return { kind: 'path', path: readPath(reader) };
  if (first === "'") {
    return { kind: 'literal', value: readLiteral(reader, template) };
  }
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const) {
    if (take(reader, word)) return { kind: 'literal', value };
  }
  const number = takePattern(reader, numberText);
  if (number !== undefined) {
    return { kind: 'literal', value: numberFromText(number) };
  }
  return readCall(reader, depth + 1);
}

/** What may stand behind a backslash. Source: ASL specification, "Intrinsic Functions"; AWS refuses others. */
const escapable: ReadonlySet<string> = new Set(["'", '\\', '{', '}']);

/** A string in single quotes. The template of Format keeps its backslashes: they tell `\{` from a placeholder. */
function readLiteral(reader: PathReader, template: boolean): JsonValue {
  let value = '';
  reader.at++;
  for (;;) {
    const char = reader.text[reader.at++];
    if (char === undefined) throw new PathSyntaxError('A string is not closed');
    if (char === "'") return value;
    if (char !== '\\') value += char;
    else {
      const escaped = reader.text[reader.at++] ?? '';
      if (!escapable.has(escaped)) throw new PathSyntaxError(`'\\${escaped}' is no escape: only \\' \\\\ \\{ \\} are`);
      value += template ? `\\${escaped}` : escaped;
    }
  }
}

function checkCount(called: IntrinsicFunction, count: number): void {
  if (count < called.minArguments || count > (called.maxArguments ?? count)) {
    throw new PathSyntaxError(`${called.name} does not take ${String(count)} arguments`);
  }
}
