import { describe, expect, it } from 'vitest';
import { foldHistory } from '../../history/index';
import { carryOut } from '../carryOut';
import { testStep } from '../stepTest';
import { importedCalls } from './importTestStateCalls';
import { shellCommands } from './shellCommands';
import { testStateScript } from './testStateCalls';

describe('the commands of a shell script', () => {
  it('are words without their quotes, over lines that go on', () => {
    const script = [
      '#!/bin/sh',
      '# first; "one"',
      `aws 'it'\\''s' \\`,
      '  "a \\"b\\" $c" d\\ e ""',
      'ls a#b; echo x | cat',
      '',
    ].join('\n');
    expect(shellCommands(script.replaceAll('\n', '\r\n'))).toEqual(shellCommands(script));
    expect(shellCommands(script)).toEqual([
      { words: ['aws', "it's", 'a "b" $c', 'd e', ''], comments: ['!/bin/sh', 'first; "one"'] },
      { words: ['ls', 'a#b'], comments: [] },
      { words: ['echo', 'x'], comments: [] },
      { words: ['cat'], comments: [] },
    ]);
  });

  it('end where a quote is left open', () => {
    expect(shellCommands("a 'b")).toEqual([{ words: ['a', 'b'], comments: [] }]);
    expect(shellCommands('a "b\\')).toHaveLength(1);
  });
});

const definition = {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'q', 'MessageBody.$': '$.text' },
      Retry: [{ ErrorEquals: ['Busy'], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.why', Next: 'Over' }],
      ResultPath: '$.sent',
      Next: 'Over',
    },
    Over: { Type: 'Succeed' },
  },
};

describe('test-state calls of a script', () => {
  it('come back as they were exported, and give what they gave', async () => {
    const definitionText = JSON.stringify(definition);
    const ran = await carryOut({
      definitionText,
      inputText: '{"text":"it\'s \\"new\\""}',
      name: 'm',
      seed: 1,
      type: 'STANDARD',
      startTime: 0,
      mocks: { Ask: { kind: 'succeed', output: { MessageId: 7 } } },
      outcomeChanges: [],
      entryChanges: [],
      redrives: [],
    });
    if (!ran.ok) throw new Error(ran.problem);
    const view = foldHistory(ran.value.events);
    const { calls, leftOut } = importedCalls(testStateScript('m.asl.json', [{ test: { name: 'Sent' }, view }]));
    expect(leftOut).toEqual([]);
    expect(calls.map(({ name }) => name)).toEqual(['Sent: Ask', 'Sent: Over']);
    const answers = await Promise.all(calls.map(({ test }) => testStep(definitionText, test, 0)));
    expect(answers).toMatchObject([
      { ok: true, value: { status: 'SUCCEEDED', nextState: 'Over' } },
      { ok: true, value: { status: 'SUCCEEDED', output: view.output } },
    ]);
  });

  it('are read in the forms that people write, and what cannot be is named', () => {
    const script = `
      aws --region eu-west-1 stepfunctions test-state --state-name=Ask --definition file://a.json \\
        --mock '{"errorOutput":{"error":"Busy"}}' --state-configuration '{"retrierRetryCount":1}'
      aws stepfunctions test-state --state-name Ask --input file://input.json
      aws stepfunctions test-state --definition file://one.json
      aws stepfunctions test-state --state-name Ask --mock '[]'
      aws stepfunctions list-state-machines
    `;
    expect(importedCalls(script)).toEqual({
      calls: [
        {
          name: 'Ask',
          test: {
            state: 'Ask',
            inputText: '{}',
            variablesText: '',
            mock: { kind: 'error', error: 'Busy', cause: '' },
            retries: 1,
          },
        },
      ],
      leftOut: [
        'Ask: its --input is in the file file://input.json',
        'a call without --state-name',
        'Ask: its --mock is neither a result nor an error',
      ],
    });
  });
});
