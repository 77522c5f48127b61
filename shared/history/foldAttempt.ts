import type { EventMeaning } from './eventTable';
import type { VisitBuilder } from './visit';

/** Details of an event, whoever made it: nothing is taken for granted of their types. */
export type Details = Readonly<Record<string, unknown>>;

/** Folds what happens inside a visit: the attempts of a task, the Map Run of a distributed Map. */
export function foldAttempt(visit: VisitBuilder, meaning: EventMeaning, details: Details, time: number): void {
  const [error, cause] = [text(details['error']), text(details['cause'])];
  switch (meaning) {
    case 'mapRunStarted':
    case 'mapRunRedriven':
      visit.mapRunArn = text(details['mapRunArn']) ?? visit.mapRunArn;
      return;
    case 'mapRunFailed':
    case 'taskFailed':
      visit.failAttempt('failed', time, error, cause);
      return;
    case 'taskTimedOut':
      visit.failAttempt('timedOut', time, error, cause);
      return;
    case 'taskScheduled':
      visit.startAttempt(time, text(details['parameters']) ?? text(details['input']));
      return;
    case 'taskStarted':
      visit.changeAttempt({ workerName: text(details['workerName']) });
      return;
    case 'taskSubmitted':
      visit.changeAttempt({ submitted: text(details['output']) });
      return;
    case 'taskSucceeded':
      visit.changeAttempt({ status: 'succeeded', endedTime: time, result: text(details['output']) });
      return;
    default:
  }
}

export type StateMeaning = 'stateExited' | 'stateStarted' | 'stateSucceeded' | 'stateFailed' | 'stateAborted';

/** Folds an event that is named after a state's type into the state's visit. */
export function foldStateEvent(visit: VisitBuilder, meaning: StateMeaning, details: Details, time: number): void {
  switch (meaning) {
    case 'stateStarted':
      visit.startAttempt(time, undefined);
      visit.branches = 0;
      return;
    case 'stateSucceeded':
      visit.changeAttempt({ status: 'succeeded', endedTime: time });
      return;
    case 'stateFailed':
      if (visit.status !== 'failedAttempt') visit.failAttempt('failed', time, undefined, undefined);
      return;
    case 'stateAborted':
      visit.close(visit.status === 'failedAttempt' ? 'failed' : 'aborted', time);
      return;
    case 'stateExited':
      visit.exit(
        time,
        text(details['output']),
        details['assignedVariables'] as Readonly<Record<string, string>> | undefined,
      );
  }
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
