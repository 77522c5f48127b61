import { describe, expect, it } from 'vitest';
import { publishedResults } from '#shared/sdk/testing/published';
import { testState } from './testState';
import type { TestStateRequest } from './request';

const task = (more: object = {}): string =>
  JSON.stringify({ Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', ...more });

async function answer(
  request: Omit<TestStateRequest, 'definition'> & { readonly definition: string },
): Promise<unknown> {
  const result = await testState(request, { startTime: 0, results: publishedResults });
  return result.ok ? result.value : result.problem;
}

describe('TestState', () => {
  it('gives the data of every stage of a Task', async () => {
    const definition = task({
      InputPath: '$.in',
      Parameters: { 'MessageBody.$': '$.text' },
      ResultSelector: { 'id.$': '$.MessageId' },
      ResultPath: '$.sent',
      Assign: { 'last.$': '$.MessageId' },
      Next: 'After',
    });
    const request = {
      definition,
      input: '{"in":{"text":"hi"}}',
      inspectionLevel: 'DEBUG',
      mock: { result: '{"MessageId":"m1"}' },
    } as const;
    expect(await answer({ ...request, variables: '{"before":1}' })).toEqual({
      status: 'SUCCEEDED',
      output: '{"in":{"text":"hi"},"sent":{"id":"m1"}}',
      nextState: 'After',
      inspectionData: {
        input: '{"in":{"text":"hi"}}',
        afterInputPath: '{"text":"hi"}',
        afterParameters: '{"MessageBody":"hi"}',
        result: '{"MessageId":"m1"}',
        afterResultSelector: '{"id":"m1"}',
        afterResultPath: '{"in":{"text":"hi"},"sent":{"id":"m1"}}',
        variables: '{"before":1,"last":"m1"}',
      },
    });
  });

  it('ends as RETRIABLE where a retrier takes the error, with its back-off', async () => {
    const definition = task({
      Retry: [{ ErrorEquals: ['Other'] }, { ErrorEquals: ['Busy'], IntervalSeconds: 3 }],
      End: true,
    });
    const mock = { errorOutput: { error: 'Busy', cause: 'later' } };
    expect(
      await answer({ definition, mock, inspectionLevel: 'DEBUG', stateConfiguration: { retrierRetryCount: 1 } }),
    ).toMatchObject({
      status: 'RETRIABLE',
      error: 'Busy',
      inspectionData: { errorDetails: { retryIndex: 1, retryBackoffIntervalSeconds: 6 } },
    });
  });

  it.each([
    ['a result that is no JSON', { definition: task(), mock: { result: 'no' } }, 'Mocked result must be valid JSON'],
    [
      'a result that the service cannot give',
      { definition: task(), mock: { result: '{"MessageId":1}' } },
      "Mock result schema validation error: Field 'MessageId' must be a string",
    ],
    [
      'both a result and an error',
      { definition: task(), mock: { result: '1', errorOutput: {} } },
      'A test mock should have only one of the following fields: [result, errorOutput].',
    ],
    [
      'a result without what the service always gives',
      { definition: task({ Resource: 'arn:aws:states:::states:startExecution' }), mock: { result: '{}' } },
      "Mock result schema validation error: Required field 'ExecutionArn' is missing",
    ],
    [
      'a result of .sync that the call which asks for the job cannot give',
      {
        definition: task({ Resource: 'arn:aws:states:::ecs:runTask.sync' }),
        mock: { result: '{"Containers":[{"ExitCode":"0"}]}' },
      },
      "Mock result schema validation error: Field 'ExitCode' must be a number",
    ],
    [
      'a value that an action of the SDK does not know',
      {
        definition: task({ Resource: 'arn:aws:states:::aws-sdk:glue:getCrawler' }),
        mock: { result: '{"Crawler":{"State":"SLEEPING"}}', fieldValidationMode: 'PRESENT' },
      },
      "Mock result schema validation error: Field 'State' is not an expected value",
    ],
    ['a Task without mock and role', { definition: task() }, 'RoleArn must be specified when testing a Task state'],
    [
      'a state that is not there',
      { definition: '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}', stateName: 'B' },
      'State not found in definition',
    ],
    [
      'an unknown field of the context',
      { definition: task(), mock: { result: '{}' }, context: '{"Nope":{}}' },
      "Invalid Context object provided: Field 'Nope' is not allowed",
    ],
  ] satisfies [string, Parameters<typeof answer>[0], string][])('refuses %s', async (_what, request, message) => {
    expect(await answer(request)).toMatchObject({ message });
  });
});
