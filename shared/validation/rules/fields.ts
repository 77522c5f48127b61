import { own, type JsonObject } from '../../base/json';
import { checkField } from '../../states/fieldCheck';
import { isStateType } from '../../asl/stateFacts';
import { stateTypes, type StateField } from '../../states/index';
import { toJsonPath } from '../../workflow/paths';
import { queryLanguageOf } from '../../workflow/scopes';
import type { Rule } from '../contract';

/** Fields of every state, whatever its type. */
const common: ReadonlySet<string> = new Set(['Type', 'Comment', 'QueryLanguage']);
const machineFields: ReadonlySet<string> = new Set([
  'Comment',
  'StartAt',
  'States',
  'Version',
  'TimeoutSeconds',
  'QueryLanguage',
]);
/** Fields of a machine's text that tools around AWS use and AWS itself passes over. */
const tolerated = /^(x-|\$schema$)/i;

export const stateType: Rule = {
  code: 'UNKNOWN_STATE_TYPE',
  severity: 'error',
  source:
    'AWS: "The field \'Type\' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]"',
  check(_definition, tell, states) {
    for (const { path, state } of states) {
      const type = own(state, 'Type');
      if (isStateType(type)) continue;
      const what = type === undefined ? 'Type is missing.' : `There is no state type ${JSON.stringify(type)}.`;
      tell([...toJsonPath(path), 'Type'], `${what} Use one of ${Object.keys(stateTypes).join(', ')}.`);
    }
  },
};

export const knownFields: Rule = {
  code: 'FIELD_NOT_SUPPORTED',
  severity: 'error',
  source: 'AWS: SCHEMA_VALIDATION_FAILED "Field is not supported"',
  check(definition, tell, states) {
    for (const key of Object.keys(definition)) {
      if (!machineFields.has(key) && !tolerated.test(key)) tell([key], `A state machine has no field "${key}".`);
    }
    for (const { path, state } of states) {
      const type = own(state, 'Type');
      if (!isStateType(type)) continue;
      const known = fieldsOf(type);
      for (const key of Object.keys(state)) {
        if (common.has(key) || known.has(key) || key === 'Next' || key === 'End') continue;
        if (type === 'Choice' && key === 'Default') continue;
        if (type === 'Map' && (key === 'Iterator' || key === 'Parameters')) continue;
        tell([...toJsonPath(path), key], `A ${type} state has no field "${key}".${nearest(key, [...known.keys()])}`);
      }
    }
  },
};

export const fieldValues: Rule = {
  code: 'FIELD_VALUE',
  severity: 'error',
  source: 'ASL specification, the tables of fields of each state type',
  check(definition, tell, states) {
    machineValues(definition, tell);
    for (const { path, state } of states) {
      const type = own(state, 'Type');
      if (!isStateType(type)) continue;
      const language = queryLanguageOf(definition, path);
      const at = toJsonPath(path);
      const ownLanguage = own(state, 'QueryLanguage');
      if (ownLanguage !== undefined && ownLanguage !== 'JSONPath' && ownLanguage !== 'JSONata') {
        tell([...at, 'QueryLanguage'], 'QueryLanguage must be JSONPath or JSONata.');
      } else if (ownLanguage === 'JSONPath' && own(definition, 'QueryLanguage') === 'JSONata') {
        tell([...at, 'QueryLanguage'], 'A state of a JSONata machine cannot go back to JSONPath.');
      }
      for (const field of fieldsOf(type).values()) {
        const value = own(state, field.name);
        if (value === undefined) continue;
        const problem = checkField(field, value, language);
        if (problem !== null) tell([...at, field.name], problem);
        const other = field.excludes?.find((name) => Object.hasOwn(state, name) && name > field.name);
        if (other !== undefined) tell([...at, other], `Only one of ${field.name} and ${other} can be set.`);
      }
    }
  },
};

function machineValues(definition: JsonObject, tell: Parameters<Rule['check']>[1]): void {
  const language = own(definition, 'QueryLanguage');
  if (language !== undefined && language !== 'JSONPath' && language !== 'JSONata') {
    tell(['QueryLanguage'], 'QueryLanguage must be JSONPath or JSONata.');
  }
  const seconds = own(definition, 'TimeoutSeconds');
  if (
    seconds !== undefined &&
    (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 1 || seconds > 99_999_999)
  ) {
    tell(['TimeoutSeconds'], 'TimeoutSeconds must be a whole number from 1 to 99999999.');
  }
}

const tables = new Map<string, ReadonlyMap<string, StateField>>();

function fieldsOf(type: keyof typeof stateTypes): ReadonlyMap<string, StateField> {
  const known = tables.get(type);
  if (known) return known;
  const table = new Map(stateTypes[type].fields.map((field) => [field.name, field]));
  tables.set(type, table);
  return table;
}

/** ` Did you mean "Parameters"?` for a slip of the keyboard; nothing when no name is near. */
function nearest(key: string, names: readonly string[]): string {
  const near = names.find((name) => name.toLowerCase() === key.toLowerCase() || distance(name, key) <= 2);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
