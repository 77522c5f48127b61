import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { services as known } from '../../shared/services/index';
import { oneTask, TestFolder } from '../testing/callCommand';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
  folder.write('orders.asl.json', oneTask);
  folder.write('events.json', []);
  folder.write('text.txt', 'no history');
});
afterAll(() => folder.remove());

const text = (part: string) => expect.stringContaining(part) as string;

describe('cost', () => {
  it('writes the bill of a run with what is assumed', async () => {
    const { code, out } = await folder.call(['cost', '@orders.asl.json', '--executions', '1000']);
    expect(code).toBe(0);
    expect(out).toContain('Step Functions  2 × Step Functions Standard transition');
    expect(out).toMatch(/^Charge +1 × Lambda request +\$0\.0000002/m);
    expect(out).toMatch(/^Charge: assumed: .+/m);
    expect(out).toMatch(/for a run that ended SUCCEEDED, in us-east-1\n\$0\.\d+ for 1000 of them\n/);
  });

  it('prices the history of an execution as it does the run', async () => {
    const history = join(folder.path, 'history.json');
    await folder.call(['run', '@orders.asl.json', '--history', history]);
    const [ran, told] = [
      await folder.call(['cost', '@orders.asl.json', '--json']),
      await folder.call(['cost', '@orders.asl.json', '--of', history, '--json']),
    ];
    expect(told).toEqual(ran);
    const bill = JSON.parse(told.out) as { usd: number; own: { usd: number }[]; steps: { usd: number }[] };
    const sum = [...bill.own, ...bill.steps].reduce((total, { usd }) => total + usd, 0);
    expect(bill.usd).toBeCloseTo(sum, 12);
    expect(bill.own[0]?.usd).toBeCloseTo(0.00005, 12);
  });

  it('takes other prices', async () => {
    folder.write('prices.json', { prices: { 'states.transition': 1 } });
    const { out } = await folder.call(['cost', '@orders.asl.json', '--prices', '@prices.json', '--json']);
    expect((JSON.parse(out) as { usd: number }).usd).toBeGreaterThan(2);
  });

  it.each([
    [['--prices', '@events.json'], 2, 'events.json: The file has no object “prices”.'],
    [['--prices', '@none.json'], 3, 'none.json: there is no such file.'],
    [['--of', '@text.txt'], 2, 'text.txt:1:1: this is not JSON'],
    [['--of', '@events.json'], 2, 'events.json: The history is empty.'],
    [
      ['--of', '@events.json', '--input', '{}'],
      2,
      '--of prices what has happened: --input, --mocks and --policy do not go with it.',
    ],
    [['--executions', '0'], 2, '--executions is a whole number from 1 on, not "0".'],
  ])('refuses %j', async (args, code, part) => {
    expect(await folder.call(['cost', '@orders.asl.json', ...args])).toEqual({ code, out: '', err: text(part) });
  });
});

describe('role', () => {
  it('lists what is needed and by whom', async () => {
    expect(await folder.call(['role', '@orders.asl.json'])).toEqual({
      code: 0,
      err: '',
      out: `lambda:InvokeFunction
  on arn:aws:lambda:eu-west-1:123456789012:function:charge
  on arn:aws:lambda:eu-west-1:123456789012:function:charge:*
  for Charge
`,
    });
  });

  it('writes policies that "run --policy" takes', async () => {
    const { out } = await folder.call(['role', '@orders.asl.json', '--json', '--logging']);
    const { policy, trust } = JSON.parse(out) as { policy: object; trust: object };
    expect(JSON.stringify(policy)).toContain('logs:CreateLogDelivery');
    expect(JSON.stringify(trust)).toContain('arn:aws:states:eu-west-1:123456789012:stateMachine:orders');
    folder.write('policy.json', policy);
    expect(await folder.call(['run', '@orders.asl.json', '--policy', '@policy.json'])).toMatchObject({ code: 0 });
  });

  it('says that a machine without tasks needs none', async () => {
    folder.write('pass.asl.json', { StartAt: 'A', States: { A: { Type: 'Succeed' } } });
    expect(await folder.call(['role', '@pass.asl.json'])).toMatchObject({ out: 'It needs no permissions.\n' });
  });
});

