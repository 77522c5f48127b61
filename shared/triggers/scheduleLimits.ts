import { parseTimestamp } from '../base/index';
import type { ScheduleTrigger } from './contract';
import type { ScheduleLimits } from './schedule';

/** The limits of a schedule in milliseconds since 1970; what is no moment is no limit. */
export function limitsOf({ start, end }: ScheduleTrigger): ScheduleLimits {
  const [from, to] = [start, end].map((text) => (text === undefined ? undefined : parseTimestamp(text)));
  return { ...(from === undefined ? {} : { start: from }), ...(to === undefined ? {} : { end: to }) };
}

/** What is wrong with the limits and the window of a schedule, by field; null where nothing is. */
export function limitProblems(trigger: ScheduleTrigger): Readonly<Record<string, string | null>> {
  return {
    start: momentProblem(trigger.start),
    end: momentProblem(trigger.end) ?? orderProblem(limitsOf(trigger)),
    flexibleMinutes: windowProblem(trigger.flexibleMinutes),
  };
}

function momentProblem(moment: string | undefined): string | null {
  return moment === undefined || parseTimestamp(moment) !== undefined
    ? null
    : 'Write a moment with its zone: 2026-01-31T09:00:00Z.';
}

function orderProblem({ start, end }: ScheduleLimits): string | null {
  return start !== undefined && end !== undefined && end <= start ? 'The end comes after the start.' : null;
}

/** Source: EventBridge Scheduler API reference, FlexibleTimeWindow. */
function windowProblem(minutes: number | undefined): string | null {
  if (minutes === undefined || (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440)) return null;
  return 'A window has 1 to 1,440 minutes.';
}
