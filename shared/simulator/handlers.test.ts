import { describe, expect, it } from 'vitest';
import { failWith, lambda, runMachine, succeed, type RunOptions } from './testing/runMachine';

const scope = (state: object): object => ({ StartAt: 'I', States: { I: state } });
const call = { Type: 'Task', Resource: lambda, End: true };
const noMatch = { Type: 'Choice', Choices: [{ Variable: '$.n', IsNull: true, Next: 'I' }] };

/** Where an error comes from, and the error names whose handlers take it there. Sources: docs/conformance.md. */
const table: readonly (readonly [string, object, RunOptions, readonly string[]])[] = [
  ['a Task that fails', call, { worker: () => failWith('Mine') }, ['Mine', 'States.TaskFailed', 'States.ALL']],
  ['a Task that times out', { ...call, TimeoutSeconds: 5 }, { worker: () => ({}) }, ['States.Timeout', 'States.ALL']],
  [
    'a Task without heartbeats',
    { ...call, TimeoutSeconds: 50, HeartbeatSeconds: 5 },
    { worker: () => ({}) },
    ['States.Timeout', 'States.HeartbeatTimeout', 'States.ALL'],
  ],
  [
    'a Task with too large a result',
    call,
    { worker: () => succeed('x'.repeat(262_144)) },
    ['States.DataLimitExceeded', 'States.TaskFailed', 'States.ALL'],
  ],
  [
    'a Task that sends too much',
    { ...call, Parameters: { 'a.$': '$.big', 'b.$': '$.big' } },
    { input: { big: 'x'.repeat(200_000) } },
    ['States.DataLimitExceeded'],
  ],
  ['a path that leads nowhere', { ...call, Parameters: { 'a.$': '$.none' } }, {}, []],
  [
    'an intrinsic function',
    { ...call, Parameters: { 'a.$': "States.StringToJson('{')" } },
    {},
    ['States.IntrinsicFailure', 'States.TaskFailed', 'States.ALL'],
  ],
  [
    'an expression',
    { ...call, QueryLanguage: 'JSONata', Arguments: '{% $states.input.none %}' },
    {},
    ['States.QueryEvaluationError', 'States.TaskFailed', 'States.ALL'],
  ],
  [
    'a result without a place',
    { ...call, ResultPath: '$.a.b' },
    { input: 'text' },
    ['States.ResultPathMatchFailure', 'States.TaskFailed', 'States.ALL'],
  ],
  [
    'a branch that fails',
    { Type: 'Parallel', Branches: [scope(call)], End: true },
    { worker: () => failWith('Mine') },
    ['Mine', 'States.BranchFailed', 'States.TaskFailed', 'States.ALL'],
  ],
  ['a branch with a Choice that matches nothing', { Type: 'Parallel', Branches: [scope(noMatch)], End: true }, {}, []],
  [
    'an iteration that fails',
    { Type: 'Map', ItemsPath: '$.list', ItemProcessor: scope(call), End: true },
    { worker: () => failWith('Mine'), input: { list: [1] } },
    ['Mine', 'States.TaskFailed', 'States.ALL'],
  ],
  [
    'a branch in an iteration that fails',
    {
      Type: 'Map',
      ItemsPath: '$.list',
      ItemProcessor: scope({ Type: 'Parallel', Branches: [{ StartAt: 'J', States: { J: call } }], End: true }),
      End: true,
    },
    { worker: () => failWith('Mine'), input: { list: [1] } },
    ['Mine', 'States.TaskFailed', 'States.ALL'],
  ],
  [
    'a branch that times out',
    { Type: 'Parallel', Branches: [scope({ ...call, TimeoutSeconds: 5 })], End: true },
    { worker: () => ({}) },
    ['States.Timeout', 'States.BranchFailed', 'States.ALL'],
  ],
  [
    'a Map Run with too many failures',
    {
      Type: 'Map',
      ItemsPath: '$.list',
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...scope(call) },
      End: true,
    },
    { worker: () => failWith('Mine'), input: { list: [1] } },
    ['States.ExceedToleratedFailureThreshold', 'States.TaskFailed', 'States.ALL'],
  ],
];

const names = [
  'Mine',
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.BranchFailed',
  'States.Runtime',
  'States.NoChoiceMatched',
  'States.DataLimitExceeded',
  'States.IntrinsicFailure',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
  'States.ExceedToleratedFailureThreshold',
];

describe('which handlers take an error', () => {
  it.each(table)('%s', async (_what, state, options, expected) => {
    const taking: string[] = [];
    for (const name of names) {
      const handler = { ErrorEquals: [name] };
      const caught = await runMachine(
        {
          StartAt: 'State',
          States: { State: { ...state, Catch: [{ ...handler, Next: 'Caught' }] }, Caught: { Type: 'Succeed' } },
        },
        options,
      );
      // A retrier goes by the same table: its back-off is the only thing that takes a minute here.
      const retried = await runMachine(
        {
          StartAt: 'State',
          States: { State: { ...state, Retry: [{ ...handler, IntervalSeconds: 100, MaxAttempts: 1 }] } },
        },
        options,
      );
      expect(retried.status).toBe('FAILED');
      expect((retried.stopTime ?? 0) >= 100_000).toBe(caught.status === 'SUCCEEDED');
      if (caught.status === 'SUCCEEDED') taking.push(name);
    }
    expect(taking.sort()).toEqual([...expected].sort());
  });
});
