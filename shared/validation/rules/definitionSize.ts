import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** The longest definition that AWS takes, in characters. Source: API reference, CreateStateMachine: definition. */
const most = 1_048_576;

export const definitionSize: Rule = {
  name: 'DEFINITION_TOO_LARGE',
  code: 'DEFINITION_TOO_LARGE',
  severity: 'error',
  source: 'AWS API reference, CreateStateMachine: at most 1,048,576 characters',
  machine({ scopes }, report) {
    // States of inner scopes are parts of those of the outermost one.
    let total = 0;
    for (const { name, memory } of scopes[0]?.scope.states ?? []) total += name.length + 4 + memory.length;
    if (total > most)
      report(
        [],
        `The definition has more than ${most.toLocaleString('en')} characters even without spaces: AWS refuses it.`,
      );
  },
};

const pass = (length: number) => machineOf({ A: { Type: 'Pass', Result: 'x'.repeat(length), End: true } });

export const samples: RuleSamples = {
  valid: { 'a definition of a megabyte': pass(most - 100) },
  invalid: { 'a definition of more': { definition: pass(most), breaches: [''] } },
};