describe('services', () => {
  it('lists every service, and the resources of those that are named', async () => {
    const all = await folder.call(['services']);
    expect(all.out.trimEnd().split('\n')).toHaveLength(known.length);
    const { out } = await folder.call(['services', 'lambda']);
    expect(out).toMatch(/lambda\.invoke +requestResponse +arn:aws:states:::lambda:invoke\n/);
    const json = await folder.call(['services', 'sqs', '--json']);
    expect(JSON.parse(json.out)).toMatchObject([{ id: 'sqs', actions: [{ id: text('sqs.') }] }]);
  });

  it.each([
    ['lamda', 'There is no service "lamda". Did you mean lambda?'],
    ['quantum', 'There is no service "quantum". Known are lambda, '],
  ])('refuses %s', async (name, part) => {
    expect(await folder.call(['services', name])).toEqual({ code: 2, out: '', err: text(part) });
  });
});

describe('replay', () => {
  const event = (id: number, type: string, details: object = {}) => ({
    id,
    type,
    timestamp: 1769846400 + id,
    previousEventId: id - 1,
    ...details,
  });
  const entered = event(2, 'FailStateEntered', { stateEnteredEventDetails: { name: 'Stop', input: '{}' } });
  const failed = event(3, 'ExecutionFailed', { executionFailedEventDetails: { error: 'Refused', cause: 'no money' } });

  it('tells an execution of AWS, one answer or pages', async () => {
    folder.write('aws.json', {
      events: [event(1, 'ExecutionStarted', { executionStartedEventDetails: { input: '{}' } }), entered, failed],
    });
    const { code, out } = await folder.call(['replay', '@aws.json']);
    expect(code).toBe(1);
    expect(out).toContain('FAILED after 2 s, 3 events\nFailed at "Stop": Refused: no money\n');
    const pages = [{ events: [event(1, 'ExecutionStarted')] }, { events: [entered, failed] }];
    const json = await folder.call(['replay', '-', '--json'], JSON.stringify(pages));
    expect(JSON.parse(json.out)).toMatchObject({
      status: 'FAILED',
      startTime: '2026-01-31T08:00:01.000Z',
      failure: { state: 'Stop' },
    });
  });

  it('is in order while it runs', async () => {
    expect(await folder.call(['replay', '-'], JSON.stringify([event(1, 'ExecutionStarted')]))).toMatchObject({
      code: 0,
    });
  });

  it.each([
    ['@none.json', 3, 'none.json: there is no such file.'],
    ['@', 3, 'it is a folder.'],
    ['@text.txt', 2, 'text.txt:1:1: this is not JSON'],
    ['@orders.asl.json', 2, 'orders.asl.json: The file holds no history'],
    ['@events.json', 2, 'events.json: The history is empty.'],
  ])('refuses %s', async (file, code, part) => {
    expect(await folder.call(['replay', file])).toEqual({ code, out: '', err: text(part) });
  });

  it('refuses a history with an event missing', async () => {
    const call = await folder.call(['replay', '-'], JSON.stringify([event(1, 'ExecutionStarted'), failed]));
    expect(call).toEqual({ code: 2, out: '', err: text('<stdin>: Event 2 is missing: get the history whole') });
  });
});

describe('chances', () => {
  const few = ['--runs', '60', '--seed', '3'];

  it('counts what came of many runs, the same each time', async () => {
    const call = ['chances', '@orders.asl.json', ...few, '--failures', '0.5', '--json'];
    const first = await folder.call(call);
    expect(await folder.call(call)).toEqual(first);
    const told = JSON.parse(first.out) as {
      runs: number;
      succeeded: number;
      failing: { state: string; times: number }[];
    };
    expect(told.runs).toBe(60);
    expect(told.succeeded).toBeGreaterThan(10);
    expect(told.succeeded).toBeLessThan(50);
    expect(told.failing).toEqual([{ state: 'Charge', times: 60 - told.succeeded }]);
  });

  it('gives a report, and asks for a share', async () => {
    const none = await folder.call(['chances', '@orders.asl.json', ...few, '--failures', '0', '--at-least', '1']);
    expect(none).toMatchObject({ code: 0, out: text('60 of 60 runs succeeded (100.0 %)') });
    const all = await folder.call(['chances', '@orders.asl.json', ...few, '--failures', '1', '--at-least', '0.1']);
    expect(all).toMatchObject({ code: 1, out: text('60 failed at "Charge"') });
  });

  it.each([
    [['--runs', '0'], '--runs is a whole number from 1 to 1000000, not "0".'],
    [['--failures', '2'], '--failures is a number from 0 to 1, not "2".'],
    [['--least', '5', '--most', '2'], '--most (2) is less than --least (5).'],
    [['--seed', 'x'], '--seed is a whole number from 0 on, not "x".'],
    [['--input', '{'], '--input:1:2: this is not JSON'],
  ])('refuses %j', async (args, part) => {
    expect(await folder.call(['chances', '@orders.asl.json', ...args])).toEqual({ code: 2, out: '', err: text(part) });
  });
});
