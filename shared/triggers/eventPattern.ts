import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject, own } from '../base/index';
import { takes } from './patternOperators';

/** Why an event does not match, at the field that decides; null when it matches. */
export interface Mismatch {
  readonly at: readonly string[];
  readonly message: string;
}

/** A value of the event that is no list and no object, with the entries of lists that it stands in. */
interface Leaf {
  readonly value: JsonValue;
  readonly entries: Entries;
}

/** Which entry of each list (by its place) was gone through. */
type Entries = ReadonlyMap<string, number>;

/** What a pattern asks: all of its conditions hold together. */
type Condition =
  | { readonly kind: 'field'; readonly at: readonly string[]; readonly wanted: JsonArray }
  | { readonly kind: 'or'; readonly at: readonly string[]; readonly alternatives: readonly (readonly Condition[])[] }
  | { readonly kind: 'malformed'; readonly at: readonly string[] };

/**
 * Tries an event against an event pattern. Source: EventBridge user guide, "Creating event patterns" and "Comparison
 * operators", and github.com/aws/event-ruler: all fields of the pattern must match; a field matches when one of its
 * values does; values of one list of objects are those of one of its entries; lists in lists are opened; only values
 * that are no objects exist; `$or` needs one of its patterns.
 */
export function matchEvent(pattern: JsonObject, event: JsonValue): Mismatch | null {
  const leaves = leavesOf(event);
  const conditions = conditionsOf(pattern, []);
  const alone = conditions.map((condition) => mismatchOf(condition, leaves)).find((each) => each !== null);
  if (alone) return alone;
  if (hold(conditions, new Map(), leaves)) return null;
  const at = conditions[0]?.at ?? [];
  return { at, message: 'no one entry of the list has all that is wanted' };
}

function leavesOf(event: JsonValue): ReadonlyMap<string, readonly Leaf[]> {
  const leaves = new Map<string, Leaf[]>();
  const visit = (value: JsonValue, path: string, place: string, entries: Entries) => {
    if (isArray(value)) {
      value.forEach((each, index) => visit(each, path, `${place}/${index}`, new Map(entries).set(place, index)));
    } else if (isObject(value)) {
      for (const [key, each] of Object.entries(value)) {
        visit(each, path === '' ? key : `${path}.${key}`, `${place}/${key}`, entries);
      }
    } else leaves.set(path, [...(leaves.get(path) ?? []), { value, entries }]);
  };
  visit(event, '', '', new Map());
  return leaves;
}

function conditionsOf(pattern: JsonObject, at: readonly string[]): readonly Condition[] {
  return Object.entries(pattern).flatMap(([key, wanted]): readonly Condition[] => {
    const place = [...at, key];
    if (key === '$or' && isArray(wanted)) {
      const alternatives = wanted.filter(isObject).map((each) => conditionsOf(each, at));
      return [{ kind: 'or', at: place, alternatives }];
    }
    if (isObject(wanted)) return conditionsOf(wanted, place);
    return [isArray(wanted) ? { kind: 'field', at: place, wanted } : { kind: 'malformed', at: place }];
  });
}

/** What one condition alone finds wrong: it says more than all of them together. */
function mismatchOf(condition: Condition, leaves: ReadonlyMap<string, readonly Leaf[]>): Mismatch | null {
  const { at } = condition;
  if (condition.kind === 'malformed') return { at, message: 'the pattern must have a list here' };
  if (hold([condition], new Map(), leaves)) return null;
  if (condition.kind === 'or') return { at, message: 'none of the alternatives matches' };
  const values = (leaves.get(at.join('.')) ?? []).map(({ value }) => JSON.stringify(value));
  return {
    at,
    message: values.length === 0 ? 'the event has no such field' : `${values.join(', ')} is not among the wanted`,
  };
}

/** Do all conditions hold with values of the same entries of lists? */
function hold(
  conditions: readonly Condition[],
  entries: Entries,
  leaves: ReadonlyMap<string, readonly Leaf[]>,
): boolean {
  const [first, ...rest] = conditions;
  if (!first) return true;
  if (first.kind === 'malformed') return false;
  if (first.kind === 'or') return first.alternatives.some((each) => hold([...each, ...rest], entries, leaves));
  const found = leaves.get(first.at.join('.')) ?? [];
  if (found.length === 0) return first.wanted.some(isAbsence) && hold(rest, entries, leaves);
  return found.some((leaf) => {
    const together = joined(entries, leaf.entries);
    return (
      together !== null && first.wanted.some((matcher) => takes(matcher, leaf.value)) && hold(rest, together, leaves)
    );
  });
}

function isAbsence(matcher: JsonValue): boolean {
  return isObject(matcher) && own(matcher, 'exists') === false;
}

/** Both sets of entries as one; null when they are of different entries of one list. */
function joined(one: Entries, other: Entries): Entries | null {
  const all = new Map(one);
  for (const [list, index] of other) {
    if (all.has(list) && all.get(list) !== index) return null;
    all.set(list, index);
  }
  return all;
}
