import { describe, expect, it } from 'vitest';
import { compile } from '../compile';
import type { ExecutionResult } from '../simulation';
import { lambda, runMachine, runState, succeed, typesOf } from '../testing/runMachine';
import type { Worker } from '../worker';
import { folderStore, type FileAccess } from './folderStore';
import { listTestCases, readMockTestCase } from './mockConfig';
import { mockWorker } from './mockWorker';
import { nestedWorker } from './nestedWorker';
import { stubStore } from './stubStore';
import { stubWorker } from './stubWorker';
import { workerByState } from './workerByState';

const config = {
  StateMachines: {
    Orders: {
      TestCases: { Happy: { Charge: 'Charged' }, Retried: { Charge: 'Flaky' }, Broken: { Charge: 'Nowhere' } },
    },
  },
  MockedResponses: {
    Charged: { '0': { Return: { paid: true }, DelaySeconds: 3 } },
    Flaky: { '0-1': { Throw: { Error: 'Busy', Cause: 'try again' } }, '2': { Return: { paid: true } } },
    Odd: { x: { Return: 1 }, '1': { Return: 1, Throw: {} } },
  },
};

function testCase(name: string): ReturnType<typeof mockWorker> {
  const read = readMockTestCase(config, 'Orders', name);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return mockWorker(read.value, () => succeed('other'));
}

const charge = { Type: 'Task', Resource: lambda, Retry: [{ ErrorEquals: ['Busy'] }] };

describe('a mock file of Step Functions Local', () => {
  it('lists its test cases', () => {
    expect([...listTestCases(config)]).toEqual([['Orders', ['Happy', 'Retried', 'Broken']]]);
  });

  it('answers a state by the number of its call, after the delay that is ours', async () => {
    const machine = { StartAt: 'Charge', States: { Charge: { ...charge, End: true } } };
    const happy = await runMachine(machine, { worker: testCase('Happy') });
    expect(happy).toMatchObject({ output: { paid: true }, stopTime: 3000 });
    const retried = await runMachine(machine, { worker: testCase('Retried') });
    expect(typesOf(retried).filter((type) => type === 'LambdaFunctionFailed')).toHaveLength(2);
    expect(retried.output).toEqual({ paid: true });
  });

  it('fails a call it does not foresee', async () => {
    const twice = {
      StartAt: 'Charge',
      States: { Charge: { ...charge, Next: 'Again' }, Again: { Type: 'Pass', Next: 'Charge' } },
    };
    const result = await runMachine(twice, { worker: testCase('Happy') });
    expect(result).toMatchObject({
      error: 'Simulator.NoMockedResponse',
      cause: 'The mocked response "Charged" has no answer for call 1.',
    });
  });

  it('says what is wrong with it', () => {
    expect(readMockTestCase(config, 'Orders', 'None')).toMatchObject({
      ok: false,
      problem: [{ code: 'MISSING_MOCK' }],
    });
    expect(readMockTestCase(config, 'Orders', 'Broken')).toMatchObject({
      problem: [{ code: 'MISSING_MOCK', at: ['StateMachines', 'Orders', 'TestCases', 'Broken', 'Charge'] }],
    });
    const odd = { ...config, StateMachines: { Orders: { TestCases: { Happy: { Charge: 'Odd' } } } } };
    expect(readMockTestCase(odd, 'Orders', 'Happy')).toMatchObject({
      problem: [
        { code: 'INVALID_MOCK', at: ['MockedResponses', 'Odd', '1'] },
        { code: 'INVALID_MOCK', at: ['MockedResponses', 'Odd', 'x'] },
      ],
    });
  });
});

describe('a lost heartbeat', () => {
  it('times the task out that long after the last beat', async () => {
    const read = readMockTestCase(
      {
        StateMachines: { M: { TestCases: { T: { State: 'Lost' } } } },
        MockedResponses: { Lost: { '0': { HeartbeatLostAfterSeconds: 30 } } },
      },
      'M',
      'T',
    );
    if (!read.ok) throw new Error('unreadable');
    const result = await runState(
      { Type: 'Task', Resource: lambda, HeartbeatSeconds: 10, TimeoutSeconds: 600 },
      { worker: mockWorker(read.value, () => succeed(1)) },
    );
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.Timeout', stopTime: 40_000 });
  });
});

