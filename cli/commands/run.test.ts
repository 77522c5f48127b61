import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneTask, TestFolder } from '../testing/callCommand';

let folder: TestFolder;
beforeAll(() => {
  folder = new TestFolder();
  folder.write('orders.asl.json', oneTask);
  folder.write('input.json', { total: 12 });
  folder.write('broken.json', '{\n  "total": }\n');
  folder.write('comment.json', '// an order\n{}\n');
  folder.write('mocks.json', mocks);
  folder.write('others.json', {
    ...mocks,
    StateMachines: { a: mocks.StateMachines.orders, b: mocks.StateMachines.orders },
  });
  folder.write('other.json', { ...mocks, StateMachines: { Orders2: { TestCases: { Good: { Charge: 'Good' } } } } });
  folder.write('empty.json', { StateMachines: {} });
  folder.write('dangling.json', { StateMachines: { orders: { TestCases: { X: { Charge: 'Nothing' } } } } });
  const other = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  folder.write('deny.json', { Version: '2012-10-17', Statement: [other] });
  folder.write('allow.json', { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } });
  folder.write('policy-of-what.json', { Statement: [{ Effect: 'Maybe' }] });
});
afterAll(() => folder.remove());

const mocks = {
  StateMachines: { orders: { TestCases: { Good: { Charge: 'Good' }, Refused: { Charge: 'Refused' } } } },
  MockedResponses: {
    Good: { '0': { Return: { Payload: 'paid' } } },
    Refused: { '0': { Throw: { Error: 'CardRefused', Cause: 'no money' } } },
  },
};

const at = ['--start-time', '2026-01-31T08:00:00Z'];

