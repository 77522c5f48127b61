import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';

/** Why an event does not match, at the field that decides; null when it matches. */
export interface Mismatch {
  readonly at: readonly string[];
  readonly message: string;
}

/**
 * Tries an event against an event pattern. Source: EventBridge user guide, "Creating event patterns" and "Comparison
 * operators": all fields of the pattern must match; a list matches when one of its entries does; a list in the event
 * matches when one of its values does; `$or` needs one of its patterns.
 */
export function matchEvent(pattern: JsonObject, event: JsonValue): Mismatch | null {
  return matchObject(pattern, event, []);
}

function matchObject(pattern: JsonObject, event: JsonValue | undefined, at: readonly string[]): Mismatch | null {
  for (const [key, wanted] of Object.entries(pattern)) {
    if (key === '$or' && isArray(wanted)) {
      const tried = wanted.map((each) => (isObject(each) ? matchObject(each, event, at) : null));
      if (!tried.includes(null)) return { at: [...at, '$or'], message: 'none of the alternatives matches' };
      continue;
    }
    const place = [...at, key];
    const value = isObject(event) ? own(event, key) : undefined;
    if (isObject(wanted)) {
      // A list of objects in the event is searched for one that matches.
      const values = isArray(value) ? value : [value];
      const tried = values.map((each) => matchObject(wanted, each, place));
      if (tried.includes(null)) continue;
      return tried[0] ?? { at: place, message: 'the list is empty' };
    }
    if (!isArray(wanted)) return { at: place, message: 'the pattern must have a list here' };
    if (!matchList(wanted, value)) {
      return {
        at: place,
        message:
          value === undefined ? 'the event has no such field' : `${JSON.stringify(value)} is not among the wanted`,
      };
    }
  }
  return null;
}

function matchList(wanted: JsonArray, value: JsonValue | undefined): boolean {
  const values = isArray(value) ? value : [value];
  return wanted.some((matcher) => {
    if (isObject(matcher) && own(matcher, 'exists') !== undefined) {
      // Only leaves exist in this sense.
      return (value !== undefined && !isObject(value)) === (own(matcher, 'exists') === true);
    }
    return values.some((each) => each !== undefined && matchLeaf(matcher, each));
  });
}

function matchLeaf(matcher: JsonValue, value: JsonValue): boolean {
  if (!isObject(matcher)) return matcher === value;
  const [entry] = Object.entries(matcher);
  if (!entry) return false;
  const [operator, operand] = entry;
  switch (operator) {
    case 'prefix':
    case 'suffix':
      return textTest(operator, operand, value);
    case 'equals-ignore-case':
      return sameIgnoringCase(operand, value);
    case 'wildcard':
      return typeof value === 'string' && wildcards(operand).some((pattern) => pattern.test(value));
    case 'numeric':
      return typeof value === 'number' && isArray(operand) && inRange(operand, value);
    case 'cidr':
      return typeof value === 'string' && typeof operand === 'string' && inNetwork(operand, value);
    case 'anything-but':
      return !butMatches(operand, value);
    default:
      return false;
  }
}

function textTest(operator: 'prefix' | 'suffix', operand: JsonValue, value: JsonValue): boolean {
  if (typeof value !== 'string') return false;
  const ignoring = isObject(operand) ? own(operand, 'equals-ignore-case') : undefined;
  const [text, wanted] =
    typeof ignoring === 'string' ? [value.toLowerCase(), ignoring.toLowerCase()] : [value, operand];
  if (typeof wanted !== 'string') return false;
  return operator === 'prefix' ? text.startsWith(wanted) : text.endsWith(wanted);
}

function sameIgnoringCase(operand: JsonValue, value: JsonValue): boolean {
  return typeof value === 'string' && typeof operand === 'string' && value.toLowerCase() === operand.toLowerCase();
}

function wildcards(operand: JsonValue): RegExp[] {
  const texts = isArray(operand) ? operand : [operand];
  return texts
    .filter((text): text is string => typeof text === 'string')
    .map((text) => new RegExp(`^${text.split('*').map(escaped).join('.*')}$`, 's'));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function butMatches(operand: JsonValue, value: JsonValue): boolean {
  if (isArray(operand)) return operand.some((each) => each === value);
  if (!isObject(operand)) return operand === value;
  const [entry] = Object.entries(operand);
  if (!entry) return false;
  const [operator, inner] = entry;
  const operands = isArray(inner) ? inner : [inner];
  return operands.some((each) => matchLeaf({ [operator]: each }, value));
}

function inRange(operand: JsonArray, value: number): boolean {
  for (let i = 0; i + 1 < operand.length; i += 2) {
    const [sign, bound] = [operand[i], operand[i + 1]];
    if (typeof bound !== 'number') return false;
    const holds =
      sign === '='
        ? value === bound
        : sign === '<'
          ? value < bound
          : sign === '<='
            ? value <= bound
            : sign === '>'
              ? value > bound
              : sign === '>=' && value >= bound;
    if (!holds) return false;
  }
  return operand.length >= 2;
}

function inNetwork(network: string, address: string): boolean {
  const [base = '', bits = ''] = network.split('/');
  const [a, b] = [octets(base), octets(address)];
  const length = Number(bits);
  if (a === null || b === null || !Number.isInteger(length) || length < 0 || length > 32) return false;
  const shift = 2 ** (32 - length);
  return Math.floor(a / shift) === Math.floor(b / shift);
}

function octets(text: string): number | null {
  const parts = text.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

const operators = new Set([
  'prefix',
  'suffix',
  'equals-ignore-case',
  'wildcard',
  'numeric',
  'cidr',
  'anything-but',
  'exists',
]);

/** What EventBridge would refuse in a pattern, with where; empty when nothing. */
export function checkPattern(pattern: JsonObject, at: readonly string[] = []): readonly Mismatch[] {
  if (Object.keys(pattern).length === 0) return [{ at, message: 'A pattern names at least one field.' }];
  return Object.entries(pattern).flatMap(([key, wanted]) => {
    const place = [...at, key];
    if (key === '$or') {
      return isArray(wanted) && wanted.length > 1 && wanted.every(isObject)
        ? wanted.flatMap((each) => checkPattern(each, place))
        : [{ at: place, message: '$or needs a list of at least two patterns.' }];
    }
    if (isObject(wanted)) return checkPattern(wanted, place);
    if (!isArray(wanted) || wanted.length === 0) {
      return [{ at: place, message: 'Write the wanted values as a list, such as ["aws.s3"].' }];
    }
    return wanted.flatMap((matcher): Mismatch[] => {
      if (isArray(matcher)) return [{ at: place, message: 'A list inside the list is not allowed.' }];
      if (!isObject(matcher)) return [];
      const unknown = Object.keys(matcher).find((operator) => !operators.has(operator));
      return unknown === undefined ? [] : [{ at: place, message: `There is no comparison “${unknown}”.` }];
    });
  });
}