describe('a worker by state', () => {
  it('answers the states it is for', async () => {
    const worker = workerByState({ State: () => succeed('mine') }, () => succeed('other'));
    expect((await runState({ Type: 'Task', Resource: lambda }, { worker })).output).toBe('mine');
    const elsewhere = { StartAt: 'Else', States: { Else: { Type: 'Task', Resource: lambda, End: true } } };
    expect((await runMachine(elsewhere, { worker })).output).toBe('other');
  });
});

describe('the stub', () => {
  it('gives a Lambda function its event and an integration a sample of its result', async () => {
    expect(
      (await runState({ Type: 'Task', Resource: lambda }, { input: { a: 1 }, worker: stubWorker() })).output,
    ).toEqual({ a: 1 });
    const invoke = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', Payload: { b: 2 } },
    };
    expect((await runState(invoke, { worker: stubWorker() })).output).toMatchObject({
      StatusCode: 200,
      Payload: { b: 2 },
    });
    const send = {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'q', MessageBody: 'm' },
    };
    expect(Object.keys((await runState(send, { worker: stubWorker() })).output as object)).toContain(
      'MD5OfMessageBody',
    );
  });
});

describe('nested machines', () => {
  const inner = compile({
    StartAt: 'Rest',
    States: {
      Rest: { Type: 'Wait', Seconds: 5, Next: 'Out' },
      Out: { Type: 'Pass', Result: { answer: 42 }, End: true },
    },
  });
  const worker = nestedWorker(
    {
      program: (name) => (name.endsWith(':Inner') && inner.ok ? inner.value : undefined),
      worker: () => succeed({}),
    },
    () => succeed('other'),
  );
  const call = (action: string, name = 'Inner'): object => ({
    Type: 'Task',
    Resource: `arn:aws:states:::states:${action}`,
    Parameters: { StateMachineArn: `arn:aws:states:us-east-1:123456789012:stateMachine:${name}`, Input: { x: 1 } },
  });

  it('run to their end for .sync, output as text, and for .sync:2 as JSON', async () => {
    const sync = await runState(call('startExecution.sync'), { worker });
    expect(sync).toMatchObject({
      stopTime: 5000,
      output: { Status: 'SUCCEEDED', Output: '{"answer":42}', Input: '{"x":1}' },
    });
    expect(typesOf(sync)).toContain('TaskSubmitted');
    expect((await runState(call('startExecution.sync:2'), { worker })).output).toMatchObject({
      Output: { answer: 42 },
    });
  });

  it('are only started without .sync', async () => {
    expect(await runState(call('startExecution'), { worker })).toMatchObject({ stopTime: 0, output: { StartDate: 0 } });
  });

  it('start at the time of their parent, and keep their name taken', async () => {
    const named = (state: object, more: object): object => ({
      ...state,
      Parameters: { ...(state as { Parameters: object }).Parameters, Name: 'n1', ...more },
    });
    const twice = (second: object, between = 1): object => ({
      StartAt: 'Rest',
      States: {
        Rest: { Type: 'Wait', Seconds: 7, Next: 'First' },
        First: { ...named(call('startExecution'), {}), Next: 'Between' },
        Between: { Type: 'Wait', Seconds: between, Next: 'Second' },
        Second: { ...second, End: true },
      },
    });
    const fresh = (): Worker =>
      nestedWorker({ program: () => (inner.ok ? inner.value : undefined), worker: () => succeed({}) }, () =>
        succeed('other'),
      );
    const same = named(call('startExecution.sync:2'), {});
    // Started at 7 s, asked for again on the same input at 8 s, ended at 12 s.
    expect(await runMachine(twice(same), { worker: fresh() })).toMatchObject({
      stopTime: 12_000,
      output: { Name: 'n1', StartDate: 7000, StopDate: 12_000, Output: { answer: 42 } },
    });
    const taken = {
      error: 'StepFunctions.ExecutionAlreadyExistsException',
      cause: "Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:Inner:n1'",
    };
    const other = named(call('startExecution.sync:2'), { Input: { x: 2 } });
    expect(await runMachine(twice(other), { worker: fresh() })).toMatchObject(taken);
    expect(await runMachine(twice(same, 5), { worker: fresh() })).toMatchObject(taken);
  });

  it('fail the task when there is no such machine', async () => {
    expect((await runState(call('startExecution.sync', 'Nope'), { worker })).error).toBe(
      'StepFunctions.StateMachineDoesNotExistException',
    );
  });
});

