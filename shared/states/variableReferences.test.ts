import { describe, expect, it } from 'vitest';
import { variableReferences } from './variableReferences';

describe('variable references', () => {
  it('are found in paths, functions and expressions, not in quotes or what an expression binds', () => {
    const definition = {
      StartAt: 'P',
      States: {
        P: {
          Type: 'Pass',
          Parameters: { 'a.$': "States.Format('$no {}', $yes)", 'b.$': '$$.State', c: '$literal' },
          OutputPath: '$out.x',
          Next: 'J',
        },
        J: {
          Type: 'Pass',
          QueryLanguage: 'JSONata',
          Output: '{% ($local := $a; $map($b.items, function($v) { $v + $local + $c }) ~> $sum() + $states.input.d) %}',
          End: true,
        },
      },
    };
    expect(variableReferences(definition)).toEqual({ P: ['out', 'yes'], J: ['a', 'b', 'c'] });
  });
});
