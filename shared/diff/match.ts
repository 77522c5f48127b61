import { type JsonObject, jsonText } from '../base/index';
import { type StateEntry, type StatePath, typeOf } from '../workflow/index';
import { type Evidence, evidenceOf, fieldsOf, likeness, neighboursIn } from './evidence';
import type { PlacedStates } from './placedStates';

/** States that are at least so alike are one state with another name. */
const alikeEnough = 0.5;
/** As many pairs of states are compared at most; after that states count as removed and added. */
const mostComparisons = 2_000_000;

/** A definition to be matched, with its states. */
export interface Side {
  readonly definition: JsonObject;
  readonly states: PlacedStates;
}

/** Which state of one definition is which of the other, both ways. */
export interface Matches {
  readonly after: ReadonlyMap<string, StatePath>;
  readonly before: ReadonlyMap<string, StatePath>;
}

/**
 * Finds the states of one definition in another. A state is the one that stands at the same place, else the one of its name,
 * which is unique in a machine. The others are matched by likeness: by their fields, by what leads to and from them, by what
 * holds them and what they hold. Each match is evidence for its neighbours, so whole chains of renamed states are found.
 */
export function matchStates(before: Side, after: Side): Matches {
  const matching = new Matching();
  for (const [path, entry] of before.states) if (after.states.has(path)) matching.add(entry.path, entry.path);
  matchUnique(matching, before, after, ({ name }) => name);
  const known = new Map<StateEntry, readonly string[]>();
  const saysOf = (entry: StateEntry) => {
    const fields = known.get(entry) ?? fieldsOf(entry);
    known.set(entry, fields);
    return fields;
  };
  // What says enough by itself needs no neighbours, and costs no comparisons.
  matchUnique(matching, before, after, (entry) =>
    saysOf(entry).length < 2 ? null : jsonText([typeOf(entry.state), ...[...saysOf(entry)].sort()]),
  );
  matchAlike(matching, before, after, saysOf);
  return matching;
}

class Matching implements Matches {
  readonly after = new Map<string, StatePath>();
  readonly before = new Map<string, StatePath>();

  add(before: StatePath, after: StatePath): void {
    this.after.set(before, after);
    this.before.set(after, before);
  }
}

/** Matches what has a key that one state alone has on each side. */
function matchUnique(matching: Matching, before: Side, after: Side, keyOf: (entry: StateEntry) => string | null): void {
  const byKey = (entries: readonly StateEntry[]) => {
    const found = new Map<string, StateEntry | null>();
    for (const entry of entries) {
      const key = keyOf(entry);
      if (key !== null) found.set(key, found.has(key) ? null : entry);
    }
    return found;
  };
  const those = byKey(unmatched(after, matching.before));
  for (const [key, entry] of byKey(unmatched(before, matching.after))) {
    const other = those.get(key);
    if (entry && other) matching.add(entry.path, other.path);
  }
}

function unmatched({ states }: Side, matched: ReadonlyMap<string, StatePath>): readonly StateEntry[] {
  return [...states.values()].filter(({ path }) => !matched.has(path));
}

function matchAlike(
  matching: Matching,
  before: Side,
  after: Side,
  saysOf: (entry: StateEntry) => readonly string[],
): void {
  if (before.states.size === matching.after.size || after.states.size === matching.before.size) return;
  const [around, aroundNow] = [neighboursIn(before.definition), neighboursIn(after.definition)];
  let left = mostComparisons;
  for (;;) {
    const [those, these] = [unmatched(before, matching.after), unmatched(after, matching.before)];
    left -= those.length * these.length;
    if (those.length === 0 || these.length === 0 || left < 0) return;
    // A state that has been found is called by its path of now on both sides.
    const known = those.map((entry) => ({
      entry,
      evidence: evidenceOf(entry, saysOf(entry), around.get(entry.path), (state) => matching.after.get(state) ?? null),
    }));
    const known2 = these.map((entry) => ({
      entry,
      evidence: evidenceOf(entry, saysOf(entry), aroundNow.get(entry.path), (state) =>
        matching.before.has(state) ? state : null,
      ),
    }));
    const pairs = bestPairs(known, known2);
    if (pairs.length === 0) return;
    for (const [from, to] of pairs) matching.add(from.path, to.path);
  }
}

interface Known {
  readonly entry: StateEntry;
  readonly evidence: Evidence;
}

/** Pairs of which each is the most alike for the other. Of several that are as alike, the first in the text counts. */
function bestPairs(before: readonly Known[], after: readonly Known[]): readonly (readonly [StateEntry, StateEntry])[] {
  const best = new Map<Known, { readonly other: Known; readonly alike: number }>();
  const offer = (one: Known, other: Known, alike: number) => {
    if (alike > (best.get(one)?.alike ?? 0)) best.set(one, { other, alike });
  };
  for (const one of before) {
    for (const other of after) {
      if (typeOf(one.entry.state) !== typeOf(other.entry.state)) continue;
      const alike = likeness(one.evidence, other.evidence);
      if (alike < alikeEnough) continue;
      offer(one, other, alike);
      offer(other, one, alike);
    }
  }
  return before.flatMap((one) => {
    const other = best.get(one)?.other;
    return other && best.get(other)?.other === one ? [[one.entry, other.entry] as const] : [];
  });
}
