import { type JsonValue, isArray, isObject, own } from '../../base/index';
import { placeOfMark, type Place, type Steps } from './marks';

export function valueAt(value: JsonValue | undefined, path: Steps): JsonValue | undefined {
  let at = value;
  for (const step of path) {
    if (isArray(at) && typeof step === 'number') at = at[step];
    else at = isObject(at) ? own(at, String(step)) : undefined;
  }
  return at;
}

/** The value with another one at a path, made where nothing is; undefined takes it away. */
export function withValueAt(value: JsonValue | undefined, path: Steps, next: JsonValue | undefined): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return next ?? null;
  if (typeof step === 'number') {
    const items = isArray(value) ? [...value] : [];
    items[step] = withValueAt(items[step], rest, next);
    return items.map((item) => item ?? null);
  }
  const members = isObject(value) ? { ...value } : {};
  if (rest.length === 0 && next === undefined)
    return Object.fromEntries(Object.entries(members).filter(([key]) => key !== step));
  // A name that reaches the prototype is no field.
  if (step === '__proto__') return members;
  return { ...members, [step]: withValueAt(own(members, step), rest, next) };
}

/**
 * Where a value of a state's data comes from: the place it is marked with, else, by what is marked beside it, the places
 * where it would have to be. The nearest come first.
 */
export function sourcesOf(data: JsonValue, path: Steps): readonly Place[] {
  const here = valueAt(data, path);
  const exact = placeOfMark(here);
  if (exact !== undefined) return [exact];
  const found: Place[] = isObject(here) || isArray(here) ? parentsOf(here).map((place) => place) : [];
  for (let length = path.length - 1; length >= 0; length--) {
    const above = valueAt(data, path.slice(0, length));
    const rest = path.slice(length);
    const leaf = placeOfMark(above);
    if (leaf !== undefined) found.push({ ...leaf, path: [...leaf.path, ...rest] });
    else if (above !== undefined)
      for (const place of parentsOf(above)) found.push({ ...place, path: [...place.path, ...rest] });
  }
  return unique(found);
}

/** The places that an object or a list was taken from as a whole, by the marks in it. */
function parentsOf(value: JsonValue): readonly Place[] {
  const found: Place[] = [];
  const walk = (each: JsonValue, below: Steps, depth: number): void => {
    const place = placeOfMark(each);
    if (place !== undefined) {
      const tail = place.path.slice(place.path.length - below.length);
      if (below.length <= place.path.length && tail.every((step, i) => step === below[i]))
        found.push({ ...place, path: place.path.slice(0, place.path.length - below.length) });
    } else if (depth < 6 && found.length < 40) {
      if (isArray(each)) each.slice(0, 3).forEach((item, i) => walk(item, [...below, i], depth + 1));
      else if (isObject(each))
        for (const [key, member] of Object.entries(each)) walk(member, [...below, key], depth + 1);
    }
  };
  walk(value, [], 0);
  return unique(found);
}

function unique(places: readonly Place[]): readonly Place[] {
  return [...new Map(places.map((place) => [JSON.stringify([place.task, place.path]), place])).values()];
}
