import { type IntrinsicArgument, type IntrinsicCall, parseIntrinsic } from '../expressions/index';
import { CannotConvert } from './cannotConvert';
import { as, call, listOfOne } from './helpers';
import { pathExpression } from './pathText';
import { literal, written, type Root, type Written } from './written';

/** Reads a call of an intrinsic function; refuses what is none. */
export function parsedCall(text: string): IntrinsicCall {
  const read = parseIntrinsic(text);
  if (!read.ok) throw new CannotConvert(`“${text}” is neither a path nor an intrinsic function.`);
  return read.value;
}

/**
 * A call of an intrinsic function as an expression that gives the same, and fails where the call fails: JSONata's own
 * functions take more than those of JSONPath.
 */
export function callExpression({ called, args, text }: IntrinsicCall, root: Root): Written {
  const given = args.map((argument) => argumentText(argument, root));
  const [a = missing, b = missing, c = missing] = given;
  switch (called.name) {
    case 'States.Format':
      return formatText(args[0], given.slice(1), text);
    case 'States.StringToJson':
      return written(`($trim(${as('text', a)}) = '' ? null : $parse(${a.text}))`);
    case 'States.JsonToString':
      return written(`$string(${present(a)})`, 'text');
    case 'States.Array':
      return given.length === 0
        ? written('[]', 'list')
        : given.map((each) => listOfOne(sure(each))).reduce((all, one) => joined(all, one));
    case 'States.ArrayPartition':
      return written(`$partition(${as('list', a)}, ${integer(b)})`, 'list');
    case 'States.ArrayContains':
      return contains(a, b, args[1]);
    case 'States.ArrayRange':
      return written(`[$range(${integer(a)}, ${integer(b)}, ${integer(c)})]`, 'list');
    case 'States.ArrayGetItem':
      return itemOf(a, b, args[1], text);
    case 'States.ArrayLength':
      return written(`$count(${as('list', a)})`, 'number');
    case 'States.ArrayUnique':
      return written(`$distinct(${as('list', a)})`, 'list');
    case 'States.Base64Encode':
      return written(`$base64encode(${as('text', a)})`, 'text');
    case 'States.Base64Decode':
      return written(`$base64decode(${as('text', a)})`, 'text');
    case 'States.Hash':
      return written(`$hash(${present(a)}, ${as('text', b)})`, 'text');
    case 'States.JsonMerge':
      if (c.text !== 'false') throw new CannotConvert(`${text} fails unless its last argument is false.`);
      return written(`$merge([${as('object', a)}, ${as('object', b)}])`, 'object');
    case 'States.MathRandom': {
      const seed = args[2] === undefined ? '' : integer(c);
      return written(`(${integer(a)} + $floor($random(${seed}) * (${integer(b)} - ${integer(a)})))`, 'number');
    }
    case 'States.MathAdd':
      return written(`(${integer(a)} + ${integer(b)})`, 'number');
    case 'States.StringSplit':
      return splitText(a, args[1], text);
    case 'States.UUID':
      return written('$uuid()', 'text');
    default:
      throw new CannotConvert(`${text} has no counterpart.`);
  }
}

const missing = written('null');

function argumentText(argument: IntrinsicArgument, root: Root): Written {
  if (argument.kind === 'call') return callExpression(argument, root);
  if (argument.kind === 'path') return pathExpression(argument.path, root);
  const { value } = argument;
  const type = typeof value;
  const gives = type === 'string' ? 'text' : type === 'number' || type === 'boolean' ? type : 'anything';
  // Of the values that a call may be written with, null alone has no kind of its own.
  return written(literal(value), gives);
}

/** A value that is there: JSONata passes over what is not. */
const present = (value: Written): string =>
  value.gives === 'anything' && value.text !== 'null' ? call('given', value.text) : value.text;
const sure = (value: Written): Written =>
  value.text === 'null' ? written('null', 'boolean') : { ...value, text: present(value) };

/** A number as the functions of JSONPath round it. */
const integer = (value: Written): string =>
  /^-?\d+$/.test(value.text) ? value.text : as('number', value.gives === 'number' ? written(value.text) : value);

/** Two lists as one; lists of single values are written as one list. */
function joined(all: Written, one: Written): Written {
  const plain = /^\[(?!\[)(.*)\]$/s;
  const [, before] = plain.exec(all.text) ?? [];
  const [, item] = plain.exec(one.text) ?? [];
  if (before !== undefined && item !== undefined && !/[[\]]/.test(before + item))
    return written(`[${before}, ${item}]`, 'list');
  return written(`$append(${all.text}, ${one.text})`, 'list');
}

function contains(list: Written, wanted: Written, argument: IntrinsicArgument | undefined): Written {
  // A literal is no list or object, which `in` does not look into.
  if (argument?.kind === 'literal') return written(`(${wanted.text} in ${as('list', list)})`, 'boolean');
  return written(`$exists($filter(${as('list', list)}, function($i) { $i = ${present(wanted)} }))`, 'boolean');
}

function itemOf(list: Written, index: Written, argument: IntrinsicArgument | undefined, text: string): Written {
  if (argument?.kind === 'literal' && /^-/.test(index.text)) throw new CannotConvert(`${text} always fails.`);
  const at = integer(index);
  if (/^\d+$/.test(at)) return written(`${as('list', list)}[${at}]`);
  return written(`(${at} >= 0 ? ${as('list', list)}[${at}] : $error('The index is negative'))`);
}

/** `States.Format('a {} b', $.x)` is `'a ' & $states.input.x & ' b'`. */
function formatText(template: IntrinsicArgument | undefined, values: readonly Written[], text: string): Written {
  if (template?.kind !== 'literal' || typeof template.value !== 'string') {
    throw new CannotConvert(`${text} takes its template from the data.`);
  }
  const parts: string[] = [''];
  for (const [whole, escaped] of template.value.matchAll(/\\([\\{}'])|\{\}|[\s\S]/gu)) {
    if (whole === '{}') parts.push('');
    else if (whole === '{' || whole === '}')
      throw new CannotConvert(`${text} has a single brace, so that it always fails.`);
    else parts[parts.length - 1] += escaped ?? whole;
  }
  if (parts.length - 1 !== values.length)
    throw new CannotConvert(`${text} has not as many {} as values, so that it always fails.`);
  const joinedParts = parts.flatMap((part, at) => [
    ...(part === '' ? [] : [literal(part)]),
    ...(values[at] === undefined ? [] : [values[at].text]),
  ]);
  const [only] = joinedParts;
  if (only === undefined) return written("''", 'text');
  if (joinedParts.length > 1) return written(`(${joinedParts.join(' & ')})`, 'text');
  return written(values.length === 0 ? only : `$string(${only})`, 'text');
}

function splitText(value: Written, delimiter: IntrinsicArgument | undefined, text: string): Written {
  if (delimiter?.kind !== 'literal' || typeof delimiter.value !== 'string' || delimiter.value === '')
    throw new CannotConvert(`${text} takes its delimiter from the data, or has none.`);
  const characters = [...delimiter.value];
  if (characters.some((each) => !/^[ -~]$/.test(each)))
    throw new CannotConvert(`${text} splits at a character outside ASCII.`);
  const at =
    characters.length === 1
      ? literal(delimiter.value)
      : `/[${characters.map((each) => (/[\w ]/.test(each) ? each : `\\${each}`)).join('')}]/`;
  // JSONPath's function leaves empty parts out.
  return written(`[$split(${as('text', value)}, ${at})[$ != '']]`, 'list');
}
