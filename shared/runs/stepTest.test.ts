import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json';
import { judgeStep, keptStepTest, readStepTests, testStep, withStepTest, type StepTest } from './stepTest';

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemProcessor: {
        StartAt: 'Send',
        States: {
          Send: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Arguments: { QueueUrl: 'q', MessageBody: '{% $uppercase($states.input.text) & $suffix %}' },
            Assign: { last: '{% $states.result.MessageId %}' },
            Output: '{% { "id": $states.result.MessageId } %}',
            Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 3, MaxAttempts: 1 }],
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Sorry', Output: '{% $states.errorOutput.Error %}' }],
            Next: 'Sent',
          },
          Sent: { Type: 'Succeed' },
          Sorry: { Type: 'Succeed' },
        },
      },
      End: true,
    },
  },
};

const send: StepTest = {
  state: 'Send',
  inputText: '{"text":"hi"}',
  variablesText: '{"suffix":"!"}',
  mock: { kind: 'result', text: '{"MessageId":"m1"}' },
  retries: 0,
};

async function answer(change: Partial<StepTest> = {}) {
  const found = await testStep(JSON.stringify(definition), { ...send, ...change }, 0);
  if (!found.ok) throw new Error(found.problem);
  return found.value;
}

describe('a state that is run alone', () => {
  it('gives its output, where it goes, and every stage, with its variables, wherever it stands', async () => {
    expect(await answer()).toEqual({
      status: 'SUCCEEDED',
      output: '{"id":"m1"}',
      nextState: 'Sent',
      inspectionData: {
        input: '{"text":"hi"}',
        afterArguments: '{"QueueUrl":"q","MessageBody":"HI!"}',
        result: '{"MessageId":"m1"}',
        variables: '{"suffix":"!","last":"m1"}',
      },
    });
  });

  it('is answered by the stub of its service without a mock', async () => {
    const { status, inspectionData } = await answer({ mock: { kind: 'stub' } });
    expect(status).toBe('SUCCEEDED');
    expect(Object.keys(JSON.parse(String(inspectionData?.['result'])) as object)).toContain('MD5OfMessageBody');
  });

  it.each([
    ['is tried again by its retrier', 'Busy', 0, { status: 'RETRIABLE', error: 'Busy' }],
    ['is caught once the retrier has had its tries', 'Busy', 1, { status: 'CAUGHT_ERROR', nextState: 'Sorry' }],
    ['is caught where no retrier takes the error', 'Odd', 0, { status: 'CAUGHT_ERROR', output: '"Odd"' }],
  ])('%s', async (_what, error, retries, expected) => {
    expect(await answer({ mock: { kind: 'error', error, cause: 'c' }, retries })).toMatchObject(expected);
  });

  it('fails where an expression does', async () => {
    const found = await answer({ inputText: '{"text":1}', variablesText: '' });
    expect(found).toMatchObject({ status: 'CAUGHT_ERROR', error: 'States.QueryEvaluationError' });
  });

  it('is refused in the words of TestState', async () => {
    const found = await testStep(JSON.stringify(definition), { ...send, inputText: '{' }, 0);
    expect(found).toEqual({ ok: false, problem: 'Invalid State Machine Execution Input' });
    const map = await testStep(JSON.stringify(definition), { ...send, state: 'Each', mock: { kind: 'stub' } }, 0);
    expect(!map.ok && map.problem).toMatch(/does not support Map/);
  });
});

describe('a kept step test', () => {
  it('is read as it was written, and other tests of the sidecar stay', async () => {
    const test = keptStepTest('Sends', send, await answer());
    const other = { name: 'Sends', inputText: '{}', expected: { status: 'SUCCEEDED', path: [] } };
    const kept = JSON.parse(JSON.stringify(withStepTest([other], 'Sends', test))) as readonly JsonValue[];
    expect(readStepTests(kept)).toEqual([test]);
    expect(withStepTest(kept, 'Sends', null)).toEqual([other]);
    expect(readStepTests([{ kind: 'state', name: 'x' }, 1, null])).toEqual([]);
  });

  it('tells what is no longer as it was', async () => {
    const test = keptStepTest('Sends', send, await answer());
    expect(judgeStep(test, await answer())).toEqual([]);
    const broken = await answer({ mock: { kind: 'error', error: 'Odd', cause: '' } });
    expect(judgeStep(test, broken)).toEqual([
      'status is CAUGHT_ERROR, expected SUCCEEDED',
      'output is "Odd", expected {"id":"m1"}',
      'next state is Sorry, expected Sent',
      'error is Odd, expected none',
    ]);
  });
});
