import { variableNameProblem, variableOfKey } from '../../asl/index';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '../../base/index';
import type { Report, Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

export const variableNames: Rule = {
  name: 'VARIABLE_NAME',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source:
    'AWS developer guide, "Passing data between states with variables": names (Unicode identifiers, 80 characters)',
  state({ state }, report) {
    judgeAssign(state, [], report);
    for (const field of ['Choices', 'Catch'] as const) {
      const items = own(state, field);
      if (isArray(items))
        for (const [index, item] of items.entries()) {
          if (!isObject(item)) continue;
          judgeAssign(item, [field, index], report);
          const assign = own(item, 'Assign');
          // Of the state itself it is a field like others.
          if (assign !== undefined && !isObject(assign))
            report([field, index, 'Assign'], 'Assign must be a JSON object: name to value.');
        }
    }
  },
};

function judgeAssign(holder: JsonObject, at: JsonPath, report: Report): void {
  const assign = own(holder, 'Assign');
  if (!isObject(assign)) return;
  for (const key of Object.keys(assign)) {
    const problem = variableNameProblem(variableOfKey(key));
    if (problem !== null) report([...at, 'Assign', key], problem);
  }
}

const assign = (Assign: JsonObject) => oneState({ Type: 'Pass', Assign });
const place = (name: string) => `/States/A/Assign/${name}`;

export const samples: RuleSamples = {
  valid: {
    'names of letters, digits and _': assign({
      total: 1,
      'order_2.$': '$.order',
      名前_1: 'x',
      _a: 1,
      ['a'.repeat(80)]: 1,
    }),
  },
  invalid: {
    'names that are no identifiers': {
      definition: assign({ '1a': 1, 'a-b': 1, 'x.y': 42, $a: 1, '': 1, 'c d.$': '$.c' }),
      breaches: [place('1a'), place('a-b'), place('x.y'), place('$a'), place(''), place('c d.$')],
    },
    'the reserved name': { definition: assign({ states: 1 }), breaches: [place('states')] },
    'a name that is too long': { definition: assign({ ['a'.repeat(81)]: 1 }), breaches: [place('a'.repeat(81))] },
    'no names at all': {
      definition: machineOf({
        A: {
          Type: 'Choice',
          Choices: [{ Variable: '$.a', IsNull: true, Assign: 'x', Next: 'B' }],
          Default: 'B',
        },
        B: { Type: 'Succeed' },
      }),
      breaches: ['/States/A/Choices/0/Assign'],
    },
    'in rules and catchers': {
      definition: machineOf({
        A: {
          Type: 'Choice',
          Choices: [{ Variable: '$.a', IsNull: true, Assign: { 'a-b': 1 }, Next: 'B' }],
          Default: 'B',
        },
        B: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Call',
          Catch: [{ ErrorEquals: ['States.ALL'], Assign: { states: 1 }, Next: 'A' }],
          End: true,
        },
      }),
      breaches: ['/States/A/Choices/0/Assign/a-b', '/States/B/Catch/0/Assign/states'],
    },
  },
};
