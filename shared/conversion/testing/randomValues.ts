import { type JsonPath, type JsonValue, isArray, isObject, valueAt } from '../../base/index';

/** A repeatable number from 0 to 1. */
export type Chance = () => number;

export const pick = <T>(chance: Chance, of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;

const names = ['a', 'b', 'list', 'x', 'n', 's', 'nul'] as const;
const texts = ['', 'a', 'hi', '5', 'a,b;c', ' ', '{"k": [1]}', '2024-05-06T07:08:09Z', 'é', 'it\'s "so"'];

/** Fields that a state of the test may look for, absent, null, empty, one, many, text, nested lists among their values. */
export function randomInput(chance: Chance): JsonValue {
  // An input that is no object is rare, and all the worse understood.
  if (chance() < 0.06) return randomValue(chance, 2);
  return Object.fromEntries(names.filter(() => chance() < 0.8).map((name) => [name, valueOf(name, chance)]));
}

function valueOf(name: (typeof names)[number], chance: Chance): JsonValue {
  if (chance() < 0.25) return randomValue(chance, 2);
  switch (name) {
    case 'n':
      return pick(chance, [0, 1, 2, 3, -1, 1.5, 2.5, 100, -2.5]);
    case 's':
      return pick(chance, texts);
    case 'nul':
      return null;
    case 'list':
      return Array.from({ length: pick(chance, [0, 1, 1, 2, 3]) }, () => randomItem(chance));
    case 'x':
      return randomValue(chance, 1);
    default:
      return Object.fromEntries(names.filter(() => chance() < 0.5).map((each) => [each, randomValue(chance, 1)]));
  }
}

/** An item of a list: most often an object that lacks some of its fields. */
function randomItem(chance: Chance): JsonValue {
  if (chance() < 0.3) return randomValue(chance, 1);
  return Object.fromEntries(
    (['x', 'n', 's'] as const).filter(() => chance() < 0.7).map((each) => [each, randomValue(chance, 1)]),
  );
}

export function randomValue(chance: Chance, depth: number): JsonValue {
  const kind = Math.floor(chance() * (depth > 0 ? 8 : 5));
  switch (kind) {
    case 0:
      return null;
    case 1:
      return pick(chance, [0, 1, 2, 5, -1, 0.5, 2.5]);
    case 2:
    case 3:
      return pick(chance, texts);
    case 4:
      return chance() < 0.5;
    case 5:
      return Object.fromEntries(
        names.filter(() => chance() < 0.4).map((each) => [each, randomValue(chance, depth - 1)]),
      );
    default:
      return Array.from({ length: pick(chance, [0, 1, 1, 2, 3]) }, () => randomValue(chance, depth - 1));
  }
}

/** A place in a value, most often one that is there. */
export function randomPlace(chance: Chance, value: JsonValue, most = 3): JsonPath {
  const place: (string | number)[] = [];
  for (let i = 0; i < most && chance() < (i === 0 ? 0.95 : 0.5); i++) {
    const here = valueAt(value, place);
    if (chance() < 0.1) place.push(chance() < 0.8 ? pick(chance, names) : pick(chance, [0, 1, 5, -1]));
    else if (isArray(here)) place.push(chance() < 0.8 ? Math.floor(chance() * Math.max(1, here.length)) : -1);
    else if (isObject(here)) {
      const keys = Object.keys(here);
      place.push(keys.length === 0 ? pick(chance, names) : pick(chance, keys));
    } else break;
  }
  return place;
}
