import { expressionSource, isExpression } from '../../asl/index';
import { nearest } from '../../base/index';
import { expressionFacts, functionNames, missingFunction } from '../../expressions/index';
import { visitTexts } from '../../states/index';
import type { Rule } from '../contract';
import { oneState, type RuleSamples } from '../samples';

/** AWS creates such machines, and fails the state with States.QueryEvaluationError: a variable cannot hold a function. */
export const jsonataFunctions: Rule = {
  name: 'UNKNOWN_JSONATA_FUNCTION',
  code: 'UNKNOWN_JSONATA_FUNCTION',
  severity: 'warning',
  source: 'AWS developer guide, "Transforming data with JSONata": functions, and "$eval is not available"',
  state({ evaluated }, report) {
    for (const field of evaluated) {
      if (field.kind !== 'jsonata') continue;
      visitTexts(field.value, field.at, (text, at) => {
        if (!isExpression(text)) return;
        for (const name of expressionFacts(expressionSource(text)).unknownFunctions)
          report(at, `There is no function $${name}. ${instead(name)}`);
      });
    }
  },
};

function instead(name: string): string {
  if (name === missingFunction) return 'AWS took it away; $parse reads JSON.';
  const meant = nearest([...functionNames], name);
  return meant === null ? 'The state would fail.' : `Did you mean $${meant}?`;
}

const output = (Output: string) => oneState({ Type: 'Pass', Output }, { QueryLanguage: 'JSONata' });

export const samples: RuleSamples = {
  valid: {
    "JSONata's functions, AWS's, and the expression's own": output(
      '{% ( $twice := function($n) { $n * 2 }; $sum($map($range(0, 6, 2), $twice)) & $hash($uuid(), "MD5") & $twice(1) ) %}',
    ),
  },
  invalid: {
    'a function that AWS took away': { definition: output("{% $eval('1 + 1') %}"), breaches: ['/States/A/Output'] },
    'a misspelt function': { definition: output('{% $upercase("a") %}'), breaches: ['/States/A/Output'] },
  },
};
