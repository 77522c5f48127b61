import { checkTemplate } from '../../expressions/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const payloadTemplates: Rule = {
  name: 'PAYLOAD_TEMPLATE',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'AWS: "The value for the field \'a.$\' must be a valid JSONPath or a valid intrinsic function call"',
  state({ evaluated }, report) {
    for (const { kind, value, at } of evaluated) if (kind === 'template') checkTemplate(value, at, report);
  },
};

const pass = (Parameters: object) => oneState({ Type: 'Pass', Parameters: Parameters as never });

export const samples: RuleSamples = {
  valid: {
    'paths and calls': pass({
      'a.$': '$.a',
      'b.$': '$$.Execution.Id',
      'c.$': "States.Format('{} \\'\\{\\} \\\\', $.a[?(@.b > 3)].c)",
      d: { 'e.$': "States.ArrayGetItem(States.StringSplit($.list, ','), 0)", f: [{ 'g.$': '$..x' }] },
      h: 'States.Runtime is an error',
    }),
    'what deployment fills in': pass({ 'a.$': '$.${Field}', 'b.$': { 'Fn::Sub': '$.x' } }),
    'a Result, which is taken as it stands': oneState({ Type: 'Pass', Result: { a: 1, b: ['c.$'] } }),
    'a template of JSONata, where .$ means nothing': oneState(
      { Type: 'Pass', Output: { 'a.$': 'b' } },
      { QueryLanguage: 'JSONata' },
    ),
  },
  invalid: {
    'values that are neither path nor call': {
      definition: pass({ 'a.$': 'foo', 'b.$': 7, 'c.$': null, 'd.$': { e: 1 }, 'f.$': '$.a[', 'g.$': '$.' }),
      breaches: ['a.$', 'b.$', 'c.$', 'd.$', 'f.$', 'g.$'].map((key) => `/States/A/Parameters/${key}`),
    },
    'a field that is given twice': {
      definition: pass({ a: 1, 'a.$': '$.b' }),
      breaches: ['/States/A/Parameters/a.$'],
    },
    'calls that AWS does not take': {
      definition: pass({
        'unknown.$': 'States.Foo($.a)',
        'case.$': "states.format('x')",
        'unclosed.$': "States.Format('x', $.a",
        'arity.$': 'States.MathAdd(1)',
        'quotes.$': 'States.Format("x {}", $.a)',
        'escape.$': "States.Format('\\a')",
        'deep.$': `${'States.Array('.repeat(11)}1${')'.repeat(11)}`,
      }),
      breaches: ['unknown', 'case', 'unclosed', 'arity', 'quotes', 'escape', 'deep'].map(
        (key) => `/States/A/Parameters/${key}.$`,
      ),
    },
    'in the other fields that are templates': {
      definition: oneState({
        Type: 'Map',
        ItemSelector: { 'x.$': 'Value' },
        ResultSelector: { 'y.$': 'first' },
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
        Catch: [{ ErrorEquals: ['States.ALL'], Assign: { 'z.$': '' }, Next: 'A' }],
      }),
      breaches: ['/States/A/ItemSelector/x.$', '/States/A/ResultSelector/y.$', '/States/A/Catch/0/Assign/z.$'],
    },
  },
};
