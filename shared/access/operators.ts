import { addressInRange } from '../base/index';
import type { OperatorName } from './policy';
import { covers, plain, type PatternToken } from './wildcards';

/** How an operator compares one value of the request with one value of the policy. */
export interface Comparison {
  /** The condition holds when nothing matches (`StringNotEquals` …). */
  readonly negated: boolean;
  /** String and ARN operators take policy variables; the others take their values as they are written. */
  readonly variables: boolean;
  readonly matches: (given: string, wanted: readonly PatternToken[], written: string) => boolean;
}

type Matches = Comparison['matches'];

const text = (matches: Matches, negated = false): Comparison => ({ negated, variables: true, matches });
const other = (matches: Matches, negated = false): Comparison => ({ negated, variables: false, matches });

/** Wildcards of operators that know none are plain characters; variables are filled in before. */
const literal = (tokens: readonly PatternToken[]): string =>
  tokens.map((token) => (typeof token === 'string' ? token : token === 0 ? '*' : '?')).join('');

const equals: Matches = (given, wanted) => given === literal(wanted);
const equalsIgnoringCase: Matches = (given, wanted) => given.toLowerCase() === literal(wanted).toLowerCase();
const like: Matches = (given, wanted) => covers(wanted, plain(given));

const number = (value: string): number => (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value.trim()) ? Number(value) : NaN);

/** ISO 8601 or seconds since 1970, in milliseconds. */
const date = (value: string): number => (/^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value));

const compare =
  (read: (value: string) => number, holds: (given: number, wanted: number) => boolean): Matches =>
  (given, _wanted, written) =>
    holds(read(given), read(written));

const same = (a: number, b: number): boolean => a === b;
const less = (a: number, b: number): boolean => a < b;
const lessOrSame = (a: number, b: number): boolean => a <= b;
const greater = (a: number, b: number): boolean => a > b;
const greaterOrSame = (a: number, b: number): boolean => a >= b;

/** Each of the six parts of an ARN is compared by itself, so that a wildcard stays within its part. */
const arnLike: Matches = (given, wanted) => {
  const parts = given.split(':');
  const six = [...parts.slice(0, 5), parts.slice(5).join(':')];
  const pattern: PatternToken[][] = [[]];
  for (const token of wanted) {
    if (token === ':' && pattern.length < 6) pattern.push([]);
    else pattern.at(-1)?.push(token);
  }
  if (pattern.length !== 6 || parts.length < 6) return false;
  return pattern.every((tokens, index) => covers(tokens, plain(six[index] ?? '')));
};

const inCidr: Matches = (given, _wanted, written) => addressInRange(given, written) === true;

/** Source: IAM User Guide, "IAM JSON policy elements: Condition operators". Null is decided before any comparison. */
export const comparisons: Readonly<Record<Exclude<OperatorName, 'Null'>, Comparison>> = {
  StringEquals: text(equals),
  StringNotEquals: text(equals, true),
  StringEqualsIgnoreCase: text(equalsIgnoringCase),
  StringNotEqualsIgnoreCase: text(equalsIgnoringCase, true),
  StringLike: text(like),
  StringNotLike: text(like, true),
  NumericEquals: other(compare(number, same)),
  NumericNotEquals: other(compare(number, same), true),
  NumericLessThan: other(compare(number, less)),
  NumericLessThanEquals: other(compare(number, lessOrSame)),
  NumericGreaterThan: other(compare(number, greater)),
  NumericGreaterThanEquals: other(compare(number, greaterOrSame)),
  DateEquals: other(compare(date, same)),
  DateNotEquals: other(compare(date, same), true),
  DateLessThan: other(compare(date, less)),
  DateLessThanEquals: other(compare(date, lessOrSame)),
  DateGreaterThan: other(compare(date, greater)),
  DateGreaterThanEquals: other(compare(date, greaterOrSame)),
  Bool: other((given, _wanted, written) => given.toLowerCase() === written.toLowerCase()),
  BinaryEquals: other((given, _wanted, written) => given === written),
  IpAddress: other(inCidr),
  NotIpAddress: other(inCidr, true),
  // "ArnEquals and ArnLike behave identically."
  ArnEquals: text(arnLike),
  ArnNotEquals: text(arnLike, true),
  ArnLike: text(arnLike),
  ArnNotLike: text(arnLike, true),
};
