import { describe, expect, it } from 'vitest';
import { failWith, lambda, runMachine, runState, succeed, typesOf } from './testing/runMachine';
import type { JsonValue } from '../base/json';
import type { ExecutionResult } from './simulation';
import { StoreProblem } from './worker';

describe('errors that AWS names', () => {
  it('a Choice without a rule that holds and without Default is States.Runtime', async () => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'Done' }] };
    const result = await runMachine(
      { StartAt: 'Ask', States: { Ask: choice, Done: { Type: 'Succeed' } } },
      { input: { n: 2 } },
    );
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(typesOf(result)).toEqual(['ExecutionStarted', 'ChoiceStateEntered', 'ExecutionFailed']);
  });

  it('IntrinsicFailure names the call that failed', async () => {
    const result = await runState({ Type: 'Pass', Parameters: { 'value.$': "States.StringToJson('{')" } });
    expect(result.error).toBe('States.IntrinsicFailure');
    expect(result.cause).toContain("The function 'States.StringToJson('{')' had the following error");
  });

  it('a Fail takes its error and cause by path, as texts alone', async () => {
    const fail = { Type: 'Fail', ErrorPath: '$.e', CausePath: '$.c' };
    const run = (input: JsonValue, state: object = fail): Promise<ExecutionResult> =>
      runMachine({ StartAt: 'F', States: { F: state } }, { input });
    expect(await run({ e: 'Mine', c: 'why' })).toMatchObject({ error: 'Mine', cause: 'why' });
    for (const [e, c, path] of [
      [5, 'why', '$.e == 5'],
      ['Mine', { a: 1 }, '$.c == {"a":1}'],
      [null, 'why', '$.e == null'],
    ] as const) {
      const result = await run({ e, c });
      expect(result.error).toBe('States.Runtime');
      expect(result.cause).toContain(`parameter does not reference a valid string: ${path}`);
    }
    const call = { Type: 'Fail', ErrorPath: "States.Format('E{}', $.n)", Cause: 'x' };
    expect(await run({ n: 1 }, call)).toMatchObject({ error: 'E1' });
    await expect(run({}, { ...call, ErrorPath: 'States.Array(1)' })).rejects.toThrow('INVALID_PATH');
  });

  it('a template gives null for an index past the end, and fails on everything else that is missing', async () => {
    const pass = (path: string): Promise<ExecutionResult> =>
      runState({ Type: 'Pass', Parameters: { 'r.$': path } }, { input: { v: [1], o: {} } });
    for (const path of ['$.v[5]', '$.v[-2]', '$$.Execution.Input.v[1]'])
      expect(await pass(path)).toMatchObject({ status: 'SUCCEEDED', output: { r: null } });
    for (const path of ['$.v[5].x', '$.v[5][0]', '$.w[0]', '$.o[0]', '$.o.x', 'States.ArrayLength($.v[5])'])
      expect(await pass(path)).toMatchObject({ error: 'States.Runtime' });
    expect((await runState({ Type: 'Pass', InputPath: '$.v[5]' }, { input: { v: [] } })).cause).toContain(
      "Invalid path '$.v[5]' : No results for path: $['v'][5]",
    );
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.v[0]', IsPresent: true, Next: 'No' }], Default: 'Yes' };
    const states = { C: choice, Yes: { Type: 'Succeed' }, No: { Type: 'Fail' } };
    expect((await runMachine({ StartAt: 'C', States: states }, { input: { v: [] } })).status).toBe('SUCCEEDED');
  });

  it('an expression with blanks outside of its marks is refused', async () => {
    for (const Output of ['{% 1 %} ', '{% 1', ' 1 %}'])
      await expect(runState({ Type: 'Pass', QueryLanguage: 'JSONata', Output })).rejects.toThrow('INVALID_EXPRESSION');
    const text = { Type: 'Pass', QueryLanguage: 'JSONata', Output: ' {% 1 %} ' };
    expect((await runState(text)).output).toBe(' {% 1 %} ');
  });

  it('IntrinsicFailure of a Task is caught by its name', async () => {
    const result = await runMachine(
      {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: lambda,
            Parameters: { 'value.$': 'States.ArrayGetItem($.list, 9)' },
            Catch: [{ ErrorEquals: ['States.IntrinsicFailure'], Next: 'Caught' }],
            End: true,
          },
          Caught: { Type: 'Succeed' },
        },
      },
      { input: { list: [1] } },
    );
    expect(result.status).toBe('SUCCEEDED');
    expect(typesOf(result)).toContain('SucceedStateEntered');
  });

  it('a missing path of Parameters is States.Runtime, which no catcher takes', async () => {
    const result = await runMachine({
      StartAt: 'Call',
      States: {
        Call: {
          Type: 'Task',
          Resource: lambda,
          Parameters: { 'value.$': '$.missing' },
          Catch: [{ ErrorEquals: ['States.ALL', 'States.Runtime'].slice(0, 1), Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Succeed' },
      },
    });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    expect(result.cause).toBe(
      "An error occurred while executing the state 'Call' (entered at the event id #2). The JSONPath '$.missing' specified for the field 'value.$' could not be found in the input '{}'",
    );
  });

  it('ResultPathMatchFailure: a result cannot be put into text', async () => {
    const result = await runState({ Type: 'Task', Resource: lambda, ResultPath: '$.a.b' }, { input: 'text' });
    expect(result.error).toBe('States.ResultPathMatchFailure');
  });

  it('a branch that fails ends the Parallel with its error, and States.ALL takes it', async () => {
    const branch = { StartAt: 'Stop', States: { Stop: { Type: 'Fail', Error: 'Mine', Cause: 'why' } } };
    const result = await runMachine({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [branch],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', End: true },
      },
    });
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'Mine', Cause: 'why' } });
    expect(typesOf(result)).toContain('ParallelStateFailed');
  });

  it('DataLimitExceeded: an output above 256 KiB of UTF-8 ends the execution', async () => {
    const result = await runState({ Type: 'Task', Resource: lambda }, { worker: () => succeed('ä'.repeat(131_072)) });
    expect(result.error).toBe('States.DataLimitExceeded');
    const fits = await runState({ Type: 'Task', Resource: lambda }, { worker: () => succeed('ä'.repeat(131_070)) });
    expect(fits.status).toBe('SUCCEEDED');
  });

  it('States.TaskFailed takes every failure of a task but a timeout', async () => {
    const machine = {
      StartAt: 'Call',
      States: {
        Call: {
          Type: 'Task',
          Resource: lambda,
          TimeoutSeconds: 5,
          Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Succeed' },
      },
    };
    expect((await runMachine(machine, { worker: () => failWith('Any') })).status).toBe('SUCCEEDED');
    expect(await runMachine(machine, { worker: () => ({}) })).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
    });
  });
});

