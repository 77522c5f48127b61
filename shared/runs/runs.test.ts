import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import type { HistoryEvent } from '../history/events';
import { foldHistory } from '../history/fold';
import { statePath, type ScopePath } from '../workflow/paths';
import { carryOut } from './carryOut';
import type { OutcomeChange, TaskMocks } from './mocks';
import type { RunRequest } from './request';
import { breakpointIds } from './breakpoints';
import { summariseChances, type ChanceOutcome } from './chances';
import { coverage } from './coverage';
import { readHistory, unknownStates } from './importHistory';
import type { LoadedRun, ShownRun } from './run';
import { nextStop, runTo, stepBack, stepInto, stepOut, stepOver, visitAt } from './stepping';
import { suggestInput } from './suggestInput';
import { judge, readTests, withTest, type WorkflowTest } from './workflowTest';

const task = (next: object): JsonObject => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  Parameters: { QueueUrl: 'q' },
  ...next,
});

const definition: JsonObject = {
  StartAt: 'Work',
  States: {
    Work: task({
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Handle' }],
      Next: 'Each',
    }),
    Each: {
      Type: 'Map',
      ItemsPath: '$$.Execution.Input.items',
      MaxConcurrency: 1,
      ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } },
      Next: 'Done',
    },
    Handle: { Type: 'Pass', Next: 'Done' },
    Done: { Type: 'Succeed' },
  },
};

async function run(mocks: TaskMocks = {}, outcomeChanges: readonly OutcomeChange[] = []): Promise<LoadedRun> {
  const request: RunRequest = {
    definitionText: JSON.stringify(definition),
    inputText: '{"items":[1,2,3]}',
    name: 'w',
    seed: 1,
    type: 'STANDARD',
    startTime: 0,
    mocks,
    outcomeChanges,
    entryChanges: [],
    redrives: [],
  };
  const ended = await carryOut(request);
  if (!ended.ok) throw new Error(ended.problem);
  return { ...ended.value, kind: 'loaded', id: '1', workflow: 'w', label: 'r', request };
}

const pathOf = (shown: ShownRun) => foldHistory(shown.events).visits.map((visit) => visit.name);

describe('mocks', () => {
  it('fail the first calls and then succeed, with the back-off of the retrier', async () => {
    const shown = await run({ Work: { kind: 'failFirst', times: 2, error: 'Busy', cause: 'x' } });
    const [work] = foldHistory(shown.events).visits;
    expect(work?.attempts.map(({ status, backOffMs }) => [status, backOffMs])).toEqual([
      ['failed', undefined],
      ['failed', 2000],
      ['succeeded', 4000],
    ]);
  });

  it('take a change for one call alone', async () => {
    const shown = await run({}, [
      { state: 'Work', entry: 0, attempt: 0, outcome: { kind: 'failure', error: 'Odd', cause: 'c' } },
    ]);
    expect(pathOf(shown)).toEqual(['Work', 'Handle', 'Done']);
  });
});

describe('a request that cannot be carried out', () => {
  const request = async () => (await run()).request;
  const config = { StateMachines: { M: { TestCases: { Happy: {} } } }, MockedResponses: {} };

  it.each<[string, Partial<RunRequest>, RegExp]>([
    ['a definition that does not compile', { definitionText: '{"StartAt":"A"}' }, /StartAt names no state/],
    [
      'a test case that is not in the mock file',
      { mockFile: { name: 'm.json', config, stateMachine: 'M', testCase: 'Sad' } },
      /Sad/,
    ],
    [
      'a policy that cannot be read',
      {
        access: {
          machine: { partition: 'aws', region: 'us-east-1', account: '123456789012', name: 'w' },
          policies: [{ name: 'mine', kind: 'role', text: '{' }],
        },
      },
      /mine cannot be read/,
    ],
  ])('for %s says why', async (_what, change, reason) => {
    const ended = await carryOut({ ...(await request()), ...change });
    expect(ended).toEqual({ ok: false, problem: expect.stringMatching(reason) as unknown });
  });

  it('is refused when nothing failed that could be redriven', async () => {
    const ended = await carryOut({ ...(await request()), redrives: [{}] });
    expect(ended.ok).toBe(false);
  });
});

