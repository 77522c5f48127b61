import {
  type JsonObject,
  type JsonValue,
  addressInRange,
  entryOf,
  isAddressRange,
  isArray,
  isObject,
  own,
} from '../base/index';
import { inNumericRange, numericProblem } from './numericRange';
import { matchesWildcard, wildcardProblem } from './wildcardPattern';

/** A comparison of event patterns: what EventBridge takes as its operand, and which values of an event it takes. */
interface PatternOperator {
  /** What is wrong with the operand; null when nothing is. */
  readonly problem: (operand: JsonValue) => string | null;
  /** Does it take one value of the event, which is no list and no object? */
  readonly takes: (operand: JsonValue, value: JsonValue) => boolean;
  /** May it stand inside anything-but? */
  readonly negatable: boolean;
}

/**
 * The operators of event patterns. Source: EventBridge user guide, "Comparison operators", and the grammar of
 * github.com/aws/event-ruler, the engine behind EventBridge. `exists` asks for the field and not for a value, so
 * that `matchEvent` answers it.
 */
export const patternOperators: Readonly<Record<string, PatternOperator>> = {
  prefix: { problem: textOrIgnoringCase, takes: edge((text, part) => text.startsWith(part)), negatable: true },
  suffix: { problem: textOrIgnoringCase, takes: edge((text, part) => text.endsWith(part)), negatable: true },
  'equals-ignore-case': {
    problem: text,
    takes: (operand, value) =>
      typeof value === 'string' && typeof operand === 'string' && folded(value) === folded(operand),
    negatable: true,
  },
  wildcard: {
    problem: (operand) => text(operand) ?? wildcardProblem(String(operand as string)),
    takes: (operand, value) =>
      typeof value === 'string' && typeof operand === 'string' && matchesWildcard(operand, value),
    negatable: true,
  },
  numeric: {
    problem: numericProblem,
    takes: (operand, value) => typeof value === 'number' && isArray(operand) && inNumericRange(operand, value),
    negatable: false,
  },
  cidr: {
    problem: (operand) =>
      typeof operand === 'string' && isAddressRange(operand)
        ? null
        : 'needs an address range such as 10.0.0.0/24 or 2001:db8::/32',
    takes: (operand, value) =>
      typeof value === 'string' && typeof operand === 'string' && addressInRange(value, operand) === true,
    negatable: false,
  },
  exists: {
    problem: (operand) => (typeof operand === 'boolean' ? null : 'needs true or false'),
    takes: (operand) => operand === true,
    negatable: false,
  },
  'anything-but': { problem: butProblem, takes: (operand, value) => !isNamed(operand, value), negatable: false },
};

/** What is wrong with one entry of a list of a pattern, which is an object; null when nothing is. */
export function matcherProblem(matcher: JsonObject): string | null {
  const [entry, ...more] = Object.entries(matcher);
  if (!entry) return 'A comparison names an operator such as prefix.';
  const [name, operand] = entry;
  const operator = entryOf(patternOperators, name);
  if (!operator) return `There is no comparison “${name}”.`;
  if (more.length > 0) return 'A comparison has one operator: write a second one as another entry of the list.';
  const problem = operator.problem(operand);
  return problem === null ? null : `“${name}” ${problem}.`;
}

/** Does one entry of a list of a pattern take a value of the event? */
export function takes(matcher: JsonValue, value: JsonValue): boolean {
  if (!isObject(matcher)) return matcher === value;
  const [entry] = Object.entries(matcher);
  return entry !== undefined && entryOf(patternOperators, entry[0])?.takes(entry[1], value) === true;
}

/** `ß` and `SS` are the same letter in other cases. */
const folded = (value: string): string => value.toUpperCase().toLowerCase();

function text(operand: JsonValue): string | null {
  return typeof operand === 'string' ? null : 'needs a text';
}

function textOrIgnoringCase(operand: JsonValue): string | null {
  if (!isObject(operand)) return text(operand);
  const [entry, ...more] = Object.entries(operand);
  return entry?.[0] === 'equals-ignore-case' && typeof entry[1] === 'string' && more.length === 0
    ? null
    : 'needs a text, or {"equals-ignore-case": text}';
}

function edge(holds: (text: string, part: string) => boolean): PatternOperator['takes'] {
  return (operand, value) => {
    if (typeof value !== 'string') return false;
    const ignoring = isObject(operand) ? own(operand, 'equals-ignore-case') : undefined;
    if (typeof ignoring === 'string') return holds(folded(value), folded(ignoring));
    return typeof operand === 'string' && holds(value, operand);
  };
}

/** anything-but takes a text, a number, a list of one of them, or one operator with a text or texts. */
function butProblem(operand: JsonValue): string | null {
  const plain =
    'needs a text, a number, a list of texts or of numbers, or one of prefix, suffix, equals-ignore-case and wildcard';
  if (!isObject(operand)) return oneSort(operand, ['string', 'number']) ? null : plain;
  const [entry, ...more] = Object.entries(operand);
  if (!entry || more.length > 0) return plain;
  const [name, inner] = entry;
  const operator = entryOf(patternOperators, name);
  if (!operator?.negatable) return `cannot hold “${name}”: it ${plain}`;
  if (!oneSort(inner, ['string'])) return `needs a text or a list of texts for “${name}”`;
  const texts = isArray(inner) ? inner : [inner];
  if (texts.includes('') && (name === 'prefix' || name === 'suffix'))
    return `needs a text that is not empty for “${name}”`;
  const problem = texts.map(operator.problem).find((each) => each !== null) ?? null;
  return problem === null ? null : `holds “${name}”, which ${problem}`;
}

function oneSort(operand: JsonValue, sorts: readonly string[]): boolean {
  const values = isArray(operand) ? operand : [operand];
  return sorts.some((sort) => values.length > 0 && values.every((each) => typeof each === sort));
}

function isNamed(operand: JsonValue, value: JsonValue): boolean {
  if (!isObject(operand)) return isArray(operand) ? operand.includes(value) : operand === value;
  return Object.entries(operand).some(([name, inner]) =>
    (isArray(inner) ? inner : [inner]).some((each) => takes({ [name]: each }, value)),
  );
}