describe('a distributed Map', () => {
  const map = (more: object): object => ({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
          StartAt: 'Work',
          States: { Work: { Type: 'Task', Resource: lambda, End: true } },
        },
        End: true,
        ...more,
      },
    },
  });
  const odd = (request: { readonly input: unknown }): ReturnType<typeof succeed> =>
    Number(request.input) % 2 === 1 ? failWith('Odd') : succeed(request.input as number);

  it('fails with ExceedToleratedFailureThreshold once more items failed than it tolerates', async () => {
    const result = await runMachine(map({ ToleratedFailureCount: 1 }), { input: [1, 2, 3, 4], worker: odd });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
    expect(typesOf(result)).toContain('MapRunFailed');
    expect(result.mapRuns[0]).toMatchObject({ status: 'FAILED', itemCounts: { total: 4 } });
  });

  it('tolerates failures within its percentage and gives what succeeded', async () => {
    const result = await runMachine(map({ ToleratedFailurePercentage: 50 }), { input: [1, 2, 3, 4], worker: odd });
    expect(result).toMatchObject({ status: 'SUCCEEDED', output: [2, 4] });
    expect(result.mapRuns[0]).toMatchObject({ status: 'SUCCEEDED', itemCounts: { succeeded: 2, failed: 2 } });
  });

  it('fails with ItemReaderFailed in the words of the store', async () => {
    const reader = {
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket: 'b', Key: 'k' },
      },
    };
    const store = (): never => {
      throw new StoreProblem('NoSuchKey', 'The specified key does not exist.');
    };
    const result = await runMachine(map(reader), { store });
    expect(result).toMatchObject({ error: 'States.ItemReaderFailed', cause: 'The specified key does not exist.' });
  });

  it('fails with ResultWriterFailed when the results cannot be written', async () => {
    const writer = {
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b', Prefix: 'p' } },
    };
    const store = (): never => {
      throw new StoreProblem('NoSuchBucket', 'The specified bucket does not exist');
    };
    const result = await runMachine(map(writer), { input: [2], worker: odd, store });
    expect(result).toMatchObject({ error: 'States.ResultWriterFailed', cause: 'The specified bucket does not exist' });
  });

  it('writes results by status with a manifest, and gives where they are', async () => {
    const written = new Map<string, string>();
    const result = await runMachine(
      map({
        ToleratedFailurePercentage: 100,
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b', Prefix: 'p' } },
      }),
      {
        input: [1, 2],
        worker: odd,
        store: (request) => {
          if (request.kind === 'putObject') written.set(request.key.replace(/[0-9a-f-]{36}/, 'run'), request.body);
        },
      },
    );
    expect([...written.keys()]).toEqual(['p/run/FAILED_0.json', 'p/run/SUCCEEDED_0.json', 'p/run/manifest.json']);
    expect(result.output).toMatchObject({ ResultWriterDetails: { Bucket: 'b' } });
  });

  it('reads JSON Lines, objects of a bucket, and batches items', async () => {
    const jsonl = {
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSONL' },
        Parameters: { Bucket: 'b', Key: 'k' },
      },
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { fixed: true } },
    };
    const echo = (request: { readonly input: unknown }): ReturnType<typeof succeed> => succeed(request.input as never);
    const result = await runMachine(map(jsonl), { worker: echo, store: () => '{"a":1}\n{"a":2}\n\n{"a":3}\n' });
    expect(result.output).toEqual([
      { BatchInput: { fixed: true }, Items: [{ a: 1 }, { a: 2 }] },
      { BatchInput: { fixed: true }, Items: [{ a: 3 }] },
    ]);
    const listed = await runMachine(
      map({
        ItemReader: { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b', Prefix: 'in/' } },
      }),
      {
        worker: echo,
        store: () => [{ Etag: '"e"', Key: 'in/1', LastModified: 1789180622123, Size: 3, StorageClass: 'STANDARD' }],
      },
    );
    // The time as AWS prints it.
    expect(listed.outputText).toBe(
      '[{"Etag":"\\"e\\"","Key":"in/1","Size":3,"StorageClass":"STANDARD","LastModified":1.789180622E9}]',
    );
  });
});
