import { isArray, isObject, own, type JsonObject, type JsonPath, type JsonValue } from '../../base/json';
import { isExpression } from '../../states/fieldCheck';
import { toJsonPath } from '../../workflow/paths';
import { queryLanguageOf } from '../../workflow/scopes';
import type { Rule } from '../contract';

const retrierFields: ReadonlySet<string> = new Set([
  'ErrorEquals',
  'IntervalSeconds',
  'MaxAttempts',
  'BackoffRate',
  'MaxDelaySeconds',
  'JitterStrategy',
  'Comment',
]);
const catcherFields: ReadonlySet<string> = new Set([
  'ErrorEquals',
  'Next',
  'ResultPath',
  'Assign',
  'Output',
  'Comment',
]);

/** What is wrong with one field of a retrier; null when nothing is. The inspector shows the same sentence. */
export function checkRetrierField(name: string, value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  const whole = (min: number, max: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? null
      : `${name} must be a whole number from ${min} to ${max}.`;
  switch (name) {
    case 'IntervalSeconds':
      return whole(1, 99_999_999);
    case 'MaxAttempts':
      return whole(0, 99_999_998);
    case 'MaxDelaySeconds':
      return whole(1, 31_622_399);
    case 'BackoffRate':
      return typeof value === 'number' && value >= 1 ? null : 'BackoffRate must be a number of at least 1.';
    case 'JitterStrategy':
      return value === 'FULL' || value === 'NONE' ? null : 'JitterStrategy must be FULL or NONE.';
    default:
      return null;
  }
}

export const errorHandling: Rule = {
  code: 'RETRY_OR_CATCH',
  severity: 'error',
  source: 'ASL specification, "Retrying after error" and "Fallback states"',
  check(definition, tell, states) {
    for (const { path, state } of states) {
      const at = toJsonPath(path);
      const language = queryLanguageOf(definition, path);
      for (const field of ['Retry', 'Catch'] as const) {
        const list = own(state, field);
        if (list === undefined) continue;
        if (!isArray(list)) {
          tell([...at, field], `${field} must be a list.`);
          continue;
        }
        list.forEach((item, index) => {
          const place = [...at, field, index];
          if (!isObject(item)) tell(place, `Each item of ${field} must be an object.`);
          else {
            checkErrors(item, place, index === list.length - 1, tell);
            if (field === 'Retry') checkRetrier(item, place, tell);
            else checkCatcher(item, place, language, tell);
          }
        });
      }
    }
  },
};

type Tell = (at: JsonPath, message: string) => void;

function checkErrors(item: JsonObject, at: JsonPath, last: boolean, tell: Tell): void {
  const errors = own(item, 'ErrorEquals');
  if (!isArray(errors) || errors.length === 0 || !errors.every((name) => typeof name === 'string')) {
    tell([...at, 'ErrorEquals'], 'ErrorEquals must list at least one error name.');
    return;
  }
  if (!errors.includes('States.ALL')) return;
  if (errors.length > 1) tell([...at, 'ErrorEquals'], 'States.ALL must stand alone.');
  if (!last) tell([...at, 'ErrorEquals'], 'States.ALL matches everything, so it must come last.');
}

function checkRetrier(retrier: JsonObject, at: JsonPath, tell: Tell): void {
  for (const [name, value] of Object.entries(retrier)) {
    if (!retrierFields.has(name)) tell([...at, name], `A retrier has no field "${name}".`);
    const problem = checkRetrierField(name, value);
    if (problem !== null) tell([...at, name], problem);
  }
}

function checkCatcher(catcher: JsonObject, at: JsonPath, language: string, tell: Tell): void {
  for (const name of Object.keys(catcher)) {
    if (!catcherFields.has(name)) tell([...at, name], `A catcher has no field "${name}".`);
    if (language === 'JSONata' && name === 'ResultPath')
      tell([...at, name], 'ResultPath belongs to JSONPath; use Output.');
    if (language === 'JSONPath' && name === 'Output') tell([...at, name], 'Output belongs to JSONata; use ResultPath.');
  }
  if (own(catcher, 'Next') === undefined) tell(at, 'The catcher leads nowhere. Give it a Next.');
  const output = own(catcher, 'Output');
  if (typeof output === 'string' && output.startsWith('{%') && !isExpression(output)) {
    tell([...at, 'Output'], 'The expression must end with %}.');
  }
}
