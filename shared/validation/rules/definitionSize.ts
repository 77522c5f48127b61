import { type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** The longest definition that AWS takes, in characters. Source: API reference, CreateStateMachine: definition. */
const most = 1_048_576;

/** Characters of states as compact JSON, by the object that they are. */
const lengths = new WeakMap<JsonObject, number>();

export const definitionSize: Rule = {
  name: 'DEFINITION_TOO_LARGE',
  code: 'DEFINITION_TOO_LARGE',
  severity: 'error',
  source: 'AWS API reference, CreateStateMachine: at most 1,048,576 characters',
  machine({ definition }, report) {
    const states = own(definition, 'States');
    let total = 0;
    for (const [name, state] of isObject(states) ? Object.entries(states) : []) {
      if (!isObject(state)) continue;
      let length = lengths.get(state);
      if (length === undefined) lengths.set(state, (length = lengthOf(state)));
      total += name.length + 4 + length;
    }
    if (total > most)
      report(
        [],
        `The definition has more than ${most.toLocaleString('en')} characters even without spaces: AWS refuses it.`,
      );
  },
};

/** Characters of the value as compact JSON, without those that escapes add. */
function lengthOf(value: JsonValue): number {
  if (typeof value === 'string') return value.length + 2;
  if (isArray(value)) return value.reduce<number>((sum, item) => sum + 1 + lengthOf(item), 2);
  if (!isObject(value)) return String(value).length;
  let sum = 2;
  for (const key of Object.keys(value)) sum += key.length + 4 + lengthOf(value[key] ?? null);
  return sum;
}

const pass = (length: number) => machineOf({ A: { Type: 'Pass', Result: 'x'.repeat(length), End: true } });

export const samples: RuleSamples = {
  valid: { 'a definition of a megabyte': pass(most - 100) },
  invalid: { 'a definition of more': { definition: pass(most), breaches: [''] } },
};
