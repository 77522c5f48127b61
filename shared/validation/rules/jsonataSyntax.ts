import { expressionProblem, expressionSource, hasPlaceholder, isExpression } from '../../asl/index';
import type { JsonPath, JsonValue } from '../../base/index';
import { expressionFacts } from '../../expressions/index';
import { visitTexts } from '../../states/index';
import type { Report, Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

export const jsonataSyntax: Rule = {
  name: 'INVALID_JSONATA_EXPRESSION',
  code: 'INVALID_JSONATA_EXPRESSION',
  severity: 'error',
  source: 'AWS: INVALID_JSONATA_EXPRESSION; developer guide, "Transforming data with JSONata": the form {% %}',
  state({ evaluated }, report) {
    for (const field of evaluated)
      if (field.kind === 'jsonata') visitTexts(field.value, field.at, (text, at) => judge(text, at, report));
  },
};

function judge(text: string, at: JsonPath, report: Report): void {
  if (!isExpression(text)) return marks(text, at, report);
  const source = expressionSource(text);
  if (source === '') return report(at, 'There is no expression between {% and %}.');
  const { problem } = expressionFacts(source);
  // A placeholder may stand for a part of the expression.
  if (problem !== null && !hasPlaceholder(text)) report(at, `The expression cannot be read: ${problem}.`);
}

function marks(text: string, at: JsonPath, report: Report): void {
  const problem = expressionProblem(text);
  if (problem === null || problem === 'text') return;
  const value = text.trim();
  const spaced = isExpression(value);
  const [mark, side] = problem === 'unclosed' ? ['%}', 'after'] : ['{%', 'before'];
  if (spaced) report(at, `Nothing may stand ${side} ${mark}: remove the space.`, { at, value });
  else report(at, `The expression must ${problem === 'unclosed' ? 'end with' : 'begin with'} ${mark}.`);
}

const output = (Output: JsonValue) => oneState({ Type: 'Pass', Output }, { QueryLanguage: 'JSONata' });
const texts = (...expressions: readonly string[]) => output(expressions);
const places = (count: number) => Array.from({ length: count }, (_, index) => `/States/A/Output/${index}`);

export const samples: RuleSamples = {
  valid: {
    expressions: texts(
      '{% $states.input.orders[total > 10].id %}',
      '{%1%}',
      '{% $count($states.input.orders) & " of " & $states.context.Execution.Name %}',
      '{% ( $x := 1; $x + 1 ) %}',
      '{% $states.input ~> |a|{"b": c}| %}',
      '{% $map($states.input, function($v, $i) { $v.id & $i }) %}',
    ),
    'texts that are none': texts('Hello {% you %}!', '100 %', '{', '$.path'),
    'what deployment fills in': texts('{% ${Limit} > 1 %}'),
    'fields that are not evaluated': oneState(
      { Type: 'Pass', Comment: '{% broken', Output: 1 },
      { QueryLanguage: 'JSONata', Comment: '{% broken' },
    ),
    'a state of JSONPath': oneState({ Type: 'Pass', Parameters: { text: '{% broken' } }),
  },
  invalid: {
    'expressions that do not parse': {
      definition: texts(
        '{% a[1,2) %}',
        '{% "unterminated %}',
        '{% 1 + %}',
        '{% {"a":} %}',
        '{% $x := %}',
        '{% $match("a", /abc %}',
        '{% $$ %}',
        '{% $states.input.a ?? 1 %}',
        '{% (1 %}',
        '{%  %}',
      ),
      breaches: places(10),
    },
    'marks that are not where they must be': {
      definition: texts(' {% 1 %}', '{% 1 %} ', '{% 1', '1 %}'),
      breaches: places(4),
    },
    'where a number or a condition must stand, once': {
      definition: machineOf(
        {
          A: { Type: 'Wait', Seconds: '{% 5', Next: 'B' },
          B: { Type: 'Choice', Choices: [{ Condition: '{% true', Next: 'C' }], Default: 'C' },
          C: { Type: 'Succeed' },
        },
        { QueryLanguage: 'JSONata' },
      ),
      breaches: ['/States/A/Seconds', '/States/B/Choices/0/Condition'],
    },
    'deep inside, and in other fields': {
      definition: oneState(
        {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Call',
          Arguments: { a: [{ b: '{% 1 + %}' }] },
          TimeoutSeconds: '{% 1 + %}',
          Assign: { c: '{% 1 + %}' },
          Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% 1 + %}', Next: 'A' }],
        },
        { QueryLanguage: 'JSONata' },
      ),
      breaches: [
        '/States/A/Arguments/a/0/b',
        '/States/A/TimeoutSeconds',
        '/States/A/Assign/c',
        '/States/A/Catch/0/Output',
      ],
    },
  },
};
