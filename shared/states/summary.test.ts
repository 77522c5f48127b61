import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import { summarizeState } from './summary';

const inner = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };

describe('what a card says of a state', () => {
  it.each<[JsonObject, string, string]>([
    [{ Type: 'Task', Resource: 'arn:aws:states:::sns:publish' }, 'sns', 'SNS · Publish'],
    [{ Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:listBuckets' }, 'sdk', 's3 · listBuckets'],
    [{ Type: 'Task', Resource: 'arn:aws:states:::frobnicator:spin' }, 'task', 'frobnicator · spin'],
    [{ Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Resize' }, 'lambda', 'Lambda · Resize'],
    [{ Type: 'Task', Resource: '${ResizeArn}' }, 'lambda', 'Lambda · ${ResizeArn}'],
    [{ Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:Weld' }, 'activity', 'Activity · Weld'],
    [{ Type: 'Task', Resource: 'Resize' }, 'task', 'Resize'],
    [{ Type: 'Task' }, 'task', 'No resource'],
    [{ Type: 'Wait', Seconds: 90 }, 'wait', 'Wait 1 min 30 s'],
    [{ Type: 'Wait', TimestampPath: '$.at' }, 'wait', 'Wait until $.at'],
    [{ Type: 'Wait', SecondsPath: '$.delay' }, 'wait', 'Wait $.delay s'],
    [{ Type: 'Wait' }, 'wait', 'Wait'],
    [{ Type: 'Choice', Choices: [{ Variable: '$.size', NumericGreaterThan: 1, Next: 'A' }] }, 'choice', '$.size > 1'],
    [{ Type: 'Choice', Choices: [{}, {}] }, 'choice', 'Choice · 2 rules'],
    [{ Type: 'Parallel', Branches: [inner] }, 'parallel', 'Parallel · 1 branch'],
    [{ Type: 'Parallel', Branches: [inner, inner] }, 'parallel', 'Parallel · 2 branches'],
    [{ Type: 'Map', ItemProcessor: inner, MaxConcurrency: 5 }, 'map', 'Map · inline · 5 at once'],
    [
      { Type: 'Map', ItemProcessor: { ...inner, ProcessorConfig: { Mode: 'DISTRIBUTED' } } },
      'map',
      'Map · distributed',
    ],
    [{ Type: 'Pass' }, 'pass', 'Pass'],
    [{ Type: 'Succeed' }, 'succeed', 'Succeed'],
    [{ Type: 'Fail', Error: 'OrderRejected' }, 'fail', 'Fail · OrderRejected'],
    [{ Type: 'Fail' }, 'fail', 'Fail'],
    [{ Type: 'Loop' }, 'task', 'Unknown type Loop'],
    [{}, 'task', 'No type'],
  ])('%j', (state, icon, action) => {
    const summary = summarizeState(state);
    expect([summary.icon, summary.action]).toEqual([icon, action]);
  });

  it('marks how the call waits, retries, catchers and the timeout', () => {
    const { badges } = summarizeState({
      Type: 'Task',
      Resource: 'arn:aws:states:::glue:startJobRun.sync',
      TimeoutSeconds: 120,
      Retry: [{ ErrorEquals: ['A'], MaxAttempts: 5 }, { ErrorEquals: ['States.ALL'] }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'B' }],
    });
    expect(badges.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'sync sync',
      'retry 5×',
      'catch 1',
      'timeout 2 min',
    ]);
  });
});

describe('what a deployment fills in', () => {
  it('is a badge of the state that holds it, and not of the one around it', () => {
    const filled = { Type: 'Task', Resource: '${Fn}', Parameters: { Table: '${Table}', Again: 'x-${Table}' } };
    expect(summarizeState(filled).badges).toEqual([
      { kind: 'placeholder', text: '2', title: 'Filled in at deployment: Fn, Table' },
    ]);
    const around = { Type: 'Map', ItemProcessor: { StartAt: 'A', States: { A: filled } } };
    expect(summarizeState(around).badges).toEqual([]);
    expect(summarizeState({ Type: 'Pass', Comment: 'costs $5 {each}, $${Terraform} and ${!Literal}' }).badges).toEqual(
      [],
    );
  });
});
