import { type JsonObject, type JsonValue, isArray, isObject, jsonEqual, own, seededRandom } from '../../base/index';
import { compile } from '../../simulator/compile';
import { runMachine } from '../../simulator/testing/runMachine';
import { validateDefinition } from '../../validation/index';
import type { StatePath } from '../../workflow/index';
import { convertState } from '../convert';
import type { Difference } from '../differences';
import { randomJsonataState } from './jsonataStates';
import { randomJsonPathState } from './jsonPathStates';
import { randomInput, type Chance } from './randomValues';

/** How a pair of forms of one state compared on one input. */
export type Verdict = 'same' | 'refused' | 'told' | 'silent';

export interface Pair {
  readonly verdict: Verdict;
  /** The state, its converted form, the input and both ends: for a report. */
  readonly shown: () => string;
}

/** What one form did. */
interface Run {
  /** The state that came next; the state itself where it failed. */
  readonly next: string;
  readonly output: JsonValue;
  readonly error: string | null;
  /** The state itself failed on its data, not its work, whether or not a handler took that. */
  readonly dataFailed: boolean;
}

const at = '/States/S' as StatePath;

/** One pair by its number: a random state and input; even numbers convert to JSONata, odd ones back. */
export async function conversionPair(number: number): Promise<Pair> {
  const chance: Chance = seededRandom(number * 7919 + 13);
  const toJsonata = number % 2 === 0;
  const input = randomInput(chance);
  const variables = { v: randomInput(chance), w: 1 };
  const result = randomInput(chance);
  const fails = chance() < 0.15;
  const state = toJsonata ? randomJsonPathState(chance, input) : randomJsonataState(chance, input);
  const from = toJsonata ? 'JSONPath' : 'JSONata';
  const definition = machineOf(from === 'JSONata' ? { ...state, QueryLanguage: from } : state, variables);
  const { definition: converted, why, differences } = convertState(definition, at, toJsonata ? 'JSONata' : 'JSONPath');
  if (why !== null) return { verdict: 'refused', shown: () => JSON.stringify({ number, state, why }) };
  const before = await runOf(definition, input, result, fails);
  if (before === uncompiled) return { verdict: 'refused', shown: () => JSON.stringify({ number, state }) };
  const refusedByAws = isRefused(converted) && !isRefused(definition);
  const after = await runOf(converted, input, result, fails);
  const shown = () =>
    JSON.stringify(
      { number, state, converted: stateOf(converted), input, variables, result, fails, before, after, differences },
      null,
      1,
    );
  return { verdict: refusedByAws ? 'silent' : compare(before, after, differences), shown };
}

function machineOf(state: JsonObject, variables: JsonObject): JsonObject {
  const seen = (name: string): JsonObject => ({
    Type: 'Pass',
    Parameters: { next: name, 'output.$': '$', 'v.$': '$v', 'w.$': '$w' },
    End: true,
  });
  return {
    StartAt: 'Variables',
    States: {
      Variables: { Type: 'Pass', Assign: variables, Next: 'S' },
      S: state,
      Y: seen('Y'),
      N: seen('N'),
      Caught: seen('Caught'),
      Named: seen('Named'),
    },
  };
}

/** Whether validation finds what AWS would refuse in the state itself. */
function isRefused(definition: JsonObject): boolean {
  return validateDefinition(definition).some(({ severity, state }) => severity === 'error' && state === at);
}

const stateOf = (definition: JsonObject): JsonValue => own(own(definition, 'States') as JsonObject, 'S') ?? null;

/** A state that does not compile cannot be what a conversion gives; as what it is given it is no pair. */
const uncompiled: Run = { next: 'S', output: null, error: 'uncompiled', dataFailed: false };

async function runOf(definition: JsonObject, input: JsonValue, result: JsonValue, fails: boolean): Promise<Run> {
  if (!compile(JSON.stringify(definition)).ok) return uncompiled;
  const { status, output, error, events } = await runMachine(definition, {
    input,
    worker: ({ parameters }) => ({
      outcome: fails
        ? { kind: 'failure', error: 'Boom', cause: 'why' }
        : { kind: 'success', output: { sent: parameters, got: result } },
    }),
  });
  const workFailed = events.some(({ type }) => type === 'LambdaFunctionFailed');
  if (status !== 'SUCCEEDED') {
    return { next: 'S', output: null, error: error ?? null, dataFailed: dataErrors.has(error ?? '') };
  }
  const end = output ?? null;
  const next = isObject(end) ? own(end, 'next') : undefined;
  const caught = next === 'Caught' || next === 'Named';
  return { next: typeof next === 'string' ? next : 'end', output: end, error: null, dataFailed: caught && !workFailed };
}

/** The errors of paths, functions and expressions; another error is the same in both languages, or a silent difference. */
const dataErrors = new Set([
  'States.Runtime',
  'States.IntrinsicFailure',
  'States.ParameterPathFailure',
  'States.ResultPathMatchFailure',
  'States.QueryEvaluationError',
]);

function compare(before: Run, after: Run, differences: readonly Difference[]): Verdict {
  if (before.error === after.error && before.next === after.next && jsonEqual(before.output, after.output))
    return 'same';
  const told = (...kinds: readonly string[]) => differences.some(({ kind }) => kinds.includes(kind));
  if (before.dataFailed) return told('failure') ? 'told' : 'silent';
  if (after.dataFailed) return told('fails') ? 'told' : 'silent';
  if (before.error !== after.error) return 'silent';
  if (before.next === 'Y' && after.next === 'N' && told('list')) return 'told';
  if (before.next !== after.next) return told('time') ? 'told' : 'silent';
  if (told('text', 'chance') && jsonEqual(masked(before.output, 'string'), masked(after.output, 'string')))
    return 'told';
  if (told('chance', 'count') && jsonEqual(masked(before.output, 'number'), masked(after.output, 'number')))
    return 'told';
  return 'silent';
}

/** A value with all texts, or all numbers, as one: differences in kind and shape alone are left. */
function masked(value: JsonValue, type: 'string' | 'number'): JsonValue {
  if (typeof value === type) return '•';
  if (isArray(value)) return value.map((item) => masked(item, type));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === 'next' ? each : masked(each, type)]),
  );
}
