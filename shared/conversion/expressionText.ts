import type { JsonValue } from '../base/index';
import {
  type FilterOperand,
  type FilterTest,
  type IntrinsicArgument,
  type IntrinsicCall,
  type ParsedPath,
  type Segment,
  parseIntrinsic,
  parsePath,
} from '../expressions/index';

/** Something that the other query language cannot say; the message tells what. */
export class CannotConvert extends Error {}

/** The `$` of a path in words of JSONata: `$states.input`, `$states.result` … */
export type Root = string;

/** A path or an intrinsic function of JSONPath as a JSONata expression, without its braces. */
export function expressionOf(text: string, root: Root): string {
  return text.startsWith('$') ? pathExpression(parsed(text), root) : callExpression(parsedCall(text), root);
}

function parsed(text: string): ParsedPath {
  const path = parsePath(text);
  if (!path.ok) throw new CannotConvert(`“${text}” is not a path.`);
  return path.value;
}

function parsedCall(text: string): IntrinsicCall {
  const call = parseIntrinsic(text);
  if (!call.ok) throw new CannotConvert(`“${text}” is neither a path nor an intrinsic function.`);
  return call.value;
}

function pathExpression({ root: start, segments, definite, text }: ParsedPath, root: Root): string {
  const from = start.kind === 'input' ? root : start.kind === 'context' ? '$states.context' : `$${start.name}`;
  const followed = segments.reduce((before, segment) => follow(before, segment, text), from);
  // An indefinite path always gives a list; JSONata unwraps lists of one.
  return definite ? followed : `[${followed}]`;
}

function follow(before: string, segment: Segment, text: string): string {
  switch (segment.kind) {
    case 'names': {
      const [name] = segment.names;
      if (name === undefined || segment.names.length > 1)
        throw new CannotConvert(`${text} takes several names at once.`);
      return `${before}.${nameOf(name)}`;
    }
    case 'indices': {
      const [index] = segment.indices;
      if (index === undefined || segment.indices.length > 1)
        throw new CannotConvert(`${text} takes several indices at once.`);
      return `${before}[${index}]`;
    }
    case 'slice':
      if (segment.from === undefined || segment.to === undefined || segment.from < 0 || segment.to <= segment.from) {
        throw new CannotConvert(`${text} takes an open slice of a list.`);
      }
      return `${before}[[${segment.from}..${segment.to - 1}]]`;
    case 'wildcard':
      return before;
    case 'filter':
      return `${before}[${testText(segment.test, text)}]`;
    case 'descend':
      throw new CannotConvert(`${text} searches all levels (..).`);
    case 'function':
      return functionText(segment.name, before, text);
  }
}

/** Names that are no plain words, or that are words of JSONata, stand in back-ticks. */
function nameOf(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(and|or|in|true|false|null|function)$/.test(name)) return name;
  if (name.includes('`')) throw new CannotConvert(`The name ${name} holds a back-tick.`);
  return `\`${name}\``;
}

const pathFunctions: Readonly<Record<string, string>> = {
  length: 'count',
  min: 'min',
  max: 'max',
  avg: 'average',
  sum: 'sum',
};

function functionText(name: string, before: string, text: string): string {
  const known = pathFunctions[name];
  if (known === undefined) throw new CannotConvert(`${text} calls ${name}().`);
  return `$${known}(${before})`;
}

function testText(test: FilterTest, text: string): string {
  switch (test.kind) {
    case 'and':
    case 'or':
      return `(${testText(test.left, text)} ${test.kind} ${testText(test.right, text)})`;
    case 'not':
      return `$not(${testText(test.test, text)})`;
    case 'exists':
      return `$exists(${operandText(test.operand, text)})`;
    case 'compare': {
      const operator = test.operator === '==' ? '=' : test.operator;
      if (!['=', '!=', '<', '<=', '>', '>='].includes(operator))
        throw new CannotConvert(`${text} compares by ${operator}.`);
      return `${operandText(test.left, text)} ${operator} ${operandText(test.right, text)}`;
    }
  }
}

