import type { JsonObject } from '../../base/index';
import type { Rule } from '../contract';
import { machineOf, type RuleSamples } from '../samples';

/** AWS creates such machines: its recordings have executions that fail for it with States.QueryEvaluationError. */
export const unassignedVariables: Rule = {
  name: 'UNASSIGNED_VARIABLE',
  code: 'UNASSIGNED_VARIABLE',
  severity: 'warning',
  source: 'AWS: "The JSONata expression \'$x\' ... returned nothing (undefined)" when a variable was never assigned',
  machine({ variables }, report) {
    for (const { name, at, never } of variables().unassigned) {
      report(
        at,
        never
          ? `Nothing assigns $${name} before it is read here. Assign it in a state before.`
          : `$${name} is not assigned on every way to this state. Assign it on all of them, or ask with $exists.`,
      );
    }
  },
};

const jsonata = { QueryLanguage: 'JSONata' };
const pass = (fields: JsonObject): JsonObject => ({ Type: 'Pass', ...fields });
const read = pass({ Output: '{% $x %}', End: true });
const choice = (rule: JsonObject, more: JsonObject = {}): JsonObject => ({
  Type: 'Choice',
  Choices: [{ Condition: '{% $states.input.a %}', ...rule, Next: 'B' }],
  ...more,
  Default: 'C',
});

export const samples: RuleSamples = {
  valid: {
    'assigned before': machineOf({ A: pass({ Assign: { x: 1 }, Next: 'B' }), B: read }, jsonata),
    'assigned on both ways': machineOf(
      {
        A: choice({ Assign: { x: 1 } }, { Assign: { x: 2 } }),
        B: pass({ Next: 'C' }),
        C: read,
      },
      jsonata,
    ),
    'asked for first': machineOf({ A: pass({ Output: '{% $exists($x) ? $x : 1 %}', End: true }) }, jsonata),
    'assigned before a loop, and in it': machineOf(
      {
        A: pass({ Assign: { x: 0 }, Next: 'B' }),
        B: pass({ Assign: { x: '{% $x + 1 %}' }, Next: 'D' }),
        D: { Type: 'Choice', Choices: [{ Condition: '{% $x < 3 %}', Next: 'B' }], Default: 'E' },
        E: { Type: 'Succeed' },
      },
      jsonata,
    ),
  },
  invalid: {
    'never assigned, in both query languages': {
      definition: machineOf({
        A: pass({ Parameters: { 'a.$': '$x', 'b.$': "States.Format('{}', $y.z)" }, InputPath: '$v', Next: 'B' }),
        B: pass({ QueryLanguage: 'JSONata', Output: '{% $w %}', End: true }),
      }),
      breaches: ['/States/A/Parameters/a.$', '/States/A/Parameters/b.$', '/States/A/InputPath', '/States/B/Output'],
    },
    'read in the state that assigns it': {
      definition: machineOf({ A: pass({ Assign: { x: 1 }, Output: '{% $x %}', End: true }) }, jsonata),
      breaches: ['/States/A/Output'],
    },
    'assigned on one of two ways': {
      definition: machineOf({ A: choice({ Assign: { x: 1 } }), B: pass({ Next: 'C' }), C: read }, jsonata),
      breaches: ['/States/C/Output'],
    },
    'assigned by Next, read by a catcher': {
      definition: machineOf(
        {
          A: {
            Type: 'Task',
            Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Call',
            Assign: { x: '{% $states.result %}' },
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }],
            End: true,
          },
          B: read,
        },
        jsonata,
      ),
      breaches: ['/States/B/Output'],
    },
    'assigned in a branch, read after it': {
      definition: machineOf(
        {
          P: { Type: 'Parallel', Branches: [machineOf({ I: pass({ Assign: { x: 1 }, End: true }) })], Next: 'B' },
          B: read,
        },
        jsonata,
      ),
      breaches: ['/States/B/Output'],
    },
  },
};
