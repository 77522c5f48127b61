import { type JsonObject, type JsonValue, type Random, isArray, isObject, own } from '../../base/index';
import { type Program, compile } from '../../simulator/index';
import { attempt, type Met } from './attempt';
import type { Goal } from './goals';
import type { Steps } from './marks';
import { mentionsOf, type Mention } from './mentions';
import { valueAt, withValueAt } from './values';

/** One change of what a Choice meets; a value of undefined takes the field away. */
export interface Change {
  readonly variable: string | null;
  readonly path: Steps;
  readonly value: JsonValue | undefined;
}

/** A Choice alone, each of its transitions leading to an end. */
export interface ChoiceAlone {
  readonly program: Program;
  readonly name: string;
  readonly state: JsonObject;
  readonly reads: readonly Mention[];
  /** Values that its conditions tell apart, the most telling first. */
  readonly values: readonly JsonValue[];
}

export function choiceAlone(name: string, state: JsonObject, language: string): ChoiceAlone | undefined {
  const rules = own(state, 'Choices');
  const targets = [
    own(state, 'Default'),
    ...(isArray(rules) ? rules.filter(isObject).map((rule) => own(rule, 'Next')) : []),
  ];
  const ends = targets
    .filter((target) => typeof target === 'string')
    .map((target) => [target, { Type: 'Succeed' }] as const);
  const plain = { ...state, QueryLanguage: language };
  const program = compile({
    QueryLanguage: language,
    StartAt: name,
    States: { ...Object.fromEntries(ends), [name]: plain },
  });
  if (!program.ok) return undefined;
  const reads = new Map(mentionsOf(state).map((each) => [JSON.stringify([each.root, each.path]), each]));
  return { program: program.value, name, state, reads: [...reads.values()], values: valuesIn(state) };
}

const others: readonly JsonValue[] = [true, false, 1, 0, -1, 1_000_000, null, [], [1], [1, 2, 3], ''];
const notCompared = new Set(['Next', 'Default', 'Comment', 'Variable', 'Type']);

/** The values that conditions compare with, and those just below and above them. */
function valuesIn(state: JsonObject): readonly JsonValue[] {
  const found: JsonValue[] = [];
  const add = (value: JsonValue): void => {
    if (typeof value === 'number') found.push(value, value - 1, value + 1);
    else if (typeof value === 'string') found.push(...textsLike(value));
    else if (typeof value === 'boolean' || value === null) found.push(value);
  };
  const walk = (value: JsonValue, key: string): void => {
    if (notCompared.has(key)) return;
    if (isArray(value)) value.forEach((item) => walk(item, key));
    else if (isObject(value)) for (const [name, member] of Object.entries(value)) walk(member, name);
    else if (typeof value === 'string' && value.startsWith('{%')) literalsIn(value).forEach(add);
    else add(value);
  };
  walk(state, '');
  const distinct = new Map(['other', {}, ...found, ...others].map((value) => [JSON.stringify(value), value]));
  return [...distinct.values()];
}

/** A pattern's stars stand for anything; a time has one before and one after it. */
function textsLike(text: string): readonly JsonValue[] {
  const time = /^\d{4}-\d\d-\d\dT/.test(text) ? ['1970-01-01T00:00:00Z', '2999-01-01T00:00:00Z'] : [];
  const filled = text.includes('*') ? [text.replace(/\\?\*/g, (star) => (star.length > 1 ? '*' : 'x'))] : [];
  return text.startsWith('$') ? [] : [...filled, text, ...time, `${text}~`, [text], text.toLowerCase()];
}

function literalsIn(expression: string): readonly JsonValue[] {
  const texts = [...expression.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  const numbers = [...expression.matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)].map((match) => Number(match[0]));
  return [...numbers, ...texts, true, false];
}

/** How many ways a search tries at most. */
const most = 700;

/**
 * Changes of what a Choice met that make it take a transition, the smallest first; none where the search finds none. The
 * Choice itself judges each try, so that every operator and every expression counts as the engine counts it.
 */
export async function changesFor(
  alone: ChoiceAlone,
  goal: Goal,
  met: Met,
  random: Random,
  wanted = 4,
): Promise<readonly (readonly Change[])[]> {
  const slots = alone.reads.flatMap(({ root, path }): Omit<Change, 'value'>[] => {
    if (root === 'input' || root === 'result') return [{ variable: null, path }];
    return typeof root === 'object' ? [{ variable: root.variable, path }] : [];
  });
  const found: (readonly Change[])[] = [];
  let tries = 0;
  const holds = async (changes: readonly Change[]): Promise<boolean> => {
    tries++;
    return (await slotTaken(alone, applied(met, changes))).has(goal.key);
  };
  if (await holds([])) return [[]];
  const present = slots.filter(({ variable, path }) => valueAt(rootOf(met, variable), path) === undefined);
  // What is not there fails a JSONPath rule before it can be compared.
  const ground = present.map((slot): Change => ({ ...slot, value: 'other' }));
  for (const base of ground.length > 0 ? [[], ground] : [[]])
    for (const slot of slots)
      for (const value of [...alone.values, undefined]) {
        const changes = [...base.filter((each) => !same(each, slot)), { ...slot, value }];
        if (found.length < wanted && tries < most && (await holds(changes))) found.push(changes);
      }
  while (found.length < wanted && slots.length > 1 && tries < most * 2) {
    const changes = slots.map((slot): Change => ({
      ...slot,
      value: alone.values[Math.floor(random() * alone.values.length)],
    }));
    if (await holds(changes)) found.push(await smaller(changes, holds));
    else if (tries > most && found.length > 0) break;
  }
  return found;
}

/** Leaves out what is not needed. */
async function smaller(
  changes: readonly Change[],
  holds: (changes: readonly Change[]) => Promise<boolean>,
): Promise<readonly Change[]> {
  let kept = changes;
  for (const change of changes) {
    const without = kept.filter((each) => each !== change);
    if (await holds(without)) kept = without;
  }
  return kept;
}

function same(one: Omit<Change, 'value'>, other: Omit<Change, 'value'>): boolean {
  return one.variable === other.variable && JSON.stringify(one.path) === JSON.stringify(other.path);
}

function rootOf(met: Met, variable: string | null): JsonValue | undefined {
  return variable === null ? met.input : met.variables[variable];
}

function applied(met: Met, changes: readonly Change[]): Met {
  let { input } = met;
  const variables = { ...met.variables };
  for (const { variable, path, value } of changes) {
    if (variable === null) input = withValueAt(input, path, value);
    else variables[variable] = withValueAt(variables[variable], path, value);
  }
  return { input, variables };
}

async function slotTaken({ program }: ChoiceAlone, { input, variables }: Met): Promise<ReadonlySet<string>> {
  const plan = { input, answers: {}, chosen: new Set<string>(), failures: {} };
  return (await attempt(program, plan, 'STANDARD', variables)).taken;
}
