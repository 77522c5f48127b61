import { type JsonValue, isObject } from '../../base/index';
import { thenAs, withPlaced, type Plan } from './plan';
import type { Attempt, Met } from './attempt';
import { changesFor, type Change, type ChoiceAlone } from './choiceSearch';
import type { Goal } from './goals';
import { leavesOf, marked, markOf, placesIn, type Place } from './marks';
import { repairs } from './repair';
import { mostRepairsOfState, type Search } from './search';
import { sourcesOf } from './values';

/** A run that takes a transition, made out of one that came to its state; undefined, with the reason noted, where none is found. */
export async function reachTransition(search: Search, goal: Goal, base: Attempt): Promise<Attempt | undefined> {
  if (base.taken.has(goal.key)) return leaving(search, base, base, goal);
  const alone = search.choiceOf(goal);
  if (alone === undefined) return passes(search, goal, base);
  let known = false;
  for (const met of (base.met.get(goal.from) ?? []).slice(0, 2)) {
    for (const changes of await changesFor(alone, goal, met, search.random)) {
      known = true;
      for (const nth of [0, 1, 2]) {
        const plan = placedPlan(base.plan, met, changes, nth);
        const made = plan === undefined ? undefined : await search.run(plan);
        if (made?.taken.has(goal.key) === true) return leaving(search, made, base, goal);
      }
    }
    const found = known ? await blind(search, goal, base, met, alone) : undefined;
    if (found !== undefined) return found;
  }
  search.whys.set(
    goal.key,
    known
      ? 'What the rule reads is made by the workflow itself: no input and no answer of a task was found that changes it so.'
      : 'No data was found for which this rule is the first that holds.',
  );
  return undefined;
}

/** A state that was entered and not left: what it and the states inside it read is mended. */
async function passes(search: Search, goal: Goal, base: Attempt): Promise<Attempt | undefined> {
  let best = base;
  for (let i = 0; i < 12; i++) {
    let better: Attempt | undefined;
    for (const plan of repairs(search.definition, best, goal.from).slice(0, mostRepairsOfState)) {
      if (search.isUsedUp) return undefined;
      const made = await search.run(plan);
      if (made.taken.has(goal.key)) return made;
      if (better === undefined && made.taken.size + made.met.size > best.taken.size + best.met.size) better = made;
    }
    if (better === undefined) return undefined;
    best = better;
  }
  return undefined;
}

const mostBlindTries = 400;

/** Where what a Choice reads was made out of other data: values that it tells apart at every place that may feed it. */
async function blind(
  search: Search,
  goal: Goal,
  base: Attempt,
  met: Met,
  alone: ChoiceAlone,
): Promise<Attempt | undefined> {
  const feeding = [...placesIn(met.input, 12), ...Object.values(met.variables).flatMap((value) => placesIn(value, 6))];
  const given = [
    ...leavesOf(base.plan.input, { task: null, path: [] }),
    ...Object.entries(base.plan.answers).flatMap(([task, [answer]]) => leavesOf(answer ?? null, { task, path: [] })),
  ];
  // Numbers as texts too: a function of the workflow may read them out of a text.
  const values = alone.values
    .slice(0, 14)
    .flatMap((value): JsonValue[] => (typeof value === 'number' ? [value, String(value)] : [value]));
  let tries = 0;
  for (const place of [...feeding, ...given])
    for (const value of values)
      for (const at of aboveOf(place)) {
        if (++tries > mostBlindTries || search.isUsedUp) return undefined;
        const made = await search.once(withPlaced(base.plan, at, value));
        if (made.taken.has(goal.key)) return leaving(search, made, base, goal);
      }
  return undefined;
}

/** A run that goes round without end is given another answer after the first round. */
async function leaving(search: Search, made: Attempt, base: Attempt, goal: Goal): Promise<Attempt> {
  if (!made.endless) return made;
  for (const other of [base, ...search.basesOf(goal.from)]) {
    const left = await search.once(thenAs(made.plan, other.plan));
    if (left.taken.has(goal.key) && !left.endless) return left;
  }
  return made;
}

/** The plan with the changes where what they change comes from; undefined where one comes from nowhere. */
function placedPlan(plan: Plan, met: Met, changes: readonly Change[], nth: number): Plan | undefined {
  let next = plan;
  for (const { variable, path, value } of changes) {
    const data = variable === null ? met.input : (met.variables[variable] ?? null);
    const sources = sourcesOf(data, path);
    const place = sources[nth] ?? (changes.length > 1 ? sources[0] : undefined);
    if (place === undefined) return undefined;
    next = withPlaced(next, place, traced(value, place));
  }
  return next;
}

/** A value that may be any other is one that says where it comes from. */
function traced(value: JsonValue | undefined, place: Place): JsonValue | undefined {
  if (value === 'other') return markOf(place);
  const isAny = (isObject(value) && Object.keys(value).length === 0) || JSON.stringify(value) === '[1]';
  return isAny ? marked(isObject(value) ? {} : [{}], place) : value;
}

/** A place, and the list or object that it stands in. */
function aboveOf(place: Place): readonly Place[] {
  const above = place.path.slice(0, -1);
  return above.length === 0 ? [place] : [place, { ...place, path: above }];
}
