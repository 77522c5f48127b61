/** The comparison operators of JSONPath choice rules, each once; every `X` but the Is* family has an `XPath`. */
import { type JsonValue, numberOf, parseTimestamp } from '../../base/index';

/** Whether a value stands in a relation to another. Values of the wrong type stand in none. */
export type Comparison = (value: JsonValue, other: JsonValue) => boolean;

type Ordered = number | string;
type Relation = (a: Ordered, b: Ordered) => boolean;

const relations: Readonly<Record<string, Relation>> = {
  Equals: (a, b) => a === b,
  LessThan: (a, b) => a < b,
  LessThanEquals: (a, b) => a <= b,
  GreaterThan: (a, b) => a > b,
  GreaterThanEquals: (a, b) => a >= b,
};

const readers: Readonly<Record<string, (value: JsonValue) => Ordered | undefined>> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Numeric: numberOf,
  Timestamp: (value) => (typeof value === 'string' ? parseTimestamp(value) : undefined),
};

const comparisonTable = new Map<string, Comparison>();
for (const [kind, read] of Object.entries(readers)) {
  for (const [relation, holds] of Object.entries(relations)) {
    comparisonTable.set(kind + relation, (value, other) => {
      const [a, b] = [read(value), read(other)];
      return a !== undefined && b !== undefined && holds(a, b);
    });
  }
}
comparisonTable.set('BooleanEquals', (value, other) => typeof value === 'boolean' && value === other);
comparisonTable.set(
  'StringMatches',
  (value, other) => typeof value === 'string' && typeof other === 'string' && matches(value, other),
);

export const comparisons: ReadonlyMap<string, Comparison> = comparisonTable;

/** The tests of a value's kind: `IsNull: true` and so on. */
export const kindTests: ReadonlyMap<string, (value: JsonValue) => boolean> = new Map([
  ['IsNull', (value) => value === null],
  ['IsBoolean', (value) => typeof value === 'boolean'],
  ['IsNumeric', (value) => numberOf(value) !== undefined],
  ['IsString', (value) => typeof value === 'string'],
  ['IsTimestamp', (value) => typeof value === 'string' && parseTimestamp(value) !== undefined],
]);

/** A pattern's `*` stands for any characters; `\*` and `\\` stand for themselves. Linear: no backtracking over stars. */
function matches(text: string, pattern: string): boolean {
  const parts: string[] = [''];
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] ?? '';
    if (char === '*') parts.push('');
    else parts[parts.length - 1] += char === '\\' ? (pattern[++i] ?? '') : char;
  }
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (parts.length === 1) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
