import type { JsonValue } from '../base/json';
import { numberFromText } from '../base/jsonNumbers';
import { fail, ok, type Result } from '../base/result';
import { compileParsedPath, type CompiledPath } from './compilePath';
import { StateFailure } from './failure';
import { intrinsicFunctions } from './intrinsics/index';
import { IntrinsicError, type IntrinsicFunction } from './intrinsics/contract';
import { readPath } from './jsonPath/parse';
import { expect, PathSyntaxError, skipBlank, take, takePattern, type PathReader } from './jsonPath/reader';

/** AWS's limit on calls inside calls. */
const maxDepth = 10;

/**
 * Compiles `States.Name(argument, ...)`: arguments are paths, strings in single quotes, numbers, true, false, null
 * and further calls. A failing call throws States.IntrinsicFailure, a path that leads nowhere PathNotFound.
 */
export function compileIntrinsic(text: string): Result<CompiledPath, string> {
  const reader: PathReader = { text, at: 0 };
  try {
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

function readCall(reader: PathReader, depth: number): CompiledPath {
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
  return makeCall(called, args, reader.text.slice(start, reader.at));
}

function readArguments(reader: PathReader, called: IntrinsicFunction, depth: number): CompiledPath[] {
  const args: CompiledPath[] = [];
  skipBlank(reader);
  while (!take(reader, ')')) {
    if (args.length > 0) expect(reader, ',');
    skipBlank(reader);
    args.push(readArgument(reader, depth, called.name === 'States.Format' && args.length === 0));
    skipBlank(reader);
  }
  return args;
}

function readArgument(reader: PathReader, depth: number, template: boolean): CompiledPath {
  const first = reader.text[reader.at];
  if (first === '$') return compileParsedPath(readPath(reader));
  if (first === "'") {
    const value = readLiteral(reader, template);
    return () => value;
  }
  for (const [word, value] of [
    ['true', true],
    ['false', false],
    ['null', null],
  ] as const) {
    if (take(reader, word)) return () => value;
  }
  const number = takePattern(reader, numberText);
  if (number !== undefined) {
    const value = numberFromText(number);
    return () => value;
  }
  return readCall(reader, depth + 1);
}

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
      const known = escaped === "'" || escaped === '\\' || escaped === '{' || escaped === '}';
      value += template || !known ? `\\${escaped}` : escaped;
    }
  }
}

function checkCount(called: IntrinsicFunction, count: number): void {
  if (count < called.minArguments || count > (called.maxArguments ?? count)) {
    throw new PathSyntaxError(`${called.name} does not take ${String(count)} arguments`);
  }
}

function makeCall(called: IntrinsicFunction, args: readonly CompiledPath[], text: string): CompiledPath {
  return (input, environment) => {
    const values = args.map((arg) => arg(input, environment));
    try {
      return called.apply(values, environment);
    } catch (problem) {
      if (!(problem instanceof IntrinsicError)) throw problem;
      throw new StateFailure(
        'States.IntrinsicFailure',
        `The function '${text}' had the following error: ${problem.message}`,
        {
          placed: true,
        },
      );
    }
  };
}
