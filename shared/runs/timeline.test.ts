import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import { HistoryCursor } from '../history/cursor';
import { carryOut } from './carryOut';
import type { LoadedRun } from './run';
import type { RunRequest } from './request';
import { barsOf, isMostlyIdle, timelineRows, timelineScale } from './timeline';

const task = { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync', Parameters: { JobName: 'j' } };

const definition: JsonObject = {
  StartAt: 'Job',
  States: {
    Job: { ...task, Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 600 }], Next: 'Rest' },
    Rest: { Type: 'Wait', Seconds: 3000, Next: 'End' },
    End: { ...task, End: true },
  },
};

async function run(): Promise<LoadedRun> {
  const seconds = { seconds: 100, assumed: true };
  const request: RunRequest = {
    definitionText: JSON.stringify(definition),
    inputText: '{}',
    name: 'w',
    seed: 1,
    type: 'STANDARD',
    startTime: 0,
    mocks: { Job: { kind: 'failFirst', times: 1, error: 'States.TaskFailed', cause: '' } },
    durations: { Job: seconds, End: seconds },
    outcomeChanges: [],
    entryChanges: [],
    redrives: [],
  };
  const ended = await carryOut(request);
  if (!ended.ok) throw new Error(ended.problem);
  return { ...ended.value, kind: 'loaded', id: '1', workflow: 'w', label: 'r', request };
}

/** Kind, seconds from and to, and the error. */
const brief = (bars: ReturnType<typeof barsOf>) =>
  bars.map(({ kind, from, to, error }) => [kind, from / 1000, to / 1000, error]);

describe('the timeline', () => {
  it('tells work, waits and back-offs apart', async () => {
    expect(timelineRows(await run()).map(({ visit, bars }) => [visit.name, brief(bars)])).toEqual([
      [
        'Job',
        [
          ['work', 0, 100, 'States.TaskFailed'],
          ['backOff', 100, 700, null],
          ['work', 700, 800, null],
        ],
      ],
      ['Rest', [['wait', 800, 3800, null]]],
      ['End', [['work', 3800, 3900, null]]],
    ]);
  });

  it('shows a visit as it stands at the cursor, and nothing of what comes later', async () => {
    const { events } = await run();
    const cursor = new HistoryCursor(events);
    const at = (type: string) => cursor.moveTo(events.findIndex((event) => event.type === type) + 1);
    const failed = at('TaskFailed');
    expect(failed.visits.map((visit) => brief(barsOf(visit, failed.time ?? 0)))).toEqual([
      [['work', 0, 100, 'States.TaskFailed']],
    ]);
    const waiting = at('WaitStateEntered');
    const rest = waiting.visits.at(-1);
    expect([rest?.name, rest && barsOf(rest, 1_800_000)[0]]).toEqual([
      'Rest',
      { kind: 'wait', from: 800_000, to: 1_800_000, error: null, attempt: 0, running: true },
    ]);
  });

  it('gives idle time a fifth of the track where it is compressed, and keeps what works to scale', async () => {
    const rows = timelineRows(await run());
    const plain = timelineScale(rows, false);
    expect([plain.idle, isMostlyIdle(plain), plain.cuts]).toEqual([3_600_000, true, []]);
    expect(plain.share(1_950_000)).toBeCloseTo(0.5, 8);
    const scale = timelineScale(rows, true);
    const length = (from: number, to: number) => scale.share(to * 1000) - scale.share(from * 1000);
    expect([length(0, 100), length(700, 800), length(3800, 3900)].map((each) => each.toFixed(4))).toEqual(
      Array(3).fill((0.8 / 3).toFixed(4)),
    );
    expect(length(100, 700) + length(800, 3800)).toBeCloseTo(0.2, 8);
    expect(scale.cuts).toEqual([
      { from: 100_000, to: 700_000 },
      { from: 800_000, to: 3_800_000 },
    ]);
    expect([scale.share(-1), scale.share(9e9)]).toEqual([0, 1]);
  });

  it('draws a run that only waits, or none at all', async () => {
    const [, rest] = timelineRows(await run());
    if (!rest) throw new Error('no row');
    const scale = timelineScale([rest], true);
    expect([scale.share(800_000), scale.share(3_800_000)]).toEqual([0, 1]);
    expect(timelineScale([], true).share(0)).toBe(0);
  });
});