describe('an S3 of samples', () => {
  const read = (ReaderConfig: object, Key = 'data'): Promise<ExecutionResult> =>
    runState(
      {
        Type: 'Map',
        ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key }, ReaderConfig },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'I',
          States: { I: { Type: 'Pass', End: true } },
        },
      },
      { store: stubStore(0) },
    );
  const rows = [
    { id: 'id-1', name: 'name-1' },
    { id: 'id-2', name: 'name-2' },
    { id: 'id-3', name: 'name-3' },
  ];
  const items = [{ id: 1 }, { id: 2 }, { id: 3 }];

  it.each<[string, object, string, unknown]>([
    ['JSON', { InputType: 'JSON' }, 'data.csv', items],
    ['JSON at a pointer', { InputType: 'JSON', ItemsPointer: '/data/a~1b' }, 'data', items],
    ['JSON Lines', { InputType: 'JSONL' }, 'log.json', items],
    ['CSV', { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }, 'export/part-0000', rows],
    [
      'CSV with given headers',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['x'] },
      'data.json',
      [{ x: 'x-1' }, { x: 'x-2' }, { x: 'x-3' }],
    ],
    [
      'an Athena manifest',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', ManifestType: 'ATHENA_DATA' },
      'manifest.csv',
      rows,
    ],
  ])('holds what its reader takes an object for, whatever its name: %s', async (_what, config, key, expected) => {
    expect(await read(config, key)).toMatchObject({ status: 'SUCCEEDED', output: expected });
  });

  it('holds inventories with three objects', async () => {
    for (const config of [{ InputType: 'MANIFEST' }, { ManifestType: 'S3_INVENTORY' }])
      expect((await read(config)).output).toEqual(
        [1, 2, 3].map((row) => ({ Bucket: `Bucket-${row}`, Key: `Key-${row}`, Size: `Size-${row}` })),
      );
  });
});

describe('a folder as S3', () => {
  const files = new Map([['bucket/in/a.json', '[1]']]);
  const access: FileAccess = {
    read: (path) => Promise.resolve(files.get(path)),
    write: (path, text) => Promise.resolve(void files.set(path, text)),
    list: (path) =>
      Promise.resolve(
        path === 'bucket'
          ? [...files].map(([file, text]) => ({ path: file, size: text.length, modified: 1000 }))
          : undefined,
      ),
  };
  const store = folderStore(access);

  it('reads, writes and lists objects', async () => {
    expect(await store({ kind: 'getObject', bucket: 'bucket', key: 'in/a.json' })).toBe('[1]');
    await store({ kind: 'putObject', bucket: 'bucket', key: 'out/b.json', body: '[2]' });
    expect(await store({ kind: 'listObjects', bucket: 'bucket', prefix: 'out/' })).toMatchObject([
      { Key: 'out/b.json', Size: 3 },
    ]);
  });

  it('refuses a key that leaves the folder, and says what is missing in the words of S3', async () => {
    await expect(store({ kind: 'getObject', bucket: 'bucket', key: '../../etc/passwd' })).rejects.toMatchObject({
      code: 'InvalidKey',
    });
    await expect(store({ kind: 'getObject', bucket: '..', key: 'x' })).rejects.toMatchObject({ code: 'InvalidKey' });
    await expect(store({ kind: 'getObject', bucket: 'bucket', key: 'none' })).rejects.toMatchObject({
      code: 'NoSuchKey',
    });
    await expect(store({ kind: 'listObjects', bucket: 'none', prefix: '' })).rejects.toMatchObject({
      code: 'NoSuchBucket',
    });
  });
});
