import { type JsonValue, isArray, numberOf } from '../../base/index';

/** What a function of JSONata gives for plain values; undefined where JSONata has to say it. */
type PlainFunction = (...values: readonly JsonValue[]) => JsonValue | undefined;

/** A list of numbers, as functions that calculate with one take it; a number alone is a list of one. */
function numbersIn(value: JsonValue | undefined): readonly number[] | undefined {
  const items = value !== undefined && isArray(value) ? value : [value ?? null];
  const numbers = items.flatMap((item) => numberOf(item) ?? []);
  return numbers.length === items.length ? numbers : undefined;
}

function ofNumbers(calculate: (numbers: readonly number[]) => number): PlainFunction {
  return (value) => {
    const numbers = numbersIn(value);
    return numbers === undefined || numbers.length === 0 ? undefined : finite(calculate(numbers));
  };
}

function ofNumber(calculate: (number: number) => number): PlainFunction {
  return (value) => {
    const number = value === undefined ? undefined : numberOf(value);
    return number === undefined ? undefined : finite(calculate(number));
  };
}

function ofText(make: (text: string) => JsonValue): PlainFunction {
  return (value) => (typeof value === 'string' ? make(value) : undefined);
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const decimal = /^-?[0-9]+(?:\.[0-9]+)?$/;

/** Functions with their numbers of arguments. */
const functions: ReadonlyMap<string, { readonly takes: number; readonly call: PlainFunction }> = new Map([
  ['sum', { takes: 1, call: ofNumbers(sum) }],
  ['max', { takes: 1, call: ofNumbers((numbers) => Math.max(...numbers)) }],
  ['min', { takes: 1, call: ofNumbers((numbers) => Math.min(...numbers)) }],
  ['average', { takes: 1, call: ofNumbers((numbers) => sum(numbers) / numbers.length) }],
  ['abs', { takes: 1, call: ofNumber(Math.abs) }],
  ['floor', { takes: 1, call: ofNumber(Math.floor) }],
  ['ceil', { takes: 1, call: ofNumber(Math.ceil) }],
  ['length', { takes: 1, call: ofText((text) => [...text].length) }],
  ['uppercase', { takes: 1, call: ofText((text) => text.toUpperCase()) }],
  ['lowercase', { takes: 1, call: ofText((text) => text.toLowerCase()) }],
  ['exists', { takes: 1, call: () => true }],
  ['not', { takes: 1, call: (value) => (typeof value === 'boolean' ? !value : undefined) }],
  ['count', { takes: 1, call: (value) => (value !== undefined && isArray(value) ? value.length : undefined) }],
  ['string', { takes: 1, call: textOf }],
  [
    'number',
    { takes: 1, call: (value) => (typeof value === 'string' && decimal.test(value) ? Number(value) : undefined) },
  ],
  [
    'contains',
    {
      takes: 2,
      call: (text, part) => (typeof text === 'string' && typeof part === 'string' ? text.includes(part) : undefined),
    },
  ],
  [
    'join',
    {
      takes: 2,
      call: (items, between) =>
        items !== undefined &&
        isArray(items) &&
        typeof between === 'string' &&
        items.every((each) => typeof each === 'string')
          ? items.join(between)
          : undefined,
    },
  ],
]);

/** Of a number whose digits JSONata would round it is left to JSONata. */
function textOf(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  const number = value === undefined ? undefined : numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) ? String(number) : undefined;
}

/** The function of a name where it is called with as many arguments as it takes; undefined for any other. */
export function plainFunction(name: string, given: number): PlainFunction | undefined {
  const found = functions.get(name);
  return found?.takes === given ? found.call : undefined;
}

/** The texts between commas that stand in no bracket and no quote of their own; undefined where these do not match. */
export function partsOf(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === ',') {
      parts.push(text.slice(from, at));
      from = at + 1;
      continue;
    }
    const end = endOfGroup(text, at);
    if (end === undefined) return undefined;
    at = end;
  }
  return [...parts, text.slice(from)].map((part) => part.trim());
}

/** Where what begins at a place ends: at the bracket or quote that closes it, else there. */
export function endOfGroup(text: string, at: number): number | undefined {
  const open = text.charAt(at);
  if (open === '"' || open === "'") {
    const end = text.indexOf(open, at + 1);
    return end < 0 || text.slice(at, end).includes('\\') ? undefined : end;
  }
  if (open === ')' || open === ']') return undefined;
  if (open !== '(' && open !== '[') return at;
  const close = open === '(' ? ')' : ']';
  for (let inner = at + 1; inner < text.length; inner++) {
    if (text.charAt(inner) === close) return inner;
    const end = endOfGroup(text, inner);
    if (end === undefined) return undefined;
    inner = end;
  }
  return undefined;
}
