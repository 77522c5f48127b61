import {
  type JsonObject,
  type JsonValue,
  NumberText,
  type Result,
  jsonText,
  ok,
  withPlainNumbers,
} from '../../base/index';
import type { Environment } from '../environment';
import { queryFailure } from '../failure';
import { patternEngine } from '../pattern';
import { awsFunctionsOf } from './functions';
import { boundTexts, MemoryExceeded, mostSequenceItems } from './memory';
import { parseExpression, type Expression } from './parseExpression';
import { compilePlain } from './plainExpression';
import { remembered } from '../remember';
import type { StatesValue } from './statesValue';

export interface CompiledExpression {
  /** Rejects with States.QueryEvaluationError. */
  evaluate(states: StatesValue, environment: Environment): Promise<JsonValue>;
  /** The same value without waiting; undefined where only `evaluate` tells. Absent where it never does. */
  readonly atOnce?: (states: StatesValue, environment: Environment) => JsonValue | undefined;
}

export interface ExpressionLimits {
  /** Milliseconds of one evaluation. */
  readonly timeout: number;
  readonly stack: number;
  /** Items of one sequence. */
  readonly sequence: number;
}

export const defaultExpressionLimits: ExpressionLimits = { timeout: 5000, stack: 100, sequence: mostSequenceItems };

const marked = /^\{%([\s\S]*)%\}$/;

/** The expression inside `{% %}`, trimmed; undefined when the text is a literal. */
export function expressionText(text: string): string | undefined {
  return marked.exec(text)?.[1]?.trim();
}

/** What a text is, wherever it stands. */
interface ReadText {
  readonly expression: Expression;
  /** The context is costly to build: only where the expression asks for more than the values that are at hand. */
  readonly usesContext: boolean;
  readonly functions: ReturnType<typeof awsFunctionsOf>;
}

function readText(text: string, limits: ExpressionLimits): Result<ReadText, string> {
  const parsed = parseExpression(text, { ...limits, RegexEngine: patternEngine });
  if (!parsed.ok) return parsed;
  boundTexts(parsed.value, text);
  const usesContext = /\$states(?!\s*\.\s*(?:input|result|errorOutput)\b)/.test(text);
  return ok({ expression: parsed.value, usesContext, functions: awsFunctionsOf(text) });
}

/** Every distinct text is read once: JSONata's parser is nine tenths of the cost of compiling it. */
const readOnce = remembered((text: string) => readText(text, defaultExpressionLimits));
const plainOnce = remembered((text: string) => compilePlain(text) ?? null);

/**
 * Compiles the text between `{%` and `%}`. `field` is the expression's place, as `Arguments/Payload/0`, which AWS
 * names in its causes. A failed evaluation rejects with States.QueryEvaluationError.
 */
export function compileExpression(
  text: string,
  field: string,
  limits: ExpressionLimits = defaultExpressionLimits,
): Result<CompiledExpression, string> {
  const read = (): Result<ReadText, string> =>
    limits === defaultExpressionLimits ? readOnce(text) : readText(text, limits);
  const plain = plainOnce(text);
  if (plain === null) {
    const known = read();
    return known.ok ? ok({ evaluate: evaluator(text, field, () => known) }) : known;
  }
  // A plain form is sure to be one that JSONata reads, so that is done only where JSONata has to say its value.
  return ok({
    evaluate: evaluator(text, field, read),
    atOnce(states, environment) {
      const value = plain(states, environment);
      return value === undefined ? undefined : checkResult(value, text, field);
    },
  });
}

function evaluator(text: string, field: string, read: () => Result<ReadText, string>): CompiledExpression['evaluate'] {
  return async (states, environment) => {
    const known = read();
    if (!known.ok) throw new Error(`JSONata does not read ${text}: ${known.problem}`);
    const { expression, usesContext, functions } = known.value;
    let value: unknown;
    try {
      value = await expression.evaluate(undefined, bindings(states, environment, usesContext, functions));
    } catch (problem) {
      throw queryFailure(
        `The JSONata expression '${text}' specified for the field '${field}' threw an error during evaluation${problemText(problem)}`,
        field,
      );
    }
    return checkResult(value, text, field);
  };
}

function bindings(
  states: StatesValue,
  environment: Environment,
  usesContext: boolean,
  functions: ReturnType<typeof awsFunctionsOf>,
): Record<string, unknown> {
  const plain: Record<string, unknown> = { input: withPlainNumbers(states.input) };
  if (states.result !== undefined) plain['result'] = withPlainNumbers(states.result);
  if (states.errorOutput !== undefined) plain['errorOutput'] = states.errorOutput;
  if (usesContext) plain['context'] = withPlainNumbers(environment.context());
  const variables = withPlainNumbers(environment.variables) as JsonObject;
  // `$eval` could build code at run time, which AWS refuses; an undefined binding hides JSONata's own. A variable may
  // have the name of a function, and hides it.
  return { ...functions(environment), eval: undefined, ...variables, states: plain };
}

function checkResult(value: unknown, text: string, field: string): JsonValue {
  if (value === undefined) {
    throw queryFailure(
      `The JSONata expression '${text}' specified for the field '${field}' returned nothing (undefined).`,
      field,
    );
  }
  const copied = copy(value);
  if (copied === unsupported) {
    throw queryFailure(
      `The JSONata expression '${text}' specified for the field '${field}' returned an unsupported result type.`,
      field,
    );
  }
  return copied as JsonValue;
}

const unsupported = Symbol('unsupported');

/**
 * A copy in plain JSON, so that a result never aliases the input; functions are refused. Numbers that JSON lacks become
 * texts, `Infinity` and `NaN`, as AWS gives them (measured).
 */
function copy(value: unknown): JsonValue | typeof unsupported {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (value instanceof NumberText) return value.value;
  if (Array.isArray(value)) {
    const items: JsonValue[] = [];
    for (const item of value) {
      const copied = item === undefined ? null : copy(item);
      if (copied === unsupported) return unsupported;
      items.push(copied as JsonValue);
    }
    return items;
  }
  if (typeof value !== 'object' || '_jsonata_lambda' in value || '_jsonata_function' in value) return unsupported;
  const out: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const copied = copy(member);
    if (copied === unsupported) return unsupported;
    if (key === '__proto__')
      Object.defineProperty(out, key, { value: copied, enumerable: true, configurable: true, writable: true });
    else out[key] = copied as JsonValue;
  }
  return out;
}

/** What AWS says of JSONata's guard rails, which have no code there. Measured. */
const guardRails: ReadonlyMap<string, string> = new Map([
  ['D1011', 'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive'],
  ['D2014', new MemoryExceeded().message],
  ['D2015', new MemoryExceeded().message],
]);

/** AWS quotes JSONata's own message, its code before it; what has no code stands behind a colon. */
function problemText(problem: unknown): string {
  const code = (problem as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return `: ${messageOf(problem)}`;
  const guardRail = guardRails.get(code);
  return guardRail === undefined ? `. ${code}: ${messageOf(problem)}` : `: ${guardRail}`;
}

function messageOf(problem: unknown): string {
  const message = (problem as { message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : jsonText(problem);
}
