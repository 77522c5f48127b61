import { hasPlaceholder } from '../../asl/index';
import { type JsonValue, isArray, isObject } from '../../base/index';

/**
 * What data can be at a place, over every way that leads there: anything, a single value without members, or an object. Of an
 * object that is `open` nothing is known of members that are not named here, or only that their names begin with a capital.
 */
export type Shape =
  | { readonly kind: 'any' }
  | { readonly kind: 'single' }
  | { readonly kind: 'object'; readonly open: boolean | 'capitals'; readonly members: ReadonlyMap<string, Shape> };

export const any: Shape = { kind: 'any' };
export const single: Shape = { kind: 'single' };
/** What an AWS API answers: the names of its members begin with a capital. */
export const answer: Shape = { kind: 'object', open: 'capitals', members: new Map() };
const nothing: ReadonlyMap<string, Shape> = new Map();

/** Objects in objects beyond this depth count as anything, so that a loop that wraps its own input ends. */
const deepest = 6;

export function objectOf(entries: Iterable<readonly [string, Shape]>): Shape {
  return { kind: 'object', open: false, members: new Map(entries) };
}

/** The shape of a value that stands in the definition. What a deployment puts in its place is not known. */
export function shapeOfValue(value: JsonValue): Shape {
  if (typeof value === 'string') return hasPlaceholder(value) ? any : single;
  // What a list holds is reached by index, wildcard and filter, which are not followed.
  if (isArray(value)) return any;
  if (!isObject(value)) return single;
  const entries = Object.entries(value);
  return entries.some(([key]) => isFilledIn(key))
    ? any
    : objectOf(entries.map(([key, each]) => [key, shapeOfValue(each)]));
}

/** Whether a key is a function of a template, so that the object around it becomes something else. */
export function isFilledIn(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::') || hasPlaceholder(key);
}

/** What is at a member: null when there never is one. */
export function memberOf(shape: Shape, name: string): Shape | null {
  if (shape.kind === 'any') return any;
  if (shape.kind === 'single') return null;
  return shape.members.get(name) ?? (mayHave(shape.open, name) ? any : null);
}

function mayHave(open: boolean | 'capitals', name: string): boolean {
  return open === 'capitals' ? !/^[a-z]/.test(name) : open;
}

/** The shape with another one put at a place below it, as ResultPath does. */
export function withMember(shape: Shape, [step, ...rest]: readonly string[], put: Shape): Shape {
  if (step === undefined) return put;
  // To put a member into a single value fails: nothing comes of it.
  if (shape.kind === 'single') return any;
  const { open, members } = shape.kind === 'object' ? shape : { open: true, members: nothing };
  const inner = members.get(step) ?? (mayHave(open, step) ? any : objectOf([]));
  return { kind: 'object', open, members: new Map([...members, [step, withMember(inner, rest, put)]]) };
}

/** What data can be that is one or the other. */
export function either(a: Shape, b: Shape, depth = 0): Shape {
  if (a === b) return a;
  if (a.kind === 'any' || b.kind === 'any' || depth > deepest) return any;
  if (a.kind === 'single') return b;
  if (b.kind === 'single') return a;
  const members = new Map<string, Shape>();
  for (const name of new Set([...a.members.keys(), ...b.members.keys()])) {
    const [one, other] = [a.members.get(name), b.members.get(name)];
    if (one && other) members.set(name, either(one, other, depth + 1));
    else {
      // Where the other is open, the member may be anything there.
      const alone = one ?? other;
      if (alone && !mayHave(one ? b.open : a.open, name)) members.set(name, alone);
    }
  }
  const open = a.open === true || b.open === true || a.open || b.open;
  const joined: Shape = { kind: 'object', open, members };
  // The same object where nothing is new, so that what follows from it is known.
  return sameShape(joined, a) ? a : joined;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.kind !== 'object' || b.kind !== 'object') return a.kind === b.kind;
  if (a.open !== b.open || a.members.size !== b.members.size) return false;
  return [...a.members].every(([name, shape]) => {
    const other = b.members.get(name);
    return other !== undefined && sameShape(shape, other);
  });
}
