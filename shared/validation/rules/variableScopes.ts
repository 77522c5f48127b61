import type { JsonObject } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

export const variableScopes: Rule = {
  name: 'VARIABLE_SCOPE',
  code: 'SCHEMA_VALIDATION_FAILED',
  severity: 'error',
  source: 'AWS developer guide, "Passing data between states with variables": scope',
  machine({ variables }, report) {
    const { assignedOutside, outOfSight } = variables();
    for (const { name, at } of assignedOutside)
      report(at, `$${name} belongs to the scope around this one, which alone may assign it. Take another name here.`);
    for (const { name, at } of outOfSight)
      report(at, `Executions of a distributed Map do not see $${name}. Hand it over in ItemSelector or BatchInput.`);
  },
};

const pass = (fields: JsonObject): JsonObject => ({ Type: 'Pass', ...fields, End: true });
const map = (state: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: 'Map',
  ItemProcessor: { ...more, ...machineOf({ B: state }) },
  End: true,
});
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
const begin = { Type: 'Pass', Assign: { o: 1 }, Next: 'M' };

export const samples: RuleSamples = {
  valid: {
    'inner scopes read outer variables and assign their own': machineOf({
      A: begin,
      M: map(pass({ Parameters: { 'a.$': '$o' }, Assign: { b: 1 } })),
    }),
    'branches that have a name in common': machineOf({
      P: {
        Type: 'Parallel',
        Branches: [machineOf({ B: pass({ Assign: { x: 1 } }) }), machineOf({ C: pass({ Assign: { x: 2 } }) })],
        End: true,
      },
    }),
    'a distributed Map that is handed what it needs': machineOf({
      A: begin,
      M: { ...map(pass({ Parameters: { 'a.$': '$.o' } }), distributed), ItemSelector: { 'o.$': '$o' } },
    }),
  },
  invalid: {
    'an inner scope that assigns an outer variable': {
      definition: machineOf({ A: begin, M: map(pass({ Assign: { 'o.$': '$.x' } })) }),
      breaches: ['/States/M/ItemProcessor/States/B/Assign/o.$'],
    },
    'a distributed Map that reads an outer variable': {
      definition: machineOf({
        A: begin,
        M: map({ Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $o %}', End: true }, distributed),
      }),
      breaches: ['/States/M/ItemProcessor/States/B/Output'],
    },
  },
};
