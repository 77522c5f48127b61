import { type QueryLanguage, isPlaceholder } from '../../asl/index';
import { type JsonObject, type JsonPath, type JsonValue, isArray, isObject, own } from '../../base/index';
import { checkPath } from '../../expressions/index';
import type { Report, Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

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
  if (value === undefined || isPlaceholder(value)) return null;
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
  name: 'RETRY_OR_CATCH',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, "Retrying after error" and "Fallback states"',
  state({ state, language }, report) {
    for (const field of ['Retry', 'Catch'] as const) {
      const list = own(state, field);
      if (list === undefined) continue;
      if (!isArray(list)) {
        report([field], `${field} must be a list.`);
        continue;
      }
      for (const [index, item] of list.entries()) {
        const at = [field, index];
        if (!isObject(item)) {
          report(at, `Each item of ${field} must be an object.`);
          continue;
        }
        checkErrors(item, at, index === list.length - 1, report);
        if (field === 'Retry') checkRetrier(item, at, report);
        else checkCatcher(item, at, language, report);
      }
    }
  },
};

function checkErrors(item: JsonObject, at: JsonPath, last: boolean, report: Report): void {
  const errors = own(item, 'ErrorEquals');
  if (!isArray(errors) || errors.length === 0 || !errors.every((name) => typeof name === 'string')) {
    report([...at, 'ErrorEquals'], 'ErrorEquals must list at least one error name.');
    return;
  }
  if (!errors.includes('States.ALL')) return;
  if (errors.length > 1) report([...at, 'ErrorEquals'], 'States.ALL must stand alone.');
  if (!last) report([...at, 'ErrorEquals'], 'States.ALL matches everything, so it must come last.');
}

function checkRetrier(retrier: JsonObject, at: JsonPath, report: Report): void {
  for (const [name, value] of Object.entries(retrier)) {
    if (!retrierFields.has(name)) report([...at, name], `A retrier has no field "${name}".`);
    const problem = checkRetrierField(name, value);
    if (problem !== null) report([...at, name], problem);
  }
}

function checkCatcher(catcher: JsonObject, at: JsonPath, language: QueryLanguage, report: Report): void {
  for (const name of Object.keys(catcher)) {
    if (!catcherFields.has(name)) report([...at, name], `A catcher has no field "${name}".`);
    if (language === 'JSONata' && name === 'ResultPath')
      report([...at, name], 'ResultPath belongs to JSONPath; use Output.');
    if (language === 'JSONPath' && name === 'Output')
      report([...at, name], 'Output belongs to JSONata; use ResultPath.');
  }
  if (own(catcher, 'Next') === undefined) report(at, 'The catcher leads nowhere. Give it a Next.');
  const path = own(catcher, 'ResultPath');
  if (language !== 'JSONPath' || path === undefined || path === null || isPlaceholder(path)) return;
  const problem = typeof path === 'string' ? checkPath(path, 'place') : 'must be a path or null.';
  if (problem !== null) report([...at, 'ResultPath'], `ResultPath ${problem}`);
}

const done = { Type: 'Succeed' };
const task = (fields: JsonObject, more: JsonObject = {}): JsonObject =>
  machineOf(
    {
      A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:A', ...fields, Next: 'B' },
      B: done,
    },
    more,
  );
const all = { ErrorEquals: ['States.ALL'] };

export const samples: RuleSamples = {
  valid: {
    'retriers and catchers': task({
      Retry: [
        { ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 0, BackoffRate: 1.5, JitterStrategy: 'FULL' },
        all,
      ],
      Catch: [
        { ErrorEquals: ['Busy'], Next: 'B', ResultPath: '$.error' },
        { ...all, Next: 'B' },
      ],
    }),
    'the Output of a catcher in JSONata': task(
      { Catch: [{ ...all, Next: 'B', Output: '{% $states.errorOutput %}' }] },
      { QueryLanguage: 'JSONata' },
    ),
  },
  invalid: {
    'no lists': { definition: task({ Retry: all, Catch: 1 }), breaches: ['/States/A/Retry', '/States/A/Catch'] },
    'items that are no objects': {
      definition: task({ Retry: [1], Catch: ['States.ALL'] }),
      breaches: ['/States/A/Retry/0', '/States/A/Catch/0'],
    },
    'no error names': {
      definition: task({ Retry: [{}, { ErrorEquals: [] }, { ErrorEquals: [1] }] }),
      breaches: ['/States/A/Retry/0/ErrorEquals', '/States/A/Retry/1/ErrorEquals', '/States/A/Retry/2/ErrorEquals'],
    },
    'States.ALL beside others and before the last': {
      definition: task({ Retry: [{ ErrorEquals: ['Busy', 'States.ALL'] }, { ErrorEquals: ['Busy'] }] }),
      breaches: ['/States/A/Retry/0/ErrorEquals', '/States/A/Retry/0/ErrorEquals'],
    },
    'fields that a retrier does not have, or with values that it does not take': {
      definition: task({
        Retry: [
          {
            ...all,
            Interval: 1,
            IntervalSeconds: 0,
            MaxAttempts: -1,
            BackoffRate: 0.5,
            MaxDelaySeconds: 0,
            JitterStrategy: 'HALF',
          },
        ],
      }),
      breaches: [
        '/States/A/Retry/0/Interval',
        '/States/A/Retry/0/IntervalSeconds',
        '/States/A/Retry/0/MaxAttempts',
        '/States/A/Retry/0/BackoffRate',
        '/States/A/Retry/0/MaxDelaySeconds',
        '/States/A/Retry/0/JitterStrategy',
      ],
    },
    'a catcher that leads nowhere and has a field too many': {
      definition: task({ Catch: [{ ...all, MaxAttempts: 1 }] }),
      breaches: ['/States/A/Catch/0/MaxAttempts', '/States/A/Catch/0'],
    },
    'a catcher of the other query language': {
      definition: task({ Catch: [{ ...all, Next: 'B', Output: {} }] }),
      breaches: ['/States/A/Catch/0/Output'],
    },
    'a catcher of JSONata with ResultPath': {
      definition: task({ Catch: [{ ...all, Next: 'B', ResultPath: '$.error' }] }, { QueryLanguage: 'JSONata' }),
      breaches: ['/States/A/Catch/0/ResultPath'],
    },
    'a catcher that puts the error where it cannot go': {
      definition: task({ Catch: [{ ...all, Next: 'B', ResultPath: '$.e[*]' }] }),
      breaches: ['/States/A/Catch/0/ResultPath'],
    },
  },
};
