import { describe, expect, it } from 'vitest';
import { foldHistory } from '../../history/index';
import { mockWorker, readMockTestCase } from '../../simulator/index';
import type { TaskRequest } from '../../states/index';
import { carryOut } from '../carryOut';
import { mockedTasks, type TaskMock, type TaskMocks } from '../mocks';
import type { WorkflowTest } from '../workflowTest';
import { importedCases, mockConfigOf } from './mockConfigFile';
import { testStateScript } from './testStateCalls';

function testWith(name: string, mocks: TaskMocks): WorkflowTest {
  const expected = { status: 'SUCCEEDED', output: null, path: [], assertions: [] } as const;
  return { name, inputText: '{}', seed: 1, type: 'STANDARD', mocks, expected };
}

const mocks: readonly TaskMock[] = [
  { kind: 'succeed', output: { a: 1 }, delaySeconds: 3 },
  { kind: 'fail', error: 'Busy', cause: 'why' },
  { kind: 'failFirst', times: 2, error: 'Busy', cause: '', output: 'done' },
  { kind: 'answers', outputs: ['one', 'two', 'three'] },
  { kind: 'never' },
];

describe('tests as a MockConfigFile', () => {
  it.each(mocks)('come back as they were: $kind', (mock) => {
    const config = mockConfigOf('Machine', [testWith('A test', { Work: mock })]);
    expect(importedCases(config)).toEqual({ cases: [{ name: 'A test', mocks: { Work: mock } }], leftOut: [] });
  });

  it.each(mocks)('answer call by call as the mock does: $kind', async (mock) => {
    const read = readMockTestCase(mockConfigOf('M', [testWith('T', { Work: mock })]), 'M', 'T');
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    const others = () => ({});
    const [local, own] = [mockWorker(read.value, others), mockedTasks({ Work: mock }, [], others)];
    const request = { stateName: 'Work', entry: 0, attempt: 0, pattern: 'requestResponse' } as unknown as TaskRequest;
    for (let call = 0; call < 5; call++) expect(await local(request)).toEqual(await own(request));
  });

  it('take what AWS shows in its guide, and name what they have no mock for', () => {
    const config = {
      StateMachines: {
        LambdaSQSIntegration: { TestCases: { RetryPath: { LambdaState: 'Retry' }, Odd: { SQS: 'Odd' } } },
      },
      MockedResponses: {
        Retry: {
          '0': { Throw: { Error: 'Lambda.TimeoutException', Cause: 'Lambda timed out.' } },
          '1-2': { Return: { StatusCode: 200 } },
        },
        Odd: { '0': { Return: 1 }, '1': { Throw: { Error: 'E', Cause: 'c' } } },
      },
    };
    expect(importedCases(config)).toEqual({
      cases: [
        {
          name: 'RetryPath',
          mocks: {
            LambdaState: {
              kind: 'failFirst',
              times: 1,
              error: 'Lambda.TimeoutException',
              cause: 'Lambda timed out.',
              output: { StatusCode: 200 },
            },
          },
        },
        { name: 'Odd', mocks: {} },
      ],
      leftOut: ['Odd: the answers of "SQS"'],
    });
  });
});

describe('tests as test-state calls', () => {
  it('ask for each state with what it met, in texts that a shell takes', async () => {
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'Look',
      States: {
        Look: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:look',
          Assign: { owner: '{% $states.result.owner %}' },
          Next: 'Tell',
        },
        Tell: {
          Type: 'Task',
          Resource: 'arn:aws:lambda:us-east-1:123456789012:function:tell',
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Over' }],
          Next: 'Over',
        },
        Over: { Type: 'Succeed' },
      },
    };
    const ran = await carryOut({
      definitionText: JSON.stringify(definition),
      inputText: '{"text":"it\'s"}',
      name: 'm',
      seed: 1,
      type: 'STANDARD',
      startTime: 0,
      mocks: {
        Look: { kind: 'succeed', output: { owner: 'me' } },
        Tell: { kind: 'fail', error: 'Busy', cause: 'why' },
      },
      outcomeChanges: [],
      entryChanges: [],
      redrives: [],
    });
    if (!ran.ok) throw new Error(ran.problem);
    const view = foldHistory(ran.value.events);
    expect(testStateScript('m.asl.json', [{ test: { name: 'A\ntest' }, view }])).toBe(
      [
        '#!/bin/sh',
        '# What each state of the tests does, asked of AWS: no role is needed, as every task has a mock.',
        '',
        '# A test',
        '# expects SUCCEEDED, next Tell',
        "aws stepfunctions test-state --definition 'file://m.asl.json' \\",
        "  --state-name 'Look' \\",
        `  --input '{"text":"it'\\''s"}' \\`,
        `  --mock '{"result":"{\\"owner\\":\\"me\\"}","fieldValidationMode":"NONE"}'`,
        '# expects CAUGHT_ERROR, next Over',
        "aws stepfunctions test-state --definition 'file://m.asl.json' \\",
        "  --state-name 'Tell' \\",
        `  --input '{"owner":"me"}' \\`,
        `  --variables '{"owner":"me"}' \\`,
        `  --mock '{"errorOutput":{"error":"Busy","cause":"why"}}'`,
        '# expects SUCCEEDED',
        "aws stepfunctions test-state --definition 'file://m.asl.json' \\",
        "  --state-name 'Over' \\",
        `  --input '{"Error":"Busy","Cause":"why"}' \\`,
        `  --variables '{"owner":"me"}'`,
        '',
      ].join('\n'),
    );
  });
});
