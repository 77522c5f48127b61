import { describe, expect, it } from 'vitest';
import { jsonText } from '../base/jsonNumbers';
import type { TaskRequest } from '../states/execution';
import { objectsOf } from './testing/objects';
import { failWith, lambda, startMachine, succeed, type RunOptions } from './testing/runMachine';
import type { ChildExecutionResult, ExecutionResult } from './simulation';
import type { TaskAnswer } from './worker';

interface Ran {
  readonly result: ExecutionResult;
  readonly children: readonly ChildExecutionResult[];
  readonly written: ReadonlyMap<string, string>;
}

const work = { StartAt: 'W', States: { W: { Type: 'Task', Resource: lambda, End: true } } };

/** Runs a distributed Map over a list; the folder of what it writes reads `run`. */
async function run(state: object, input: unknown, options: RunOptions = {}, ExecutionType = 'STANDARD'): Promise<Ran> {
  const { store, written } = objectsOf({});
  const map = {
    Type: 'Map',
    Label: 'Each',
    ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType }, ...work },
    End: true,
    ...state,
  };
  const simulation = startMachine(
    { StartAt: 'M', States: { M: map } },
    { input: input as never, store, worker: echo, ...options },
  );
  const result = await simulation.runToEnd();
  const files = [...written].map(([key, body]) => [key.replace(/[0-9a-f-]{36}/, 'run'), body] as const);
  return { result, children: simulation.childExecutions(), written: new Map(files) };
}

const echo = (request: TaskRequest): TaskAnswer => succeed(request.parameters);
const odd = (request: TaskRequest): TaskAnswer =>
  Number(request.parameters) % 2 === 1 ? failWith('Odd', 'why') : succeed(request.parameters);

describe('the context object', () => {
  const reads = (Mode: string) => ({
    ItemSelector: { 'value.$': '$$.Map.Item.Value' },
    ItemProcessor: {
      ProcessorConfig: { Mode, ...(Mode === 'INLINE' ? {} : { ExecutionType: 'STANDARD' }) },
      QueryLanguage: 'JSONata',
      StartAt: 'W',
      States: {
        W: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% $exists($states.context.Map) %}', End: true },
      },
    },
  });

  it('has the item in iterations, and in the ItemSelector alone of a distributed Map', async () => {
    expect((await run(reads('INLINE'), ['a'])).result.output).toEqual([true]);
    const distributed = await run(reads('DISTRIBUTED'), ['a']);
    expect(distributed.result.output).toEqual([false]);
    expect(distributed.children.map(({ inputText }) => inputText)).toEqual(['{"value":"a"}']);
  });
});

describe('an ItemBatcher', () => {
  const items = Array.from({ length: 10 }, (_, i) => `item${String(i)}`);
  const inputs = ({ children }: Ran): readonly string[] => children.map(({ inputText }) => inputText);

  it('makes batches whose whole input fits into MaxInputBytesPerBatch', async () => {
    for (const MaxInputBytesPerBatch of [102, 109, 120, 150]) {
      const ran = await run({ ItemBatcher: { MaxInputBytesPerBatch, BatchInput: { a: 'x'.repeat(60) } } }, items);
      const sizes = inputs(ran).map((text) => text.length);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(MaxInputBytesPerBatch);
      // No batch could have taken the next item, a comma before it.
      for (const size of sizes.slice(0, -1)) expect(size + 8).toBeGreaterThan(MaxInputBytesPerBatch);
      expect(inputs(ran).flatMap((text) => (JSON.parse(text) as { Items: string[] }).Items)).toEqual(items);
    }
  });

  it('counts bytes of UTF-8, and as many items as MaxItemsPerBatch says', async () => {
    // {"Items":["€","€"]}
    const two = await run({ ItemBatcher: { MaxInputBytesPerBatch: 23 } }, ['€', '€', '€']);
    expect(inputs(two)).toEqual(['{"Items":["€","€"]}', '{"Items":["€"]}']);
    const both = await run({ ItemBatcher: { MaxInputBytesPerBatch: 1000, MaxItemsPerBatch: 4 } }, items);
    expect(both.result.mapRuns[0]?.executionCounts.total).toBe(3);
  });

  it('fails on an item that fits into no batch, and never sends more than 256 KiB', async () => {
    const { result } = await run({ ItemBatcher: { MaxInputBytesPerBatch: 101, BatchInput: 'x'.repeat(80) } }, items);
    expect(result.error).toBe('States.DataLimitExceeded');
    const big = await run(
      { ItemBatcher: { MaxItemsPerBatch: 100 }, ResultSelector: {} },
      ['x'.repeat(140_000), 'y'.repeat(140_000)],
      {
        worker: () => succeed(1),
      },
    );
    expect(big.children).toHaveLength(2);
  });

  it('counts items, not batches, for DescribeMapRun and for the tolerance', async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const worker = (request: TaskRequest): TaskAnswer =>
      jsonText(request.parameters).includes('7') ? failWith('Seven') : succeed(1);
    const batches = { ItemBatcher: { MaxItemsPerBatch: 5 } };
    const tolerant = await run({ ...batches, ToleratedFailureCount: 5 }, numbers, { worker });
    expect(tolerant.result.mapRuns[0]).toMatchObject({
      status: 'SUCCEEDED',
      itemCounts: { total: 10, succeeded: 5, failed: 5, aborted: 0, pending: 0, running: 0 },
      executionCounts: { total: 2, succeeded: 1, failed: 1 },
    });
    for (const tolerance of [{ ToleratedFailureCount: 4 }, { ToleratedFailurePercentage: 49 }])
      expect((await run({ ...batches, ...tolerance }, numbers, { worker })).result.error).toBe(
        'States.ExceedToleratedFailureThreshold',
      );
    const share = await run({ ...batches, ToleratedFailurePercentage: 50 }, numbers, { worker });
    expect(share.result.status).toBe('SUCCEEDED');
  });
});

