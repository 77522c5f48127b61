import { expressionSource, isExpression } from '../../asl/index';
import { expressionFacts } from '../../expressions/index';
import { type DataStage, visitTexts } from '../../states/index';
import type { Rule } from '../contract';
import { machineOf, oneState, type RuleSamples } from '../samples';

const members: Readonly<Record<DataStage, readonly string[]>> = {
  input: ['input', 'context'],
  result: ['input', 'context', 'result'],
  error: ['input', 'context', 'errorOutput'],
};

const where: ReadonlyMap<string, string> = new Map([
  ['result', 'Only Output and Assign of a Task, Parallel or Map have a result.'],
  ['errorOutput', 'Only Output and Assign of a catcher have an error output.'],
]);

export const statesMembers: Rule = {
  name: 'STATES_MEMBER',
  code: 'INVALID_JSONATA_EXPRESSION',
  severity: 'error',
  source: 'ASL specification, "Reserved variable: $states"; AWS refuses $states.errorOutput outside of catchers',
  state({ evaluated }, report) {
    for (const field of evaluated) {
      if (field.kind !== 'jsonata') continue;
      visitTexts(field.value, field.at, (text, at) => {
        if (!isExpression(text)) return;
        for (const member of expressionFacts(expressionSource(text)).states) {
          if (members[field.stage].includes(member)) continue;
          const why = where.get(member) ?? 'It has input, context, result and errorOutput.';
          report(at, `$states.${member} is not there here. ${why}`);
        }
      });
    }
  },
};

const call = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Call' };
const jsonata = { QueryLanguage: 'JSONata' };

export const samples: RuleSamples = {
  valid: {
    'each member where it is': machineOf(
      {
        A: {
          ...call,
          Arguments: '{% $states.input.a & $states.context.Execution.Id %}',
          Output: '{% $states.result.Payload %}',
          Assign: { b: '{% $states.result.b %}' },
          Catch: [
            {
              ErrorEquals: ['States.ALL'],
              Output: '{% $states.errorOutput.Cause %}',
              Assign: { c: '{% $states %}' },
              Next: 'B',
            },
          ],
          Next: 'B',
        },
        B: { Type: 'Succeed' },
      },
      jsonata,
    ),
  },
  invalid: {
    'the result before there is one': {
      definition: oneState({ ...call, Arguments: { a: '{% $states.result.x %}' } }, jsonata),
      breaches: ['/States/A/Arguments/a'],
    },
    'the result of a state that does no work': {
      definition: oneState({ Type: 'Pass', Output: '{% $states.result %}' }, jsonata),
      breaches: ['/States/A/Output'],
    },
    'the error output outside of a catcher, and the result inside': {
      definition: machineOf(
        {
          A: {
            ...call,
            Output: '{% $states.errorOutput %}',
            Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.result %}', Next: 'B' }],
            Next: 'B',
          },
          B: { Type: 'Succeed' },
        },
        jsonata,
      ),
      breaches: ['/States/A/Output', '/States/A/Catch/0/Output'],
    },
    'a member that there is not': {
      definition: oneState({ Type: 'Pass', Output: '{% $states.inputs %}' }, jsonata),
      breaches: ['/States/A/Output'],
    },
  },
};
