import { describe, expect, it } from 'vitest';
import { lambda, runMachine, runState, succeed, typesOf } from './testing/runMachine';

const pass = (more: object): object => ({ Type: 'Pass', End: true, ...more });
const scope = (state: object): object => ({ StartAt: 'I', States: { I: state } });
const half = 'x'.repeat(200_000);
const twice = { 'a.$': '$.a', 'b.$': '$.a' };
const twiceInJsonata = { a: '{% $states.input.a %}', b: '{% $states.input.a %}' };
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } };
const sent =
  "The state/task 'State' provided parameters with a size exceeding the maximum number of bytes service limit.";
const returned =
  "The state/task 'State' returned a result with a size exceeding the maximum number of bytes service limit.";

describe('States.DataLimitExceeded', () => {
  it.each<[string, object]>([
    ['the Parameters of a function', { Type: 'Task', Resource: lambda, Parameters: twice }],
    [
      'the Parameters of an integration',
      { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f', Payload: twice } },
    ],
    [
      'the Arguments of a Task',
      { QueryLanguage: 'JSONata', Type: 'Task', Resource: lambda, Arguments: twiceInJsonata },
    ],
    ['the Parameters of a Parallel', { Type: 'Parallel', Parameters: twice, Branches: [scope(pass({ Result: 1 }))] }],
    [
      'the Arguments of a Parallel',
      {
        QueryLanguage: 'JSONata',
        Type: 'Parallel',
        Arguments: twiceInJsonata,
        Branches: [scope(pass({ Result: 1 }))],
      },
    ],
    [
      'what an ItemSelector gives',
      { Type: 'Map', ItemsPath: '$.list', ItemSelector: twice, ItemProcessor: scope(pass({ Result: 1 })) },
    ],
    [
      'the input of a child execution',
      {
        Type: 'Map',
        ItemsPath: '$.list',
        ItemSelector: twice,
        ItemProcessor: { ...distributed, ...scope(pass({ Result: 1 })) },
      },
    ],
  ])('is raised for %s', async (_what, state) => {
    const result = await runState(state, { input: { a: half, list: [1] } });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded', cause: sent });
    expect(typesOf(result).filter((type) => /Scheduled|StateStarted/.test(type) && !type.startsWith('Map'))).toEqual(
      [],
    );
  });

  it.each<[string, object]>([
    ['a Parallel', { Type: 'Parallel', Branches: [scope(pass({})), scope(pass({}))] }],
    [
      'an inline Map',
      { Type: 'Map', ItemsPath: '$.list', ItemSelector: { 'a.$': '$.a' }, ItemProcessor: scope(pass({})) },
    ],
    [
      'a distributed Map',
      {
        Type: 'Map',
        ItemsPath: '$.list',
        ItemSelector: { 'a.$': '$.a' },
        ItemProcessor: { ...distributed, ...scope(pass({})) },
      },
    ],
  ])('is raised for the result of %s, whatever ResultSelector would leave of it', async (_what, state) => {
    const result = await runState({ ...state, ResultSelector: { one: 1 } }, { input: { a: half, list: [1, 2] } });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded', cause: returned });
  });

  it('counts bytes of UTF-8', async () => {
    const state = { Type: 'Task', Resource: lambda, Parameters: { 'a.$': '$.a' } };
    // {"a":"..."} takes 8 bytes more than its text.
    expect((await runState(state, { input: { a: '€'.repeat(87_379) } })).error).toBe('States.DataLimitExceeded');
    expect((await runState(state, { input: { a: '€'.repeat(87_378) } })).status).toBe('SUCCEEDED');
    expect((await runState(state, { input: { a: '😀'.repeat(65_534) } })).status).toBe('SUCCEEDED');
    expect((await runState(state, { input: { a: '😀'.repeat(65_535) } })).error).toBe('States.DataLimitExceeded');
  });

  it('of what a Task sends or leaves behind is taken by its own name, not by States.ALL', async () => {
    const machine = (state: object, name: string): object => ({
      StartAt: 'State',
      States: {
        State: {
          Type: 'Task',
          Resource: lambda,
          ...state,
          Catch: [{ ErrorEquals: [name], Next: 'Caught' }],
          End: true,
        },
        Caught: pass({ Result: 'caught' }),
      },
    });
    const input = { a: half };
    const worker = (): ReturnType<typeof succeed> => succeed(half);
    for (const state of [{ Parameters: twice }, { ResultPath: '$.b' }]) {
      const named = await runMachine(machine(state, 'States.DataLimitExceeded'), { input, worker });
      expect(named.output).toBe('caught');
      const all = await runMachine(machine(state, 'States.ALL'), { input, worker });
      expect(all.error).toBe('States.DataLimitExceeded');
    }
  });
});

describe('Assign', () => {
  const assign = (Assign: object, more: object = {}): object => ({ Type: 'Pass', Assign, ...more });

  it('holds 256 KiB at most', async () => {
    const input = { a: half };
    const result = await runState(assign(twice), { input });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect((await runState(assign({ 'a.$': '$.a' }), { input })).status).toBe('SUCCEEDED');
    const jsonata = await runState(assign(twiceInJsonata, { QueryLanguage: 'JSONata' }), { input });
    expect(jsonata.error).toBe('States.DataLimitExceeded');
  });

  it('lets all variables together hold 10 MiB, each counted as it is now', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `v${String(i)}`);
    const chain = (sameName: boolean): object => ({
      StartAt: 'v0',
      States: Object.fromEntries(
        names.map((name, i) => [
          name,
          assign({ [sameName ? 'v.$' : `${name}.$`]: '$.a' }, i < 59 ? { Next: names[i + 1] } : { End: true }),
        ]),
      ),
    });
    const result = await runMachine(chain(false), { input: { a: half } });
    expect(result).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(result.events.filter(({ type }) => type === 'PassStateExited')).toHaveLength(52);
    expect((await runMachine(chain(true), { input: { a: half } })).status).toBe('SUCCEEDED');
  });

  it('counts what it sees of the scopes around it', async () => {
    const inner = scope(assign({ 'two.$': '$.a' }, { End: true, ResultPath: null }));
    const machine = {
      StartAt: 'A',
      States: {
        A: assign({ 'one.$': '$.a' }, { Next: 'P' }),
        P: { Type: 'Parallel', Branches: [inner], ResultPath: null, End: true },
      },
    };
    const limits = { variableBytes: 300_000 };
    expect((await runMachine(machine, { input: { a: half }, limits })).error).toBe('States.DataLimitExceeded');
    expect((await runMachine(machine, { input: { a: half }, limits: { variableBytes: 401_000 } })).status).toBe(
      'SUCCEEDED',
    );
  });

  it.each(['1a', 'x.y', 'a-b', '$a', 'states', 'a'.repeat(81)])('refuses the name %s', async (name) => {
    await expect(runState(assign({ [name]: 1 }))).rejects.toThrow('INVALID_VARIABLE');
    const caught = {
      Type: 'Task',
      Resource: lambda,
      Catch: [{ ErrorEquals: ['E'], Assign: { [name]: 1 }, Next: 'State' }],
    };
    await expect(runState(caught)).rejects.toThrow('INVALID_VARIABLE');
  });

  it('does not reach the variables of an outer scope', async () => {
    const machine = (state: object): object => ({
      StartAt: 'A',
      States: { A: assign({ outer: 1 }, { Next: 'P' }), P: { ...state, End: true } },
    });
    const inner = scope(assign({ outer: 2 }, { End: true }));
    for (const state of [
      { Type: 'Parallel', Branches: [inner] },
      { Type: 'Map', ItemsPath: '$.list', ItemProcessor: inner },
    ])
      expect(await runMachine(machine(state), { input: { list: [1] } })).toMatchObject({
        error: 'States.Runtime',
        cause: expect.stringMatching(
          /^An error occurred while executing the state 'I' .* The variable 'outer'/,
        ) as string,
      });
    // Branches may have a name in common.
    const branches = [scope(assign({ mine: 1 }, { End: true })), scope(assign({ mine: 2 }, { End: true }))];
    expect((await runMachine(machine({ Type: 'Parallel', Branches: branches }))).status).toBe('SUCCEEDED');
  });

  it('sees the raw result beside ResultSelector', async () => {
    const states: readonly (readonly [object, unknown])[] = [
      [
        { Type: 'Task', Resource: lambda },
        { id: 7, rest: 1 },
      ],
      [{ Type: 'Map', ItemsPath: '$.list', ItemProcessor: scope(pass({})) }, [5, 6]],
      [{ Type: 'Parallel', Branches: [scope(pass({ Result: 'one' }))] }, ['one']],
    ];
    for (const [state, raw] of states) {
      const result = await runMachine(
        {
          StartAt: 'A',
          States: {
            A: { ...state, ResultSelector: { fixed: 1 }, Assign: { 'raw.$': '$' }, Next: 'B' },
            B: pass({ Parameters: { 'raw.$': '$raw', 'in.$': '$' } }),
          },
        },
        { input: { list: [5, 6] }, worker: () => succeed({ id: 7, rest: 1 }) },
      );
      expect(result.output).toEqual({ raw, in: { fixed: 1 } });
    }
  });
});