describe('a ResultWriter', () => {
  const writer = (WriterConfig?: object): object => ({
    ResultWriter: {
      Resource: 'arn:aws:states:::s3:putObject',
      Parameters: { Bucket: 'b', Prefix: 'p/' },
      ...(WriterConfig === undefined ? {} : { WriterConfig }),
    },
    ToleratedFailurePercentage: 100,
  });
  const preview = (Transformation: string): object => ({
    ResultWriter: { WriterConfig: { Transformation, OutputType: 'JSON' } },
    ToleratedFailurePercentage: 100,
  });
  const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

  it('writes a record of each child execution that ran, under its own name', async () => {
    const { children, written } = await run(writer(), [1, 2], { worker: odd, startTime: Date.UTC(2026, 0, 2) });
    const [failed, succeeded] = children;
    const common = (child: ChildExecutionResult | undefined): object => ({
      ExecutionArn: child?.settings.executionArn,
      Name: child?.settings.executionName,
      InputDetails: { Included: true },
      StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine/Each',
      RedriveCount: 0,
      StartDate: '2026-01-02T00:00:00.000Z',
      StopDate: '2026-01-02T00:00:00.000Z',
    });
    expect(parsed(written.get('p/run/SUCCEEDED_0.json'))).toEqual([
      {
        ...common(succeeded),
        Input: '2',
        Output: '2',
        OutputDetails: { Included: true },
        RedriveStatus: 'NOT_REDRIVABLE',
        RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
        Status: 'SUCCEEDED',
      },
    ]);
    expect(parsed(written.get('p/run/FAILED_0.json'))).toEqual([
      {
        ...common(failed),
        Input: '1',
        Error: 'Odd',
        Cause: 'why',
        RedriveStatus: 'REDRIVABLE_BY_MAP_RUN',
        Status: 'FAILED',
      },
    ]);
    const size = new TextEncoder().encode(written.get('p/run/FAILED_0.json')).length;
    expect(parsed(written.get('p/run/manifest.json'))).toMatchObject({
      DestinationBucket: 'b',
      ResultFiles: { FAILED: [{ Size: size }], PENDING: [], SUCCEEDED: [{}] },
    });
  });

  it('leaves out what an Express execution does not have', async () => {
    const { written } = await run(writer(), [2], { worker: odd }, 'EXPRESS');
    const [record] = parsed(written.get('p/run/SUCCEEDED_0.json')) as readonly object[];
    expect(Object.keys(record ?? {}).filter((key) => key.startsWith('Redrive'))).toEqual([]);
    expect(record).toMatchObject({ ExecutionArn: expect.stringContaining(':express:') as string });
  });

  it('writes what a failed Map Run came to: stopped with the failed, unstarted as pending', async () => {
    const worker = (request: TaskRequest): TaskAnswer =>
      request.parameters === 1 ? failWith('Odd') : succeed(request.parameters, 60_000);
    const { result, written } = await run(
      { ...writer(), ToleratedFailurePercentage: 0, MaxConcurrency: 2 },
      [1, 2, 3],
      { worker },
    );
    expect(result.error).toBe('States.ExceedToleratedFailureThreshold');
    expect(parsed(written.get('p/run/FAILED_0.json'))).toMatchObject([{ Status: 'FAILED' }, { Status: 'ABORTED' }]);
    expect(parsed(written.get('p/run/PENDING_0.json'))).toEqual([
      { Input: '3', InputDetails: { Included: true }, Status: 'PENDING' },
    ]);
    expect(written.has('p/run/manifest.json')).toBe(true);
    expect(result.mapRuns[0]?.itemCounts).toMatchObject({ total: 3, failed: 1, aborted: 1, pending: 1 });
  });

  it('gives outputs for COMPACT, joined for FLATTEN, and failures as records in any case', async () => {
    const worker = (request: TaskRequest): TaskAnswer =>
      request.parameters === 'bad' ? failWith('Bad') : succeed(request.parameters);
    const input = [[1, 2], 'bad', [3], { a: 4 }];
    const failed = expect.objectContaining({ Status: 'FAILED', Error: 'Bad' }) as unknown;
    expect((await run(preview('COMPACT'), input, { worker })).result.output).toEqual([[1, 2], failed, [3], { a: 4 }]);
    expect((await run(preview('FLATTEN'), input, { worker })).result.output).toEqual([1, 2, failed, 3, { a: 4 }]);
    const records = (await run(preview('NONE'), input, { worker })).result.output as readonly object[];
    expect(records.map((record) => 'ExecutionArn' in record)).toEqual([true, true, true, true]);
    const { written } = await run(writer({ Transformation: 'FLATTEN', OutputType: 'JSON' }), input, { worker });
    expect(written.get('p/run/SUCCEEDED_0.json')).toBe('[1,2,3,{"a":4}]');
  });

  it('writes JSON Lines into a file that ends in .json as well', async () => {
    const { written } = await run(writer({ Transformation: 'COMPACT', OutputType: 'JSONL' }), [1, { a: 2 }]);
    expect(written.get('p/run/SUCCEEDED_0.json')).toBe('1\n{"a":2}');
  });
});

