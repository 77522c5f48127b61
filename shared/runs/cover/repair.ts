import { type JsonObject, type JsonValue, entryOf, isArray } from '../../base/index';
import { allStates, isInside, typeOf } from '../../workflow/index';
import type { Attempt } from './attempt';
import { markOf, placeOfMark, type Place } from './marks';
import { isItems, itemWays, mentionsOf, sampleFor, type Mention } from './mentions';
import { withPlaced, type Plan } from './plan';
import { sourcesOf, valueAt } from './values';

/** Errors that a state fails with because of the data it meets. */
const ofData =
  /^States\.(?:Runtime|QueryEvaluationError|ParameterPathFailure|ResultPathMatchFailure|IntrinsicFailure|ItemReaderFailed|DataLimitExceeded)$/;

export function failsByData({ failure, endless }: Attempt): boolean {
  return failure !== null && !endless && ofData.test(failure.error);
}

interface Need {
  readonly mention: Mention;
  readonly value: JsonValue | undefined;
  readonly sources: readonly Place[];
}

/** Plans that may bring a run further through a state, and through those inside it, the likeliest first. */
export function repairs(definition: JsonObject, made: Attempt, name: string): readonly Plan[] {
  const states = allStates(definition);
  const holder = states.find((each) => each.name === name);
  if (holder === undefined) return [];
  const around = states.filter((each) => typeOf(each.state) === 'Map' && isInside(holder.path, each.path)).at(-1);
  const inside = states.filter((each) => isInside(each.path, holder.path) && made.met.has(each.name));
  const needs = [holder, ...inside].flatMap(({ name: each, state, path }) => {
    const map = typeOf(state) === 'Map' ? { name: each, state } : path === holder.path ? around : undefined;
    return needsOf(state).map((mention) => needOf(mention, each, made, map));
  });
  const missing = needs.filter(({ value, sources }) => value === undefined && sources.length > 0);
  const plans: Plan[] = [];
  // All that is missing at once, each where it most likely comes from, then from elsewhere.
  for (const nth of [0, 1, 2]) {
    if (nth > 0 && !missing.some(({ sources }) => sources[nth] !== undefined)) continue;
    const placed = missing.reduce((plan, { mention, sources }) => {
      const place = sources[nth] ?? sources[0];
      return place === undefined ? plan : withPlaced(plan, place, sampleOf(mention, place));
    }, made.plan);
    if (missing.length > 0) plans.push(placed);
  }
  for (const { mention, value, sources } of needs) {
    const wrong =
      value === undefined ||
      placeOfMark(value) !== undefined ||
      (isItems(mention.key) && !isArray(value)) ||
      (mention.path.length === 0 && ofWhole.test(made.failure?.cause ?? ''));
    for (const place of wrong ? sources.slice(0, 3) : [])
      for (const sample of samplesFor(mention, place)) plans.push(withPlaced(made.plan, place, sample));
  }
  return plans;
}

/** A function was given the whole input. */
const ofWhole = /\(\$[,)]/;

/** What a state reads; a Map without a path to its items reads its whole input. */
function needsOf(state: JsonObject): readonly Mention[] {
  const named = ['ItemsPath', 'Items', 'ItemReader'].some((field) => field in state);
  if (typeOf(state) !== 'Map' || named) return mentionsOf(state);
  return [...mentionsOf(state), ...itemWays(state).map((path) => ({ root: 'input', path, key: 'Items' }) as const)];
}

const known = (mention: Mention): Need => ({ mention, value: null, sources: [] });

function needOf(
  mention: Mention,
  name: string,
  { plan, met }: Attempt,
  map: { readonly name: string; readonly state: JsonObject } | undefined,
): Need {
  const { root, path } = mention;
  const last = met.get(name)?.at(-1);
  if (root === 'error' || last === undefined) return known(mention);
  if (root === 'execution') return { mention, value: valueAt(plan.input, path), sources: [{ task: null, path }] };
  if (root === 'item') {
    const input = map === undefined ? undefined : met.get(map.name)?.at(-1)?.input;
    const [way] = map === undefined ? [] : itemWays(map.state);
    if (input === undefined || way === undefined) return known(mention);
    const whole = [...way, 0, ...path];
    return { mention, value: valueAt(input, whole), sources: sourcesOf(input, whole) };
  }
  if (root === 'result') {
    const [answer] = entryOf(plan.answers, name) ?? [];
    if (answer === undefined) return known(mention);
    return { mention, value: valueAt(answer, path), sources: [{ task: name, path }] };
  }
  const data = root === 'input' ? last.input : last.variables[root.variable];
  return data === undefined ? known(mention) : { mention, value: valueAt(data, path), sources: sourcesOf(data, path) };
}

function sampleOf({ key }: Mention, place: Place): JsonValue {
  return isItems(key) ? itemsAt(place) : (sampleFor(key) ?? markOf(place));
}

const below = (place: Place, ...steps: readonly (string | number)[]): Place => ({
  ...place,
  path: [...place.path, ...steps],
});

function itemsAt(place: Place): JsonValue {
  return [{ sample: markOf(below(place, 0, 'sample')) }];
}

function samplesFor(mention: Mention, place: Place): readonly JsonValue[] {
  const all = [
    1,
    itemsAt(place),
    [markOf(below(place, 0))],
    { sample: markOf(below(place, 'sample')) },
    true,
    '1',
    '{}',
    'a::b::c',
    '2026-01-02T00:00:00Z',
    [1],
    '[{}]',
  ];
  const likely = sampleFor(mention.key);
  return likely === undefined ? all : [likely, ...all];
}
