import { expressionSource, hasPlaceholder, isExpression } from '../../asl/index';
import { expressionFacts } from '../../expressions/index';
import { visitTexts } from '../../states/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const jsonataReferences: Rule = {
  name: 'UNSUPPORTED_JSONATA_EXPRESSION',
  code: 'UNSUPPORTED_JSONATA_EXPRESSION',
  severity: 'error',
  source: 'AWS: UNSUPPORTED_JSONATA_EXPRESSION "Reference to \'phone\' at the top level is not supported."',
  state({ evaluated }, report) {
    for (const field of evaluated) {
      if (field.kind !== 'jsonata') continue;
      visitTexts(field.value, field.at, (text, at) => {
        if (!isExpression(text) || hasPlaceholder(text)) return;
        for (const name of expressionFacts(expressionSource(text)).topLevel)
          report(at, `Reference to '${name}' at the top level is not supported: ${instead(name)}`);
      });
    }
  },
};

function instead(name: string): string {
  return /^[\w-]/.test(name)
    ? `begin with $states.input.${name} or a variable.`
    : 'begin with $states.input or a variable.';
}

const texts = (...Output: readonly string[]) => oneState({ Type: 'Pass', Output }, { QueryLanguage: 'JSONata' });

export const samples: RuleSamples = {
  valid: {
    'names and $ inside paths, filters, groups and functions': texts(
      '{% $states.input.orders[total > 10 and $.open].id %}',
      '{% $states.input.orders{id: total} %}',
      '{% $states.input.orders^(>total) %}',
      '{% $states.input.orders.(total * 2) %}',
      '{% $states.input.orders.$sum(total) %}',
      '{% $states.input.* %}',
      '{% $states.input.**.id %}',
      '{% $map($states.input, function($v) { $v.id }) %}',
    ),
  },
  invalid: {
    'names, $, * and ** on their own': {
      definition: texts('{% phone %}', '{% order.id %}', '{% $ %}', '{% * %}', '{% **.id %}', '{% $.a %}'),
      breaches: [0, 1, 2, 3, 4, 5].map((index) => `/States/A/Output/${index}`),
    },
    'names in conditions, objects, lists, calls and bindings': {
      definition: texts(
        '{% status = "x" ? 1 : 2 %}',
        '{% {"k": name} %}',
        '{% [name] %}',
        '{% $uppercase(name) %}',
        '{% ( $x := name; $x ) %}',
        '{% -name %}',
        '{% name[0].id %}',
      ),
      breaches: [0, 1, 2, 3, 4, 5, 6].map((index) => `/States/A/Output/${index}`),
    },
    'two names, each once': {
      definition: texts('{% a + b + a %}'),
      breaches: ['/States/A/Output/0', '/States/A/Output/0'],
    },
  },
};
