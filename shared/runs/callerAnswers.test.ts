import { describe, expect, it } from 'vitest';
import { callerAnswers } from './callerAnswers';
import { carryOut } from './carryOut';

const resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
const ask = { Type: 'Task', Resource: resource, Parameters: { QueueUrl: 'q', 'MessageBody.$': '$$.Task.Token' } };

describe('what callers would send back with a token', () => {
  it('is what the states after it read, at the place of the result', () => {
    const definition = {
      StartAt: 'Ask',
      States: {
        Ask: { ...ask, ResultPath: '$.answer', Next: 'Decide' },
        Decide: {
          Type: 'Choice',
          Choices: [{ Variable: '$.answer.approved', BooleanEquals: true, Next: 'Done' }],
          Default: 'Done',
        },
        Done: { Type: 'Pass', Parameters: { 'by.$': '$.answer.person.name', 'id.$': '$.id' }, End: true },
      },
    };
    expect(callerAnswers(definition)).toEqual({ Ask: { approved: true, person: { name: 'sample' } } });
  });

  it('is what the state takes out of its result', () => {
    const definition = {
      StartAt: 'Ask',
      States: {
        Ask: { ...ask, ResultSelector: { 'ok.$': '$.approved' }, Next: 'Done' },
        Done: { Type: 'Pass', Parameters: { 'x.$': '$.ok' }, End: true },
      },
    };
    expect(callerAnswers(definition)).toEqual({ Ask: { approved: 'sample' } });
    const jsonata = {
      QueryLanguage: 'JSONata',
      StartAt: 'Ask',
      States: { Ask: { Type: 'Task', Resource: resource, Output: '{% $states.result.verdict.code %}', End: true } },
    };
    expect(callerAnswers(jsonata)).toEqual({ Ask: { verdict: { code: 'sample' } } });
  });

  it('is nothing where the result is thrown away, or nobody reads it', () => {
    const of = (more: object) => callerAnswers({ StartAt: 'Ask', States: { Ask: { ...ask, ...more, End: true } } });
    expect(of({ ResultPath: null })).toEqual({ Ask: {} });
    expect(of({})).toEqual({ Ask: {} });
  });

  it('lets a run go through that would fail on an empty answer', async () => {
    const definition = {
      StartAt: 'Ask',
      States: {
        Ask: { ...ask, ResultPath: '$.answer', Next: 'Done' },
        Done: { Type: 'Pass', InputPath: '$.answer.reference', End: true },
      },
    };
    const ended = await carryOut({
      definitionText: JSON.stringify(definition),
      inputText: '{}',
      name: 'ask',
      seed: 1,
      type: 'STANDARD',
      startTime: 0,
      mocks: {},
      outcomeChanges: [],
      entryChanges: [],
      redrives: [],
    });
    expect(ended).toMatchObject({ ok: true, value: { status: 'SUCCEEDED' } });
  });
});