describe('a redrive', () => {
  it('goes on from what failed, with other mocks', async () => {
    const { request } = await run();
    const uncaught = { StartAt: 'Work', States: { Work: task({ End: true }) } };
    const definitionText = JSON.stringify(uncaught);
    const broken = { ...request, mocks: { Work: { kind: 'fail', error: 'Broken', cause: '' } } as const };
    const first = await carryOut({ ...broken, definitionText });
    const again = await carryOut({ ...broken, definitionText, redrives: [{}] });
    expect([first.ok && first.value.status, again.ok && again.value.status]).toEqual(['FAILED', 'SUCCEEDED']);
  });
});

describe('stepping', () => {
  it('over, into, out and back stop where states are entered, and end at the end', async () => {
    const shown = await run();
    const at = (position: number) => visitAt(shown, position)?.name;
    const each = stepOver(shown, stepOver(shown, 0));
    expect(at(each)).toBe('Each');
    expect(at(stepOver(shown, each))).toBe('Done');
    const item = runTo(shown, 0, 'Item') ?? 0;
    expect(at(item)).toBe('Item');
    expect(at(stepOut(shown, item))).toBe('Each');
    expect(stepInto(shown, item)).toBe(item + 1);
    expect(at(stepBack(shown, item))).toBe('Each');
    expect(stepOver(shown, shown.events.length)).toBe(shown.events.length);
    expect(runTo(shown, 0, 'Handle')).toBeNull();
  });

  it.each([
    ['the third entry', { nth: 3, expression: '' }, 3],
    ['a condition on the input', { nth: null, expression: 'input = 2' }, 2],
    ['a condition that cannot be evaluated, so that it is noticed', { nth: null, expression: '$nope(' }, 1],
  ])('a breakpoint stops at %s', async (_title, condition, iteration) => {
    const shown = await run();
    const item = statePath('/States/Each/ItemProcessor' as ScopePath, 'Item');
    const ids = await breakpointIds(shown, { breakpoints: [item], conditions: { Item: condition } });
    expect(visitAt(shown, nextStop(shown, 0, { ids, onError: false }))?.input).toBe(String(iteration));
  });
});

describe('coverage', () => {
  it('tells which states, transitions and retriers runs have been through', async () => {
    const open = async (mocks: TaskMocks) =>
      coverage(definition, [foldHistory((await run(mocks)).events)])
        .filter((item) => !item.covered)
        .map((item) => item.label);
    expect(await open({})).toEqual(['Handle', 'Work → Handle (catcher 1)', 'Handle → Done (Next)', 'Work, retrier 1']);
    expect(await open({ Work: { kind: 'fail', error: 'Busy', cause: '' } })).toEqual([
      'Each',
      'Item',
      'Work → Each (Next)',
      'Each → Done (Next)',
    ]);
  });
});

describe('a saved test', () => {
  const test: WorkflowTest = {
    name: 't',
    inputText: '{}',
    seed: 1,
    type: 'STANDARD',
    mocks: {},
    expected: {
      status: 'SUCCEEDED',
      output: '[1,2,3]',
      path: ['Work', 'Each', 'Item', 'Item', 'Item', 'Done'],
      assertions: ['$count(output) = 3'],
    },
  };

  it('passes on the run it was made of, and says what differs on another', async () => {
    expect(await judge(test, foldHistory((await run()).events))).toEqual([]);
    const caught = await judge(
      test,
      foldHistory((await run({ Work: { kind: 'fail', error: 'Odd', cause: '' } })).events),
    );
    expect(caught.map(({ what }) => what)).toEqual(['path', 'output', 'assertion']);
    expect(caught[0]?.message).toBe('step 2 was Handle, expected Each');
  });

  it('of the first version, whose mocks are called answers, is read too', () => {
    const { mocks: _mocks, ...others } = test;
    const old = { ...others, answers: { Work: { kind: 'fail', error: 'Busy', cause: 'c' }, Odd: { kind: 'what' } } };
    expect(readTests([old])).toEqual([{ ...test, mocks: { Work: { kind: 'fail', error: 'Busy', cause: 'c' } } }]);
  });

  it('takes its own place in the sidecar; what is no test of ours stays', () => {
    const foreign = { name: 'theirs', form: 2 };
    const second = { ...test, name: 'u' };
    const kept = withTest(withTest([foreign], 't', test), 'u', second);
    expect(kept).toEqual([foreign, test, second]);
    expect(withTest(kept, 't', { ...test, seed: 2 })).toEqual([foreign, { ...test, seed: 2 }, second]);
    expect(withTest(kept, 't', null)).toEqual([foreign, second]);
  });

  it('is passed over in a sidecar when it is none', () => {
    expect(readTests([test, {}, null, 'x', { name: 'y' }])).toEqual([test]);
  });
});

