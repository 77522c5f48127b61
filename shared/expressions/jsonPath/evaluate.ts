/**
 * Evaluates a parsed path with Jayway JsonPath's rules and messages: a definite path that leads nowhere is an
 * error, an indefinite one gives a list, perhaps an empty one.
 */
import { type JsonValue, isArray, isObject, jsonText, own } from '../../base/index';
import { applyFunction } from './functions';
import { passesFilter } from './filter';
import { segmentText, type Segment } from './syntax';

/** A path that leads nowhere. Thrown; the field that holds the path knows how AWS words it. */
export class PathNotFound {
  constructor(
    readonly message: string,
    /** The path leads to an array that is there, past its end. */
    readonly pastEnd = false,
  ) {}
}

type Step = (value: JsonValue) => JsonValue;

/** The compiled form of a definite path: a function that throws {@link PathNotFound}. */
export function compileDefinite(segments: readonly Segment[]): Step {
  const steps = segments.map((segment, i) => compileStep(segment, segments, i));
  const [first, second] = steps;
  if (first === undefined) return (value) => value;
  if (second === undefined) return first;
  if (steps.length === 2) return (value) => second(first(value));
  return (value) => {
    let at = value;
    for (const step of steps) at = step(at);
    return at;
  };
}

/** Every value an indefinite path leads to, in document order; none where its definite beginning leads nowhere. */
export function evaluateAll(root: JsonValue, segments: readonly Segment[]): JsonValue[] {
  try {
    return collect(root, segments);
  } catch (problem) {
    if (problem instanceof PathNotFound) return [];
    throw problem;
  }
}

function collect(root: JsonValue, segments: readonly Segment[]): JsonValue[] {
  let values: JsonValue[] = [root];
  let definite = true;
  segments.forEach((segment, i) => {
    if (segment.kind === 'function') {
      values = [applyFunction(segment.name, definite ? (values[0] ?? null) : values)];
      return;
    }
    if (definite && isStep(segment)) values = [compileStep(segment, segments, i)(values[0] ?? null)];
    else {
      definite = false;
      values = values.flatMap((value) => select(value, segment, root));
    }
  });
  return values;
}

function isStep(segment: Segment): boolean {
  return (
    (segment.kind === 'names' && segment.names.length === 1) ||
    (segment.kind === 'indices' && segment.indices.length === 1)
  );
}

function compileStep(segment: Segment, segments: readonly Segment[], i: number): Step {
  if (segment.kind === 'names') return nameStep(segment.names[0] ?? '', segments, i);
  if (segment.kind === 'indices') return indexStep(segment.indices[0] ?? 0, segments, i);
  if (segment.kind === 'function') return (value) => applyFunction(segment.name, value);
  throw new Error(`${segment.kind} is not a definite step`);
}

function nameStep(name: string, segments: readonly Segment[], i: number): Step {
  return (value) => {
    if (isObject(value)) {
      const found = own(value, name);
      if (found !== undefined) return found;
      if (i === segments.length - 1) throw new PathNotFound(`No results for path: $${textUpTo(segments, i + 1)}`);
      throw new PathNotFound(`Missing property in path $${textUpTo(segments, i + 1)}`);
    }
    throw new PathNotFound(
      `Expected to find an object with property ['${name}'] in path $${textUpTo(segments, i)} but found '${javaClass(value)}'. ` +
        `This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider'.`,
    );
  };
}

function indexStep(index: number, segments: readonly Segment[], i: number): Step {
  return (value) => {
    if (!isArray(value)) {
      throw new PathNotFound(
        value === null
          ? `The path $${textUpTo(segments, i)} is null`
          : `Filter: [${String(index)}] can only be applied to arrays. Current context is: ${javaText(value)}`,
      );
    }
    const found = value[index < 0 ? value.length + index : index];
    if (found !== undefined) return found;
    throw new PathNotFound(`No results for path: $${textUpTo(segments, segments.length)}`, i === segments.length - 1);
  };
}

function select(value: JsonValue, segment: Segment, root: JsonValue): JsonValue[] {
  switch (segment.kind) {
    case 'names':
      return isObject(value) ? selectNames(value, segment.names) : [];
    case 'indices':
      return isArray(value) ? pick(value, segment.indices) : [];
    case 'slice':
      return isArray(value) ? slice(value, segment.from, segment.to) : [];
    case 'wildcard':
      return children(value);
    case 'descend':
      return descendants(value);
    case 'filter':
      return (isArray(value) ? [...value] : isObject(value) ? [value] : []).filter((item) =>
        passesFilter(segment.test, item, root, evaluateAll),
      );
    case 'function':
      return [applyFunction(segment.name, value)];
  }
}

/** One name gives its value; several give one object with those that exist, as Jayway merges them. */
function selectNames(value: JsonValue, names: readonly string[]): JsonValue[] {
  if (!isObject(value)) return [];
  if (names.length > 1) {
    return [
      Object.fromEntries(names.filter((name) => Object.hasOwn(value, name)).map((name) => [name, value[name] ?? null])),
    ];
  }
  const found = own(value, names[0] ?? '');
  return found === undefined ? [] : [found];
}

function pick(items: readonly JsonValue[], indices: readonly number[]): JsonValue[] {
  return indices.map((index) => items[index < 0 ? items.length + index : index]).filter((item) => item !== undefined);
}

function slice(items: readonly JsonValue[], from: number | undefined, to: number | undefined): JsonValue[] {
  return items.slice(from ?? 0, to ?? items.length);
}

function children(value: JsonValue): JsonValue[] {
  if (isArray(value)) return [...value];
  return isObject(value) ? Object.values(value) : [];
}

function descendants(value: JsonValue): JsonValue[] {
  const found: JsonValue[] = [];
  const open = [value];
  for (;;) {
    const next = open.pop();
    if (next === undefined) return found;
    if (isArray(next) || isObject(next)) found.push(next);
    open.push(...children(next).reverse());
  }
}

function textUpTo(segments: readonly Segment[], end: number): string {
  return segments.slice(0, end).map(segmentText).join('');
}

function javaClass(value: JsonValue): string {
  if (value === null) return 'com.fasterxml.jackson.databind.node.NullNode';
  if (isArray(value)) return 'com.fasterxml.jackson.databind.node.ArrayNode';
  if (typeof value === 'string') return 'com.fasterxml.jackson.databind.node.TextNode';
  if (typeof value === 'boolean') return 'com.fasterxml.jackson.databind.node.BooleanNode';
  // Jackson goes by how a number is written: 1.0 is a double.
  const node = /^-?\d+$/.test(jsonText(value)) ? 'IntNode' : 'DoubleNode';
  return `com.fasterxml.jackson.databind.node.${node}`;
}

function javaText(value: JsonValue): string {
  return typeof value === 'string' ? value : jsonText(value);
}
