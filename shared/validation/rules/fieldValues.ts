import { isPlaceholder, isQueryLanguage, scopeFields } from '../../asl/index';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '../../base/index';
import { checkField, fieldsOf, maxSeconds } from '../../states/index';
import type { Report, Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

export const fieldValues: Rule = {
  name: 'FIELD_VALUE',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'ASL specification, the tables of fields of each state type',
  machine({ definition }, report) {
    judgeText(definition, 'Comment', [], report);
    judgeText(definition, 'Version', [], report);
    const language = own(definition, 'QueryLanguage');
    if (language !== undefined && !isQueryLanguage(language))
      report(['QueryLanguage'], 'QueryLanguage must be JSONPath or JSONata.');
    const seconds = own(definition, 'TimeoutSeconds');
    if (seconds === undefined || isPlaceholder(seconds)) return;
    if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 1 || seconds > maxSeconds)
      report(['TimeoutSeconds'], `TimeoutSeconds must be a whole number from 1 to ${maxSeconds}.`);
  },
  state({ state, type, language, machineLanguage }, report) {
    if (type === null) return;
    judgeComments(state, report);
    const ownLanguage = own(state, 'QueryLanguage');
    if (ownLanguage !== undefined && !isQueryLanguage(ownLanguage))
      report(['QueryLanguage'], 'QueryLanguage must be JSONPath or JSONata.');
    else if (ownLanguage === 'JSONPath' && machineLanguage === 'JSONata')
      report(['QueryLanguage'], 'A state of a JSONata machine cannot go back to JSONPath.');
    const fields = fieldsOf(type);
    for (const name of Object.keys(state)) {
      const field = fields.get(name);
      if (!field) continue;
      const problem = checkField(field, state[name], language);
      if (problem !== null) report([name], problem);
      // Of two fields that exclude each other the one later in the alphabet is marked, once.
      const other = field.excludes?.find((excluded) => excluded > name && Object.hasOwn(state, excluded));
      if (other !== undefined) report([other], `Only one of ${name} and ${other} can be set.`);
    }
  },
};

/** Comments of the state, of what it lists and of the scopes inside it. */
function judgeComments(state: JsonObject, report: Report): void {
  judgeText(state, 'Comment', [], report);
  for (const field of commented) {
    const value = own(state, field);
    if (isObject(value)) judgeText(value, 'Comment', [field], report);
    else if (isArray(value))
      for (const [index, item] of value.entries())
        if (isObject(item)) judgeText(item, 'Comment', [field, index], report);
  }
}

const commented = ['Choices', 'Retry', 'Catch', ...scopeFields.map(({ field }) => field)];

function judgeText(object: JsonObject, name: string, at: JsonPath, report: Report): void {
  const value = own(object, name);
  if (value !== undefined && typeof value !== 'string' && !isPlaceholder(value))
    report([...at, name], `${name} must be text.`);
}

const lambda = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Call' };

