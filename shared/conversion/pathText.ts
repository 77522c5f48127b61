import { type ParsedPath, type Segment, parsePath } from '../expressions/index';
import { CannotConvert } from './cannotConvert';
import { testText } from './filterText';
import { call, listOfOne } from './helpers';
import { literal, written, type Root, type Written } from './written';

/** Reads a path; refuses what is none. */
export function parsed(text: string): ParsedPath {
  const path = parsePath(text);
  if (!path.ok) throw new CannotConvert(`“${text}” is not a path.`);
  return path.value;
}

/**
 * A path as an expression that gives the same wherever the path leads somewhere. A definite path is written as JSONata
 * writes it, which fails less where it leads nowhere; an indefinite one gives a list of what it leads to, one by one.
 */
export function pathExpression(path: ParsedPath, root: Root): Written {
  const { root: start, segments, definite } = path;
  const from = start.kind === 'input' ? root : start.kind === 'context' ? '$states.context' : `$${start.name}`;
  if (!definite) return indefinite(path, from);
  return segments.reduce((before, segment) => follow(before, segment, path), written(from));
}

function follow(before: Written, segment: Segment, path: ParsedPath): Written {
  switch (segment.kind) {
    case 'names':
      return written(`${before.text}.${nameOf(segment.names[0] ?? '')}`);
    case 'indices':
      return written(`${before.text}[${String(segment.indices[0] ?? 0)}]`);
    case 'function':
      return functionOf(segment.name, before.text, path);
    default:
      throw new CannotConvert(`${path.text} cannot be put in JSONata.`);
  }
}

/** Names that are no plain words, or that are words of JSONata, stand in back-ticks. */
export function nameOf(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !/^(and|or|in|true|false|null|function)$/.test(name)) return name;
  if (name.includes('`') || name === '') throw new CannotConvert(`The name “${name}” cannot be written in JSONata.`);
  return `\`${name}\``;
}

/** `[*]`, filters and slices: every step maps the list of what the step before led to. */
function indefinite(path: ParsedPath, from: string): Written {
  let value: string = from;
  let list = false;
  // Where the definite beginning leads nowhere, there is nothing that a function at the end could take.
  let start = from;
  for (const segment of path.segments) {
    if (segment.kind === 'function') {
      if (segment !== path.segments.at(-1)) throw new CannotConvert(`${path.text} goes on behind a function.`);
      return written(`($exists(${start}) ? ${listOfOne(functionOf(segment.name, value, path)).text} : [])`, 'list');
    }
    const step = single(segment, path);
    if (step !== null) {
      value = list ? `[$map(${value}, function($i) { ${step('$i')} })[]]` : step(value);
      continue;
    }
    const many = several(segment, path);
    const before = value;
    value = list ? `$reduce(${value}, function($all, $i) { $append($all, ${many('$i')}) }, [])` : many(value);
    if (!list) start = before;
    list = true;
  }
  return written(value, 'list');
}

/** A step from one value to at most one. */
function single(segment: Segment, { text }: ParsedPath): ((value: string) => string) | null {
  if (segment.kind === 'names') {
    const [name] = segment.names;
    if (name === undefined || segment.names.length > 1) throw new CannotConvert(`${text} takes several names at once.`);
    return (value) => call('fieldOf', value, literal(name));
  }
  if (segment.kind !== 'indices') return null;
  const [index] = segment.indices;
  if (index === undefined || segment.indices.length > 1)
    throw new CannotConvert(`${text} takes several indices at once.`);
  return (value) => call('itemAt', value, String(index));
}

/** A step from one value to a list of values. */
function several(segment: Segment, { text }: ParsedPath): (value: string) => string {
  switch (segment.kind) {
    case 'wildcard':
      return (value) => call('itemsOf', value);
    case 'slice': {
      const bounds = [String(segment.from ?? 0), ...(segment.to === undefined ? [] : [String(segment.to)])];
      return (value) => call('sliceOf', value, ...bounds);
    }
    case 'filter': {
      const test = testText(segment.test, text);
      // Filters inside filters do not occur, so that the item needs one name only.
      return (value) => `[$filter(${call('testedOf', value)}, function($item) { ${test} })[]]`;
    }
    case 'descend':
      throw new CannotConvert(`${text} searches all levels (..).`);
    default:
      throw new CannotConvert(`${text} cannot be put in JSONata.`);
  }
}

const ofNumbers: Readonly<Record<string, string>> = { min: '$min', max: '$max', avg: '$average', sum: '$sum' };

function functionOf(name: string, before: string, { text }: ParsedPath): Written {
  if (name === 'length') return written(call('lengthOf', before));
  const known = ofNumbers[name];
  if (known === undefined) throw new CannotConvert(`${text} calls ${name}().`);
  return written(call('ofNumbers', call('given', before), known));
}