describe('a history from AWS', () => {
  const event = (id: number, type = 'PassStateEntered'): object => ({
    id,
    previousEventId: id - 1,
    type,
    timestamp: '2026-01-01T00:00:00.000Z',
    stateEnteredEventDetails: { name: `S${id}` },
  });

  it.each([
    ['one answer', { events: [event(1), event(2)] }],
    ['pages', [{ events: [event(2)] }, { events: [event(1)] }]],
    ['a bare list', [event(1), event(2)]],
    ['seconds instead of times', { events: [{ ...event(1), timestamp: 1767225600.5 }, event(2)] }],
  ])('is read as %s', (_form, value) => {
    const read = readHistory(JSON.stringify(value));
    expect(read.ok && read.value.map(({ id }) => id)).toEqual([1, 2]);
    expect(read.ok && new Date((read.value[0] as HistoryEvent).timestamp).getUTCFullYear()).toBe(2026);
  });

  it.each([
    ['{', /not JSON/],
    ['{"Events":[]}', /expected "events"/],
    ['{"events":[]}', /empty/],
    [JSON.stringify({ events: [event(1), event(3)] }), /Event 2 is missing/],
    ['{"events":[{"id":1}]}', /Event 1 has no id or type/],
    ['{"events":[{"id":1,"type":"x","timestamp":"soon"}]}', /no time/],
  ])('%s is refused with the place', (text, reason) => {
    expect(readHistory(text)).toMatchObject({ ok: false, problem: expect.stringMatching(reason) as unknown });
  });

  it('of more events than anybody reads is refused before any of them is looked at', () => {
    const text = `{"events":[${Array.from({ length: 100_001 }, () => '{}').join(',')}]}`;
    expect(readHistory(text)).toEqual({
      ok: false,
      problem: 'The history has 100001 events; at most 100000 can be shown. AWS ends at 25,000.',
    });
  });

  it('names the states that a workflow does not have', async () => {
    expect(unknownStates((await run()).events, new Set(['Work', 'Each', 'Done']))).toEqual(['Item']);
  });
});

describe('a suggested input', () => {
  it('has every field that the definition reads, with the value a rule compares with', () => {
    const reading: JsonObject = {
      States: {
        A: {
          Type: 'Task',
          Parameters: { 'x.$': '$.order.id', 'y.$': "States.Format('{}', $.day)", 'c.$': '$$.Execution.Id' },
        },
        B: { Type: 'Choice', Choices: [{ Variable: '$.size', NumericGreaterThan: 10, Next: 'A' }] },
        C: { Type: 'Pass', Output: '{% $states.input.user.name & $other %}' },
        D: { Type: 'Map', ItemsPath: '$.list' },
        E: { Type: 'Pass', InputPath: '$.__proto__.polluted' },
      },
    };
    expect(suggestInput(reading)).toEqual({
      order: { id: 'sample' },
      day: 'sample',
      size: 10,
      user: { name: 'sample' },
      list: [],
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('many runs by chance', () => {
  it('are summed up by percentiles, failures and bars that hold every run', () => {
    const outcomes = Array.from({ length: 100 }, (_, index): ChanceOutcome => ({
      seed: index,
      status: index < 90 ? 'SUCCEEDED' : 'FAILED',
      duration: index * 1000,
      retries: index % 3,
      usd: index / 100,
      failedIn: index < 90 ? null : index < 97 ? 'A' : 'B',
    }));
    const summary = summariseChances(outcomes);
    expect(summary).toMatchObject({
      runs: 100,
      succeeded: 90,
      durations: [50_000, 90_000, 99_000],
      failing: [
        ['A', 7],
        ['B', 3],
      ],
    });
    expect(summary.bars.reduce((sum, bar) => sum + bar.runs.length, 0)).toBe(100);
  });
});