export const samples: RuleSamples = {
  valid: {
    'values of the right kinds': oneState(
      { ...lambda, TimeoutSeconds: 30, InputPath: '$.order', ResultPath: null, OutputPath: '$' },
      { TimeoutSeconds: 3600 },
    ),
    'values that deployment fills in': machineOf({
      A: { ...lambda, TimeoutSeconds: '${patience}', Next: 'B' },
      B: { Type: 'Wait', Timestamp: '${moment}', Next: 'C' },
      C: { ...lambda, TimeoutSeconds: { Ref: 'Patience' }, Next: 'D' },
      D: { Type: 'Wait', Timestamp: '2028-02-29T23:59:59.5+02:00', End: true },
    }),
    'an expression in place of a number': oneState(
      { ...lambda, TimeoutSeconds: '{% $states.input.patience %}' },
      { QueryLanguage: 'JSONata' },
    ),
    'a JSONata state of a JSONPath machine': oneState({ Type: 'Pass', QueryLanguage: 'JSONata', Output: 1 }),
  },
  invalid: {
    'a number below the least': {
      definition: oneState({ ...lambda, TimeoutSeconds: 0 }),
      breaches: ['/States/A/TimeoutSeconds'],
    },
    'a path that is no path': {
      definition: oneState({ Type: 'Pass', InputPath: 'order' }),
      breaches: ['/States/A/InputPath'],
    },
    'a path to several places where one is wanted': {
      definition: oneState({ Type: 'Pass', ResultPath: '$.orders[*]' }),
      breaches: ['/States/A/ResultPath'],
    },
    'paths that cannot be read, or lead where the field may not': {
      definition: machineOf({
        A: { Type: 'Pass', InputPath: '$.a[', Next: 'B' },
        B: { Type: 'Pass', InputPath: "States.Format('a')", Next: 'C' },
        C: { Type: 'Pass', ResultPath: '$$.a', Next: 'D' },
        D: { Type: 'Pass', ResultPath: '$v.a', Next: 'E' },
        E: { Type: 'Wait', SecondsPath: '$.list[*]', Next: 'F' },
        F: { Type: 'Fail', ErrorPath: 'States.Nothing()' },
      }),
      breaches: [
        '/States/A/InputPath',
        '/States/B/InputPath',
        '/States/C/ResultPath',
        '/States/D/ResultPath',
        '/States/E/SecondsPath',
        '/States/F/ErrorPath',
      ],
    },
    'functions that give no text where text is wanted': {
      definition: machineOf({ A: { Type: 'Fail', ErrorPath: 'States.Array(1)', CausePath: 'States.MathAdd(1, 2)' } }),
      breaches: ['/States/A/ErrorPath', '/States/A/CausePath'],
    },
    'comments and versions that are no texts': {
      definition: machineOf(
        {
          A: { ...lambda, Comment: ['a'], Retry: [{ ErrorEquals: ['States.ALL'], Comment: 1 }], Next: 'P' },
          P: {
            Type: 'Parallel',
            Branches: [{ Comment: null, ...machineOf({ B: { Type: 'Succeed' } }) }],
            End: true,
          },
        },
        { Comment: 5, Version: 1 },
      ),
      breaches: [
        '/Comment',
        '/Version',
        '/States/A/Comment',
        '/States/A/Retry/0/Comment',
        '/States/P/Branches/0/Comment',
      ],
    },
    'an expression where an object must stand': {
      definition: oneState({ Type: 'Pass', Assign: '{% {} %}' }, { QueryLanguage: 'JSONata' }),
      breaches: ['/States/A/Assign'],
    },
    'a day that there is not': {
      definition: oneState({ Type: 'Wait', Timestamp: '2026-02-30T00:00:00Z' }),
      breaches: ['/States/A/Timestamp'],
    },
    'a moment without a zone': {
      definition: oneState({ Type: 'Wait', Timestamp: '2026-01-31T09:00:00' }),
      breaches: ['/States/A/Timestamp'],
    },
    'fields of the other query language': {
      definition: machineOf({
        A: { Type: 'Pass', Output: 1, Next: 'B' },
        B: { Type: 'Pass', QueryLanguage: 'JSONata', ResultPath: '$.b', End: true },
      }),
      breaches: ['/States/A/Output', '/States/B/ResultPath'],
    },
    'fields that exclude each other': {
      definition: oneState({ ...lambda, TimeoutSeconds: 30, TimeoutSecondsPath: '$.patience' }),
      breaches: ['/States/A/TimeoutSecondsPath'],
    },
    'a state that goes back to JSONPath': {
      definition: oneState({ Type: 'Pass', QueryLanguage: 'JSONPath' }, { QueryLanguage: 'JSONata' }),
      breaches: ['/States/A/QueryLanguage'],
    },
    'query languages that there are not': {
      definition: oneState({ Type: 'Pass', QueryLanguage: 'JMESPath' }, { QueryLanguage: 'jsonata' }),
      breaches: ['/QueryLanguage', '/States/A/QueryLanguage'],
    },
    'a timeout of the machine that is no whole number': {
      definition: oneState({ Type: 'Pass' }, { TimeoutSeconds: 1.5 }),
      breaches: ['/TimeoutSeconds'],
    },
  },
};