describe('run', () => {
  it('shows each state with when, how and how long, then the end', async () => {
    const machine = {
      StartAt: 'Rest',
      States: { Rest: { Type: 'Wait', Seconds: 90, Next: 'Done' }, Done: { Type: 'Succeed' } },
    };
    folder.write('wait.asl.json', machine);
    const { code, out, err } = await folder.call(['run', '@wait.asl.json', '--input', '{"a": 1}']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`+0 s         Rest  Wait     Succeeded  1 min 30 s
+1 min 30 s  Done  Succeed  Succeeded  0 s

SUCCEEDED after 1 min 30 s, 6 events
Output: {"a": 1}
`);
  });

  it('says where it failed, why, and what to do, and ends with 1', async () => {
    const { code, out } = await folder.call([
      'run',
      '@orders.asl.json',
      '--mocks',
      '@mocks.json',
      '--test-case',
      'Refused',
    ]);
    expect(code).toBe(1);
    expect(out).toContain('\nFAILED after 200 ms, ');
    expect(out).toContain('Failed at "Charge": CardRefused: no money\n');
    expect(out).toContain('No retrier or catcher took the error: add one under Errors, or mend what failed.\n');
  });

  it('indents what runs inside a Map or Parallel, and tells attempts', async () => {
    const inner = {
      StartAt: 'Try',
      States: {
        Try: { ...oneTask.States.Charge, Next: undefined, End: true, Retry: [{ ErrorEquals: ['States.ALL'] }] },
      },
    };
    folder.write('map.asl.json', {
      StartAt: 'Each',
      States: { Each: { Type: 'Map', ItemProcessor: inner, End: true } },
    });
    folder.write('twice.json', {
      StateMachines: { map: { TestCases: { Twice: { Try: 'Twice' } } } },
      MockedResponses: { Twice: { '0': { Throw: { Error: 'E' } }, '1-9': { Return: 1 } } },
    });
    const { code, out } = await folder.call(['run', '@map.asl.json', '--input', '[1]', '--mocks', '@twice.json']);
    expect({ code, rows: out.split('\n').slice(0, 2) }).toEqual({
      code: 0,
      rows: [
        expect.stringMatching(/^\+0 s {2}Each {3} *Map {2,}Succeeded/),
        expect.stringMatching(/^\+0 s {4}Try +Task +Succeeded +1\.4 s +2 attempts$/),
      ],
    });
  });

  it('writes what happened as JSON, the same for the same seed', async () => {
    const call = ['run', '@orders.asl.json', '--input', '@input.json', '--seed', '7', ...at, '--json'];
    const first = await folder.call(call);
    expect(await folder.call(call)).toEqual(first);
    expect(JSON.parse(first.out)).toMatchObject({
      status: 'SUCCEEDED',
      seed: 7,
      startTime: '2026-01-31T08:00:00.000Z',
      input: { total: 12 },
      failure: null,
      states: [{ name: 'Charge', status: 'succeeded', attempts: 1 }, { name: 'Done' }],
    });
  });

  it('takes the input from standard input, and the workflow too, but not both', async () => {
    const input = await folder.call(['run', '@orders.asl.json', '--input', '-', '--json'], '[1]');
    expect(JSON.parse(input.out)).toMatchObject({ input: [1] });
    expect(await folder.call(['run', '-'], JSON.stringify(oneTask))).toMatchObject({ code: 0 });
    expect(await folder.call(['run', '-', '--input', '-'], '{}')).toMatchObject({ code: 2 });
  });

  it('writes a history that replay and AWS read', async () => {
    const history = join(folder.path, 'history.json');
    expect(await folder.call(['run', '@orders.asl.json', '--history', history, ...at])).toMatchObject({ code: 0 });
    const { events } = JSON.parse(readFileSync(history, 'utf8')) as { events: { type: string; timestamp: string }[] };
    expect(events[0]).toMatchObject({ id: 1, type: 'ExecutionStarted', timestamp: '2026-01-31T08:00:00.000Z' });
    const [ran, replayed] = [
      await folder.call(['run', '@orders.asl.json', ...at]),
      await folder.call(['replay', '@history.json']),
    ];
    expect(replayed).toEqual(ran);
  });

  it('stops before a state with its input', async () => {
    const call = await folder.call([
      'run',
      '@orders.asl.json',
      '--mocks',
      '@mocks.json',
      '--test-case',
      'Good',
      '--until',
      'Done',
    ]);
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(call.out).toContain('RUNNING after 200 ms, ');
    expect(call.out).toContain('Stopped at "Done" with the input {"Payload":"paid"}\n');
    const never = await folder.call([
      'run',
      '@orders.asl.json',
      '--mocks',
      '@mocks.json',
      '--test-case',
      'Refused',
      '--until',
      'Done',
    ]);
    expect(never).toMatchObject({ code: 1, err: '"Done" was not entered.\n' });
  });

  it('refuses calls that the policies do not allow', async () => {
    expect(await folder.call(['run', '@orders.asl.json', '--policy', '@allow.json'])).toMatchObject({ code: 0 });
    const denied = await folder.call(['run', '@orders.asl.json', '--policy', '@deny.json']);
    expect(denied).toMatchObject({
      code: 1,
      out: expect.stringContaining('is not authorized to perform: lambda:InvokeFunction') as string,
    });
    expect(
      await folder.call(['run', '@orders.asl.json', '--policy', '@deny.json', '--policy', '@allow.json']),
    ).toMatchObject({ code: 0 });
  });

  it('takes the only test case of a file for a machine of another name', async () => {
    expect(await folder.call(['run', '@orders.asl.json', '--mocks', '@other.json'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Output: {"Payload":"paid"}') as string,
    });
  });

  it.each([
    ['a seed that is no number', ['--seed', 'x'], 2, '--seed is a whole number from 0 on, not "x".'],
    ['a seed that is no whole number', ['--seed', '1.5'], 2, '--seed is a whole number from 0 on, not "1.5".'],
    ['a seed below 0', ['--seed=-1'], 2, '--seed is a whole number from 0 on, not "-1".'],
    ['an empty seed', ['--seed='], 2, '--seed is a whole number from 0 on, not "".'],
    ['a start that is no time', ['--start-time', 'soon'], 2, '--start-time is a time such as'],
    ['input that is no JSON', ['--input', '{"a":'], 2, '--input:1:6: this is not JSON'],
    ['an input file that is not there', ['--input', '@nothing.json'], 3, 'nothing.json: there is no such file.'],
    ['an input file that is no JSON', ['--input', '@broken.json'], 2, 'broken.json:2:12: this is not JSON'],
    [
      'an input file with comments',
      ['--input', '@comment.json'],
      2,
      'It has comments or placeholders, which JSON has not.',
    ],
    [
      'a state that there is not',
      ['--until', 'Ship'],
      2,
      'there is no state "Ship" in orders.asl.json. It has Charge, Done.',
    ],
    ['a mock file that is not there', ['--mocks', '@nothing.json'], 3, 'nothing.json: there is no such file.'],
    ['a mock file that is no JSON', ['--mocks', '@broken.json'], 2, 'broken.json:2:12: this is not JSON'],
    ['a file that holds no mocks', ['--mocks', '@input.json'], 2, 'input.json has no test cases'],
    ['a mock file without machines', ['--mocks', '@empty.json'], 2, 'empty.json has no test cases'],
    [
      'several test cases',
      ['--mocks', '@mocks.json'],
      2,
      'mocks.json has the test cases Good, Refused: choose one with --test-case.',
    ],
    [
      'a test case that there is not',
      ['--mocks', '@mocks.json', '--test-case', 'Bad'],
      2,
      'mocks.json has no test case "Bad" for "orders", but Good, Refused.',
    ],
    [
      'several machines',
      ['--mocks', '@others.json', '--test-case', 'Good'],
      2,
      'others.json is for a, b: choose one with --mocks-for.',
    ],
    [
      'a machine of the mocks that there is not',
      ['--mocks', '@others.json', '--mocks-for', 'c'],
      2,
      'others.json has no state machine "c", but a, b.',
    ],
    ['a response that there is not', ['--mocks', '@dangling.json'], 2, 'There is no mocked response "Nothing"'],
    ['a test case without a file', ['--test-case', 'Good'], 2, '--test-case needs --mocks'],
    ['a policy that is not there', ['--policy', '@nothing.json'], 3, 'nothing.json: there is no such file.'],
    [
      'a policy that is none',
      ['--policy', '@policy-of-what.json'],
      2,
      'policy-of-what.json is no policy: Statement/0/Effect: ',
    ],
    [
      'a history in a folder that is not there',
      ['--history', '@none/h.json'],
      3,
      'none/h.json: its folder is not there.',
    ],
    ['a history that is a folder', ['--history', '@'], 3, 'is a folder.'],
  ])('refuses %s', async (_what, args, code, text) => {
    const call = await folder.call(['run', '@orders.asl.json', ...args]);
    expect(call).toEqual({ code, out: '', err: expect.stringContaining(text) as string });
  });

  it('refuses a definition that does not compile', async () => {
    folder.write('typeless.asl.json', { StartAt: 'A', States: { A: { End: true } } });
    const call = await folder.call(['run', '@typeless.asl.json']);
    expect(call).toEqual({
      code: 1,
      out: '',
      err: expect.stringContaining('typeless.asl.json cannot be run: ') as string,
    });
  });
});
