import { type JsonValue, isArray, isObject, numberOf, own } from '../../base/index';
import type { Environment } from '../environment';
import { partsOf, plainFunction } from './plainCalls';
import { plainTokens } from './plainTokens';
import type { StatesValue } from './statesValue';

/**
 * The value of an expression of a plain form; undefined where JSONata has to say it: where a reference leads through a
 * list or to nothing, and where an operator meets what it does not take.
 */
export type PlainExpression = (states: StatesValue, environment: Environment) => JsonValue | undefined;

/** Calls in calls beyond this many are left to JSONata, which ends what is too deep. */
const deepestCall = 6;

/**
 * Compiles an expression that is references, literals and calls of common functions joined by operators, without JSONata:
 * most are, and its parser and its promises take a hundred times as long. Undefined for any other text.
 */
export function compilePlain(text: string, depth = 0): PlainExpression | undefined {
  const tokens = plainTokens(text, depth < deepestCall);
  if (tokens === undefined) return undefined;
  // By precedence: what binds closest is joined first, from the left.
  const operands = tokens.operands.map((operand) => compileOperand(operand, depth));
  const operators = tokens.operators.map((operator) => operations.get(operator));
  const known = operators.filter((operator) => operator !== undefined);
  if (known.length < operators.length) return undefined;
  const [first, ...others] = operands.filter((operand) => operand !== undefined);
  if (first === undefined || others.length < operands.length - 1) return undefined;
  const left: PlainExpression[] = [first];
  const open: Operation[] = [];
  const join = (): void => {
    const [right, before, operation] = [left.pop(), left.pop(), open.pop()];
    if (right !== undefined && before !== undefined && operation !== undefined)
      left.push(joined(before, operation.apply, right));
  };
  for (const [i, operation] of known.entries()) {
    while ((open.at(-1)?.binds ?? 0) >= operation.binds) join();
    open.push(operation);
    left.push(others[i] ?? first);
  }
  while (open.length > 0) join();
  return left[0];
}

interface Operation {
  /** JSONata's own numbers of precedence. */
  readonly binds: number;
  apply(left: JsonValue, right: JsonValue): JsonValue | undefined;
}

function joined(left: PlainExpression, apply: Operation['apply'], right: PlainExpression): PlainExpression {
  return (states, environment) => {
    const one = left(states, environment);
    const other = one === undefined ? undefined : right(states, environment);
    return one === undefined || other === undefined ? undefined : apply(one, other);
  };
}

function ofNumbers(binds: number, calculate: (left: number, right: number) => number): Operation {
  const apply = (left: JsonValue, right: JsonValue): number | undefined => {
    const [one, other] = [numberOf(left), numberOf(right)];
    const value = one === undefined || other === undefined ? NaN : calculate(one, other);
    return Number.isFinite(value) ? value : undefined;
  };
  return { binds, apply };
}

/** Numbers and texts are compared with their own kind alone. */
function comparing(compare: (left: number | string, right: number | string) => boolean): Operation {
  const apply = (left: JsonValue, right: JsonValue): boolean | undefined => {
    const [one, other] = [scalar(left), scalar(right)];
    if (typeof one === 'number' && typeof other === 'number') return compare(one, other);
    return typeof one === 'string' && typeof other === 'string' ? compare(one, other) : undefined;
  };
  return { binds: 40, apply };
}

function equal(equals: boolean): Operation {
  const apply = (left: JsonValue, right: JsonValue): boolean | undefined => {
    const [one, other] = [scalar(left), scalar(right)];
    return one === undefined || other === undefined ? undefined : (one === other) === equals;
  };
  return { binds: 40, apply };
}

function ofTruths(binds: number, decide: (left: boolean, right: boolean) => boolean): Operation {
  const apply = (left: JsonValue, right: JsonValue): boolean | undefined =>
    typeof left === 'boolean' && typeof right === 'boolean' ? decide(left, right) : undefined;
  return { binds, apply };
}

