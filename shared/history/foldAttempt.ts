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

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
