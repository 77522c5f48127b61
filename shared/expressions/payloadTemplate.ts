import { type JsonObject, type JsonValue, type Result, fail, isArray, isObject, jsonText, ok } from '../base/index';
import { compileIntrinsic } from './compileIntrinsic';
import { compilePath, type CompiledPath } from './compilePath';
import type { Environment } from './environment';
import { runtimeFailure } from './failure';
import { PathNotFound } from './jsonPath/evaluate';
import { memberProblem } from './templateProblems';
import type { TemplateProblem } from './templateProblem';

/** Builds the value a template stands for; `input` is what `$` means in it. */
export type CompiledTemplate = (input: JsonValue, environment: Environment) => JsonValue;

/**
 * Compiles a payload template: in an object, `"name.$": "$.path"` or `"name.$": "States.Fn(...)"` puts the value under
 * `name`; everything else stands for itself. Parts without such keys are returned as they are, never copied.
 */
export function compileTemplate(template: JsonValue): Result<CompiledTemplate, TemplateProblem> {
  try {
    const compiled = compileValue(template, []);
    return ok(compiled ?? (() => template));
  } catch (problem) {
    if (problem instanceof TemplateError) return fail({ message: problem.message, path: problem.path });
    throw problem;
  }
}

/** Compiles what may stand as the value of a `.$` key, and of fields that take a path or an intrinsic function. */
export function compileDynamic(text: string): Result<CompiledPath, string> {
  return text.startsWith('$') ? compilePath(text) : compileIntrinsic(text);
}

/**
 * Reads a dynamic value for a field. A path that leads nowhere is States.Runtime in the words that AWS uses for
 * templates, ErrorPath and CausePath.
 */
export function readField(compiled: CompiledPath, text: string, field: string): CompiledTemplate {
  return (input, environment) => {
    try {
      return compiled(input, environment);
    } catch (problem) {
      if (!(problem instanceof PathNotFound)) throw problem;
      throw runtimeFailure(
        `The JSONPath '${text}' specified for the field '${field}' could not be found in the input '${jsonText(input)}'`,
      );
    }
  };
}

class TemplateError {
  constructor(
    readonly message: string,
    readonly path: readonly (string | number)[],
  ) {}
}

/** The compiled part, or undefined when it is literal through and through. */
function compileValue(value: JsonValue, path: readonly (string | number)[]): CompiledTemplate | undefined {
  if (isArray(value)) return compileArray(value, path);
  if (isObject(value)) return compileObject(value, path);
  return undefined;
}

function compileArray(items: readonly JsonValue[], path: readonly (string | number)[]): CompiledTemplate | undefined {
  const parts = items.map((item, i) => compileValue(item, [...path, i]));
  if (parts.every((part) => part === undefined)) return undefined;
  return (input, environment) => items.map((item, i) => parts[i]?.(input, environment) ?? item);
}

function compileObject(object: JsonObject, path: readonly (string | number)[]): CompiledTemplate | undefined {
  const members = Object.entries(object).map(([key, value]) => compileMember(object, key, value, [...path, key]));
  if (members.every((member) => member.part === undefined)) return undefined;
  return (input, environment) => {
    const out: Record<string, JsonValue> = {};
    for (const { key, value, part } of members) {
      const result = part === undefined ? value : part(input, environment);
      if (key === '__proto__') defineKey(out, key, result);
      else out[key] = result;
    }
    return out;
  };
}

interface Member {
  readonly key: string;
  readonly value: JsonValue;
  readonly part: CompiledTemplate | undefined;
}

function compileMember(object: JsonObject, key: string, value: JsonValue, path: readonly (string | number)[]): Member {
  const problem = memberProblem(object, key, value);
  if (problem !== null) throw new TemplateError(problem, path);
  if (!key.endsWith('.$') || typeof value !== 'string') return { key, value, part: compileValue(value, path) };
  const compiled = compileDynamic(value);
  if (!compiled.ok) throw new TemplateError(compiled.problem, path);
  const part = readField(value.startsWith('$') ? nullPastEnd(compiled.value) : compiled.value, value, key);
  return { key: key.slice(0, -2), value, part };
}

/** A template gives null for an index past the end of an array; arguments of intrinsic functions do not. Measured on AWS. */
function nullPastEnd(path: CompiledPath): CompiledPath {
  return (input, environment) => {
    try {
      return path(input, environment);
    } catch (problem) {
      if (problem instanceof PathNotFound && problem.pastEnd) return null;
      throw problem;
    }
  };
}

function defineKey(object: object, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