function operandText(operand: FilterOperand, text: string): string {
  if (operand.kind === 'literal') return literal(operand.value as JsonValue);
  if (operand.kind === 'pattern' || !operand.fromItem) throw new CannotConvert(`${text} looks outside the item.`);
  const [first, ...rest] = operand.segments;
  const [name] = first?.kind === 'names' ? first.names : [];
  if (name === undefined) return operand.segments.length === 0 ? '$' : fail(text);
  return rest.reduce((before, segment) => follow(before, segment, text), nameOf(name));
}

function fail(text: string): never {
  throw new CannotConvert(`${text} has a filter that cannot be put in JSONata.`);
}

/** A JSON value as JSONata writes it. */
export function literal(value: JsonValue): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return value.includes("'") || value.includes('\\') || /[\n\r\t]/.test(value) ? JSON.stringify(value) : `'${value}'`;
}

function callExpression({ called, args, text }: IntrinsicCall, root: Root): string {
  const given = args.map((argument) => argumentText(argument, root));
  const [a = '', b = '', c] = given;
  switch (called.name) {
    case 'States.Format':
      return formatText(args[0], given.slice(1), text);
    case 'States.StringToJson':
      return `$parse(${a})`;
    case 'States.JsonToString':
      return `$string(${a})`;
    case 'States.Array':
      return `[${given.join(', ')}]`;
    case 'States.ArrayPartition':
      return `$partition(${a}, ${b})`;
    case 'States.ArrayContains':
      // `in` tells objects and lists apart by identity.
      return args[1]?.kind === 'literal'
        ? `(${b} in ${a})`
        : `($count($filter(${a}, function($item) { $item = ${b} })) > 0)`;
    case 'States.ArrayRange':
      return `[$range(${given.join(', ')})]`;
    case 'States.ArrayGetItem':
      return `${a}[${b}]`;
    case 'States.ArrayLength':
      return `$count(${a})`;
    case 'States.ArrayUnique':
      return `$distinct(${a})`;
    case 'States.Base64Encode':
      return `$base64encode(${a})`;
    case 'States.Base64Decode':
      return `$base64decode(${a})`;
    case 'States.Hash':
      return `$hash(${a}, ${b})`;
    case 'States.JsonMerge':
      return `$merge([${a}, ${b}])`;
    case 'States.MathRandom':
      return `(${a} + $floor($random(${c ?? ''}) * (${b} - ${a})))`;
    case 'States.MathAdd':
      return `(${a} + ${b})`;
    case 'States.StringSplit':
      return splitText(a, args[1], text);
    case 'States.UUID':
      return '$uuid()';
    default:
      throw new CannotConvert(`${text} has no counterpart.`);
  }
}

function argumentText(argument: IntrinsicArgument, root: Root): string {
  if (argument.kind === 'call') return callExpression(argument, root);
  return argument.kind === 'path' ? pathExpression(argument.path, root) : literal(argument.value);
}

/** `States.Format('a {} b', $.x)` is `'a ' & $states.input.x & ' b'`. */
function formatText(template: IntrinsicArgument | undefined, values: readonly string[], text: string): string {
  if (template?.kind !== 'literal' || typeof template.value !== 'string') {
    throw new CannotConvert(`${text} takes its template from the data.`);
  }
  const parts = template.value.split(/(?<!\\)\{\}/).map((part) => part.replace(/\\([{}'\\])/g, '$1'));
  const joined = parts.flatMap((part, index) => [
    ...(part === '' ? [] : [literal(part)]),
    ...(index < values.length && index < parts.length - 1 ? [values[index] ?? ''] : []),
  ]);
  return joined.length === 0 ? "''" : joined.length === 1 ? `$string(${joined[0] ?? ''})` : joined.join(' & ');
}

function splitText(value: string, delimiter: IntrinsicArgument | undefined, text: string): string {
  if (delimiter?.kind !== 'literal' || typeof delimiter.value !== 'string' || [...delimiter.value].length !== 1) {
    throw new CannotConvert(`${text} splits at more than one character.`);
  }
  // JSONPath's function leaves empty parts out.
  return `[$split(${value}, ${literal(delimiter.value)})[$ != '']]`;
}
