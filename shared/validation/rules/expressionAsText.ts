import { expressionProblem } from '../../asl/index';
import { visitTexts } from '../../states/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

export const expressionAsText: Rule = {
  name: 'EXPRESSION_TAKEN_AS_TEXT',
  code: 'EXPRESSION_TAKEN_AS_TEXT',
  severity: 'warning',
  source: 'AWS took definitions with spaces around both marks; YAML 1.2, block scalars: "|" keeps the last line break',
  state({ evaluated }, report) {
    for (const field of evaluated) {
      if (field.kind !== 'jsonata') continue;
      visitTexts(field.value, field.at, (text, at) => {
        if (expressionProblem(text) !== 'text') return;
        const why = text.startsWith('{%')
          ? 'A line break follows %}, so this is text and no expression. In YAML write |- instead of |.'
          : 'Spaces stand around {% and %}, so this is text and no expression.';
        report(at, why, { at, value: text.trim() });
      });
    }
  },
};

const output = (Output: string) => oneState({ Type: 'Pass', Output }, { QueryLanguage: 'JSONata' });

export const samples: RuleSamples = {
  valid: {
    'line breaks inside the marks': output('{%\n  $states.input.a\n%}'),
    'a text with a line break': output('Done.\n'),
  },
  invalid: {
    'a block scalar that keeps its last line break': {
      definition: output('{% $states.input.a %}\n'),
      breaches: ['/States/A/Output'],
    },
    'spaces on both sides': { definition: output(' {% $states.input.a %} '), breaches: ['/States/A/Output'] },
  },
};