describe('a child execution', () => {
  it('does not see the variables around its Map', async () => {
    const inner = { StartAt: 'I', States: { I: { Type: 'Pass', Parameters: { 'o.$': '$o' }, End: true } } };
    const machine = (ItemProcessor: object, more: object = {}): object => ({
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { o: 1 }, Next: 'M' },
        M: { Type: 'Map', ItemProcessor, End: true, ...more },
      },
    });
    const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
    const simulation = startMachine(machine({ ...distributed, ...inner }), { input: [1] });
    expect((await simulation.runToEnd()).status).toBe('FAILED');
    expect(simulation.childExecutions()[0]).toMatchObject({ error: 'States.Runtime' });
    const inline = await startMachine(machine(inner), { input: [1] }).runToEnd();
    expect(inline.output).toEqual([{ o: 1 }]);
    const handed = { ItemSelector: { 'o.$': '$o' } };
    const pass = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } };
    expect(
      (await startMachine(machine({ ...distributed, ...pass }, handed), { input: [1] }).runToEnd()).output,
    ).toEqual([{ o: 1 }]);
  });
});

describe('the histories of child executions', () => {
  const items = [0, 1, 2, 3];
  const writer = { ResultWriter: { WriterConfig: { OutputType: 'JSON', Transformation: 'NONE' } } };
  const tolerant = { ...writer, ToleratedFailurePercentage: 100 };

  it('are dropped where they are not kept, but for those that failed; the records stay', async () => {
    const all = await run(tolerant, items, { worker: odd });
    const some = await run(tolerant, items, { worker: odd, keepsHistory: (_mapRun, index) => index === 2 });
    expect(some.result.output).toEqual(all.result.output);
    expect(some.result.events).toEqual(all.result.events);
    expect(all.children.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(some.children.map(({ index, status }) => [index, status])).toEqual([
      [1, 'FAILED'],
      [2, 'SUCCEEDED'],
      [3, 'FAILED'],
    ]);
  });

  it('come again out of the same options', async () => {
    const all = await run(tolerant, items, { worker: odd });
    const again = await run(tolerant, items, { worker: odd, keepsHistory: (_mapRun, index) => index === 0 });
    const one = ({ children }: Ran): unknown => children.find(({ index }) => index === 0)?.events;
    expect(one(again)).toEqual(one(all));
  });
});