const operations: ReadonlyMap<string, Operation> = new Map([
  ['+', ofNumbers(50, (left, right) => left + right)],
  ['-', ofNumbers(50, (left, right) => left - right)],
  ['*', ofNumbers(60, (left, right) => left * right)],
  ['<', comparing((left, right) => left < right)],
  ['<=', comparing((left, right) => left <= right)],
  ['>', comparing((left, right) => left > right)],
  ['>=', comparing((left, right) => left >= right)],
  ['=', equal(true)],
  ['!=', equal(false)],
  ['and', ofTruths(30, (left, right) => left && right)],
  ['or', ofTruths(25, (left, right) => left || right)],
  [
    '&',
    {
      binds: 50,
      apply: (left, right) => (typeof left === 'string' && typeof right === 'string' ? left + right : undefined),
    },
  ],
]);

/** A value without parts; undefined for a list or an object, which JSONata compares by what is in them. */
function scalar(value: JsonValue): string | number | boolean | null | undefined {
  const number = numberOf(value);
  if (number !== undefined) return number;
  return isArray(value) || typeof value === 'object'
    ? value === null
      ? null
      : undefined
    : (value as string | boolean);
}

const number = /^(?:0|[1-9]\d*)(?:\.\d+)?$/;
const constants: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function compileOperand(text: string, depth: number): PlainExpression | undefined {
  if (text.endsWith(')')) return compileCall(text, depth);
  if (text.startsWith('$')) return compileReference(text.slice(1));
  const value = constants.get(text) ?? (number.test(text) ? Number(text) : undefined);
  if (value !== undefined || text === 'null') return () => value ?? null;
  return /^\d/.test(text) ? undefined : () => text.slice(1, -1);
}

function compileCall(text: string, depth: number): PlainExpression | undefined {
  const open = text.indexOf('(');
  const name = text.slice(1, open);
  const parts = partsOf(text.slice(open + 1, -1)) ?? [];
  const call = plainFunction(name, parts.length);
  const given = parts.map((part) => (part.startsWith('[') ? compileList(part, depth) : compilePlain(part, depth + 1)));
  const values = given.filter((each) => each !== undefined);
  if (call === undefined || values.length < given.length) return undefined;
  return (states, environment) => {
    // A variable of its name hides a function.
    if (own(environment.variables, name) !== undefined) return undefined;
    const known: JsonValue[] = [];
    for (const value of values) {
      const one = value(states, environment);
      if (one === undefined) return undefined;
      known.push(one);
    }
    return call(...known);
  };
}

/** A list of values; lists in it become part of it, which is left to JSONata. */
function compileList(text: string, depth: number): PlainExpression | undefined {
  const parts = text.endsWith(']') ? partsOf(text.slice(1, -1)) : undefined;
  const items = parts?.map((part) => compilePlain(part, depth + 1)).filter((item) => item !== undefined);
  if (items === undefined || items.length !== parts?.length) return undefined;
  return (states, environment) => {
    const list: JsonValue[] = [];
    for (const item of items) {
      const value = item(states, environment);
      if (value === undefined || isArray(value)) return undefined;
      list.push(value);
    }
    return list;
  };
}

/** A way by names alone: JSONata reads words that have a meaning, and indices, in ways of their own. */
function compileReference(text: string): PlainExpression | undefined {
  const [name = '', ...steps] = text.split('.');
  if (text.includes('[') || steps.some((step) => constants.has(step))) return undefined;
  if (name !== 'states') return (_states, environment) => lead(own(environment.variables, name), steps);
  const [member, ...inner] = steps;
  switch (member) {
    case 'input':
      return ({ input }) => lead(input, inner);
    case 'result':
      return ({ result }) => lead(result, inner);
    case 'errorOutput':
      return ({ errorOutput }) => lead(errorOutput, inner);
    case 'context':
      return (_states, environment) => lead(environment.context(), inner);
    default:
      return undefined;
  }
}

function lead(from: JsonValue | undefined, steps: readonly string[]): JsonValue | undefined {
  let value = from;
  for (const step of steps) {
    if (!isObject(value)) return undefined;
    value = own(value, step);
  }
  return value;
}
