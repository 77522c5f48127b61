import { describe, expect, expectTypeOf, it } from 'vitest';
import { detailsOf, type HistoryEvent } from './events';
import { eventTable, rowOf, stateEvents, type EventDetails } from './eventTable';
import { foldHistory } from './fold';

describe('the table of events', () => {
  it('has the types of HistoryEventType in the API reference, and no other', () => {
    expect(Object.keys(eventTable).sort()).toEqual(
      `ActivityFailed ActivityScheduleFailed ActivityScheduled ActivityStarted ActivitySucceeded ActivityTimedOut
      ChoiceStateEntered ChoiceStateExited EvaluationFailed ExecutionAborted ExecutionFailed ExecutionRedriven
      ExecutionStarted ExecutionSucceeded ExecutionTimedOut FailStateEntered LambdaFunctionFailed
      LambdaFunctionScheduleFailed LambdaFunctionScheduled LambdaFunctionStartFailed LambdaFunctionStarted
      LambdaFunctionSucceeded LambdaFunctionTimedOut MapIterationAborted MapIterationFailed MapIterationStarted
      MapIterationSucceeded MapRunAborted MapRunFailed MapRunRedriven MapRunStarted MapRunSucceeded MapStateAborted
      MapStateEntered MapStateExited MapStateFailed MapStateStarted MapStateSucceeded ParallelStateAborted
      ParallelStateEntered ParallelStateExited ParallelStateFailed ParallelStateStarted ParallelStateSucceeded
      PassStateEntered PassStateExited SucceedStateEntered SucceedStateExited TaskFailed TaskScheduled TaskStartFailed
      TaskStarted TaskStateAborted TaskStateEntered TaskStateExited TaskSubmitFailed TaskSubmitted TaskSucceeded
      TaskTimedOut WaitStateAborted WaitStateEntered WaitStateExited`
        .split(/\s+/)
        .sort(),
    );
  });

  it('names the details after the type, but for the events of entering and leaving a state', () => {
    for (const [type, row] of Object.entries(eventTable)) {
      if (!('key' in row)) continue;
      const own = `${type.slice(0, 1).toLowerCase()}${type.slice(1)}EventDetails`;
      const shared = { stateEntered: 'stateEnteredEventDetails', stateExited: 'stateExitedEventDetails' };
      expect(row.key).toBe(row.meaning in shared ? shared[row.meaning as keyof typeof shared] : own);
    }
  });

  it("gives every state type its own events and no other's", () => {
    for (const [type, events] of Object.entries(stateEvents)) {
      for (const event of Object.values(events)) expect(rowOf(event)?.stateType).toBe(type);
      const all = Object.entries(eventTable).filter(([, row]) => 'stateType' in row && row.stateType === type);
      const inside = ['stateStarted', 'stateSucceeded'];
      expect(Object.values(events).sort()).toEqual(
        all
          .filter(([, row]) => !inside.includes(row.meaning))
          .map(([name]) => name)
          .sort(),
      );
    }
  });
});

describe('the types that come from the table', () => {
  it('say which fields an event needs and which it may have', () => {
    expectTypeOf<EventDetails<'TaskStarted'>>().toExtend<{
      readonly resource: string;
      readonly resourceType: string;
    }>();
    expectTypeOf<{ readonly resource: string }>().not.toExtend<EventDetails<'TaskStarted'>>();
    expectTypeOf<{ readonly length: number }>().toExtend<EventDetails<'MapStateStarted'>>();
    expectTypeOf<{ readonly length: string }>().not.toExtend<EventDetails<'MapStateStarted'>>();
    expectTypeOf<EventDetails<'ActivityStarted'>['workerName']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<EventDetails<'MapStateFailed'>>().toEqualTypeOf<undefined>();
  });
});

describe('an event of a type that AWS has added since', () => {
  const added: HistoryEvent = {
    id: 3,
    previousEventId: 2,
    type: 'TaskParked',
    timestamp: new Date(5),
    taskParkedEventDetails: { reason: 'night' },
  };

  it('has its details, wherever they stand', () => {
    expect(detailsOf(added)).toEqual({ reason: 'night' });
  });

  it('belongs to the state before it and changes nothing', () => {
    const start: HistoryEvent = { id: 1, previousEventId: 0, type: 'ExecutionStarted', timestamp: 0 };
    const entered = { id: 2, previousEventId: 0, type: 'TaskStateEntered', timestamp: 0 };
    const events: HistoryEvent[] = [start, { ...entered, stateEnteredEventDetails: { name: 'Call', input: '{}' } }];
    const before = foldHistory(events);
    const after = foldHistory([...events, added]);
    expect(after).toEqual({
      ...before,
      time: 5,
      events: 3,
      visits: before.visits.map((visit) => ({ ...visit, lastEventId: 3 })),
    });
  });
});
