import { CannotConvert } from './cannotConvert';
import { type Written, written } from './written';

/**
 * What JSONPath does and no function of JSONata: an expression that calls one of these begins with its definition.
 * JSONata joins lists inside lists, lets one item stand for a list, reads a field of each item of a list, and passes over
 * what is not there; these do none of it.
 */
const helpers = {
  /** A field of an object; nothing of anything else. */
  fieldOf: "function($v, $name) { $type($v) = 'object' ? $lookup($v, $name) }",
  itemAt: "function($v, $index) { $type($v) = 'array' ? $v[$index] }",
  /** What `[*]` and `.*` lead to. */
  itemsOf: "function($v) { $type($v) = 'array' ? $v : $type($v) = 'object' ? [$each($v, function($i) { $i })[]] : [] }",
  /** What a filter looks at: the items of a list, or an object itself. */
  testedOf: "function($v) { $type($v) = 'array' ? $v : $type($v) = 'object' ? [$v] : [] }",
  sliceOf:
    "function($v, $from, $to) { $type($v) = 'array' ? ( $n := $count($v); " +
    '$first := $from < 0 ? $n + $from : $from; $end := $not($exists($to)) ? $n : $to < 0 ? $n + $to : $to; ' +
    '[$filter($v, function($i, $at) { $at >= $first and $at < $end })[]] ) : [] }',
  /** A list of one value, which may be a list itself. */
  listOf: "function($v) { $type($v) = 'array' ? [[$v]] : [$v] }",
  lengthOf:
    "function($v) { $type($v) = 'array' ? $count($v) : $type($v) = 'string' ? $length($v) : " +
    "$type($v) = 'object' ? $count($keys($v)) : $exists($v) ? null : $error('The path leads nowhere') }",
  /** A function of the numbers in a list; what holds none stays as it is. */
  ofNumbers:
    "function($v, $of) { ( $n := $type($v) = 'array' ? [$filter($v, function($i) { $type($i) = 'number' })[]] : []; " +
    '$count($n) = 0 ? $v : $of($n) ) }',
  given: "function($v) { $exists($v) ? $v : $error('The path leads nowhere') }",
  asList: "function($v) { $type($v) = 'array' ? $v : $error('Not a list') }",
  asObject: "function($v) { $type($v) = 'object' ? $v : $error('Not an object') }",
  asText: "function($v) { $type($v) = 'string' ? $v : $error('Not a text') }",
  /** Halves are rounded up, as the functions of JSONPath round what they take. */
  asInteger: "function($v) { $type($v) = 'number' ? $floor($v + 0.5) : $error('Not a number') }",
  /** The place of a ResultPath: an object is made where there is nothing or null. */
  placeIn: 'function($v) { $exists($v) and $v != null ? $asObject($v) : {} }',
  timeOf:
    "function($v) { $type($v) = 'string' and $contains($v, " +
    '/^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)$/' +
    ') ? $toMillis($v) }',
} as const;

export type Helper = keyof typeof helpers;

export const call = (helper: Helper, ...args: readonly string[]): string => `$${helper}(${args.join(', ')})`;

/** A value that has to be of a kind; what is known to be of it needs no test. */
export function as(kind: 'list' | 'object' | 'text' | 'number', value: Written): string {
  const helper = ({ list: 'asList', object: 'asObject', text: 'asText', number: 'asInteger' } as const)[kind];
  if (value.gives === kind) return value.text;
  if (value.gives !== 'anything')
    throw new CannotConvert(`${value.text} is no ${kind}, so that the state always fails.`);
  return call(helper, value.text);
}

/** A list of this one value alone, written so that JSONata does not open a list in it. */
export function listOfOne({ text, gives }: Written): Written {
  if (gives === 'anything') return written(call('listOf', text), 'list');
  // JSONata opens what a list holds, unless it is written as a list itself.
  return written(gives === 'list' && !text.startsWith('[') ? `[[${text}]]` : `[${text}]`, 'list');
}

const names = Object.keys(helpers) as readonly Helper[];
const calls = (text: string): readonly Helper[] => names.filter((name) => text.includes(`$${name}(`));

/** An expression with the definitions of the helpers that it calls, and of those that they call. */
export function withHelpers(expression: string): string {
  const needed = new Set<Helper>();
  const open = [...calls(expression)];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (needed.has(name)) continue;
    needed.add(name);
    open.push(...calls(helpers[name]));
  }
  if (needed.size === 0) return expression;
  for (const name of needed) {
    if (new RegExp(`\\$${name}\\b(?!\\()`).test(expression))
      throw new CannotConvert(`The variable $${name} has the name of a function that the expression needs.`);
  }
  const definitions = names.filter((name) => needed.has(name)).map((name) => `$${name} := ${helpers[name]}; `);
  return `(${definitions.join('')}${expression})`;
}
