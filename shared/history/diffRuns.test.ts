import { describe, expect, it } from 'vitest';
import { diffRuns } from './diffRuns';
import type { HistoryEvent } from './events';

/** A history of Pass states with an output each, at a start time of its own. */
function history(states: readonly (readonly [string, string])[], start = 0): HistoryEvent[] {
  const events: HistoryEvent[] = [
    {
      id: 1,
      previousEventId: 0,
      type: 'ExecutionStarted',
      timestamp: start,
      executionStartedEventDetails: { input: '{}', roleArn: `role-${start}` },
    },
  ];
  const add = (type: string, key: string, details: object) =>
    events.push({
      id: events.length + 1,
      previousEventId: events.length,
      type,
      timestamp: start + events.length,
      [key]: details,
    });
  for (const [name, output] of states) {
    add('PassStateEntered', 'stateEnteredEventDetails', { name, input: '{}' });
    add('PassStateExited', 'stateExitedEventDetails', { name, output });
  }
  add('ExecutionSucceeded', 'executionSucceededEventDetails', { output: states.at(-1)?.[1] ?? '{}' });
  return events;
}

describe('two runs', () => {
  it('are the same when only times, roles and the spelling of JSON differ', () => {
    const diff = diffRuns(history([['A', '{"x":1}']]), history([['A', '{ "x": 1 }']], 5000));
    expect(diff).toEqual({ firstDifference: null, paths: [['A'], ['A']], states: [] });
  });

  it('differ at the first event that says something else', () => {
    const diff = diffRuns(
      history([
        ['A', '{"x":1}'],
        ['B', '{}'],
      ]),
      history([
        ['A', '{"x":2}'],
        ['C', '{}'],
      ]),
    );
    expect(diff.firstDifference).toBe(2);
    expect(diff.paths).toEqual([
      ['A', 'B'],
      ['A', 'C'],
    ]);
    expect(diff.states.map(({ name, differs }) => [name, differs])).toEqual([
      ['A', ['output']],
      ['B', ['visits', 'status', 'output']],
      ['C', ['visits', 'status', 'output']],
    ]);
  });

  it('differ where the shorter one ends', () => {
    expect(diffRuns(history([['A', '{}']]).slice(0, 2), history([['A', '{}']])).firstDifference).toBe(2);
  });
});
