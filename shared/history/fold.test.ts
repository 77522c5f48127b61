import { describe, expect, it } from 'vitest';
import { HistoryCursor } from './cursor';
import type { HistoryEvent } from './events';
import { rowOf } from './eventTable';
import { foldHistory } from './fold';
import { visitsOf } from './runView';

/** Events from `[type, previousEventId, details]`, a second apart. */
function history(
  ...lines: readonly (readonly [type: string, previousEventId: number, details?: object])[]
): HistoryEvent[] {
  return lines.map(([type, previousEventId, details], i) => ({
    id: i + 1,
    previousEventId,
    type,
    timestamp: i * 1000,
    ...(details === undefined ? {} : { [rowOf(type)?.key ?? 'addedEventDetails']: details }),
  }));
}

const retried = history(
  ['ExecutionStarted', 0, { input: '{}' }],
  ['TaskStateEntered', 0, { name: 'Call', input: '{}' }],
  ['TaskScheduled', 2, { parameters: '{"a":1}' }],
  ['TaskStarted', 3],
  ['TaskFailed', 4, { error: 'Busy', cause: 'later' }],
  ['TaskScheduled', 5, { parameters: '{"a":1}' }],
  ['TaskStarted', 6],
  ['TaskSubmitted', 7, { output: '{"id":7}' }],
  ['TaskSucceeded', 8, { output: '{"ok":true}' }],
  ['TaskStateExited', 9, { name: 'Call', output: '{"ok":true}', assignedVariables: { x: '1' } }],
  ['ExecutionSucceeded', 10, { output: '{"ok":true}' }],
);

describe('the fold over a history', () => {
  it('tells attempts with their back-off, data and ends', () => {
    const view = foldHistory(retried);
    expect(view).toMatchObject({
      status: 'SUCCEEDED',
      startTime: 0,
      stopTime: 10_000,
      output: '{"ok":true}',
      events: 11,
    });
    expect(visitsOf(view, 'Call')).toMatchObject([
      {
        status: 'succeeded',
        assigned: { x: '1' },
        enteredTime: 1000,
        exitedTime: 9000,
        attempts: [
          { status: 'failed', error: 'Busy', cause: 'later', backOffMs: undefined, parameters: '{"a":1}' },
          { status: 'succeeded', backOffMs: 1000, submitted: '{"id":7}', result: '{"ok":true}' },
        ],
      },
    ]);
  });

  it('tells a failed attempt that is not retried yet from a failed state', () => {
    expect(foldHistory(retried.slice(0, 5)).visits[0]).toMatchObject({ status: 'failedAttempt', error: 'Busy' });
    const failed = [
      ...retried.slice(0, 5),
      ...history(['ExecutionFailed', 5, { error: 'Busy' }]).map((e) => ({ ...e, id: 6 })),
    ];
    expect(foldHistory(failed)).toMatchObject({ status: 'FAILED', error: 'Busy', visits: [{ status: 'failed' }] });
  });

  it('calls a state caught that goes on after its last attempt failed', () => {
    const caught = [
      ...retried.slice(0, 5),
      {
        id: 6,
        previousEventId: 5,
        type: 'TaskStateExited',
        timestamp: 5000,
        x: 1,
        stateExitedEventDetails: { name: 'Call', output: '{}' },
      },
    ];
    expect(foldHistory(caught).visits[0]).toMatchObject({ status: 'caught', output: '{}' });
  });

  it('puts states into branches and iterations, and closes what a failure stops', () => {
    const view = foldHistory(
      history(
        ['ExecutionStarted', 0],
        ['ParallelStateEntered', 0, { name: 'Both' }],
        ['ParallelStateStarted', 2],
        ['TaskStateEntered', 3, { name: 'Left' }],
        ['MapStateEntered', 3, { name: 'Each' }],
        ['MapStateStarted', 5, { length: 2 }],
        ['MapIterationStarted', 6, { name: 'Each', index: 0 }],
        ['MapIterationStarted', 6, { name: 'Each', index: 1 }],
        ['TaskStateEntered', 7, { name: 'Work' }],
        ['WaitStateEntered', 8, { name: 'Rest' }],
        ['LambdaFunctionScheduled', 9, { input: '1' }],
        ['LambdaFunctionFailed', 11, { error: 'E' }],
        ['MapIterationFailed', 12, { name: 'Each', index: 0 }],
        ['TaskStateAborted', 12],
        ['MapIterationAborted', 12, { name: 'Each', index: 1 }],
        ['WaitStateAborted', 12],
        ['MapStateFailed', 12],
      ),
    );
    expect(view.visits.map(({ name, status, scope }) => ({ name, status, scope }))).toEqual([
      { name: 'Both', status: 'running', scope: { kind: 'root' } },
      { name: 'Left', status: 'running', scope: { kind: 'branch', visit: 2, index: 0 } },
      { name: 'Each', status: 'failedAttempt', scope: { kind: 'branch', visit: 2, index: 1 } },
      { name: 'Work', status: 'failed', scope: { kind: 'iteration', visit: 5, index: 0 } },
      { name: 'Rest', status: 'aborted', scope: { kind: 'iteration', visit: 5, index: 1 } },
    ]);
    expect(view.visits[2]?.iterations.map(({ index, status }) => [index, status])).toEqual([
      [0, 'failed'],
      [1, 'aborted'],
    ]);
  });

  it('reads the timestamps of the SDK', () => {
    const view = foldHistory([
      { id: 1, previousEventId: 0, type: 'ExecutionStarted', timestamp: '2024-01-02T03:04:05Z' },
    ]);
    expect(view.startTime).toBe(Date.UTC(2024, 0, 2, 3, 4, 5));
  });
});

describe('a cursor', () => {
  it('gives at every place what folding up to it gives, in any order of moves', () => {
    const cursor = new HistoryCursor(retried);
    for (const place of [11, 3, 4, 0, 7, 7, 2]) {
      expect(cursor.moveTo(place)).toEqual(foldHistory(retried.slice(0, place)));
      expect(cursor.position).toBe(place);
    }
    expect(cursor.forward().events).toBe(3);
    expect(cursor.back().events).toBe(2);
    expect(cursor.toEnd().status).toBe('SUCCEEDED');
    expect(cursor.moveTo(99).events).toBe(11);
  });

  it('follows a history that grows', () => {
    const growing = retried.slice(0, 2);
    const cursor = new HistoryCursor(growing);
    cursor.toEnd();
    growing.push(...retried.slice(2));
    expect(cursor.toEnd()).toEqual(foldHistory(retried));
  });
});
