import { Cron } from 'croner';
import { type Result, fail, ok } from '../base/index';
import { countOfField, cronProblem, dayNames } from './cronFields';
import { clockOffset, momentOf } from './wallClock';

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A schedule expression that was read: how often, or at which times. */
export type Schedule =
  | { readonly kind: 'rate'; readonly everyMs: number }
  | { readonly kind: 'cron'; readonly fields: readonly string[] }
  /** The time that the clock of the schedule's zone shows, as if it were UTC. */
  | { readonly kind: 'at'; readonly wallTime: number };

/**
 * Reads a schedule expression of EventBridge Scheduler: `rate(value unit)`, `cron(six fields)` or `at(moment)`.
 * Source: EventBridge Scheduler user guide, "Schedule types": six fields in cron, `?` in one of the two day fields,
 * days of the week from 1 (SUN) to 7 (SAT).
 */
export function readSchedule(expression: string): Result<Schedule, string> {
  const found = /^\s*(rate|cron|at)\(([^()]*)\)\s*$/.exec(expression);
  if (!found) return fail('Write rate(5 minutes), cron(0 9 ? * MON-FRI *) or at(2026-01-31T09:00:00).');
  const [, kind, inside = ''] = found;
  if (kind === 'rate') return readRate(inside);
  return kind === 'at' ? readAt(inside.trim()) : readCron(inside);
}

function readRate(inside: string): Result<Schedule, string> {
  const found = /^\s*(\d+)\s+(minute|hour|day)(s?)\s*$/.exec(inside);
  const count = Number(found?.[1]);
  if (!found || !(count > 0)) return fail('A rate is a whole number and minutes, hours or days: rate(5 minutes).');
  return ok({ kind: 'rate', everyMs: count * units[found[2] as keyof typeof units] });
}

function readAt(moment: string): Result<Schedule, string> {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(moment)) {
    return fail('A single time is written at(2026-01-31T09:00:00), without a zone.');
  }
  const wallTime = Date.parse(`${moment}Z`);
  // A date such as 30 February reads as one of March.
  return !Number.isNaN(wallTime) && new Date(wallTime).toISOString().startsWith(moment)
    ? ok({ kind: 'at', wallTime })
    : fail(`There is no ${moment.replace('T', ', ')}: check the day and the time.`);
}

function readCron(inside: string): Result<Schedule, string> {
  const fields = inside.trim().split(/\s+/);
  const problem = cronProblem(fields);
  if (problem !== null) return fail(problem);
  const schedule: Schedule = { kind: 'cron', fields };
  try {
    croner(schedule.fields);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message.replace(/^Cron\w*: /, '') : '';
    return fail(`AWS would not take this cron expression: ${why}`);
  }
  return ok(schedule);
}

/**
 * The expression in the library's form: seconds first, `*` for `?`, days of the week by name, steps of years from 1970.
 * It reckons in UTC: the library runs at the next full hour what falls into an hour that a zone skips, AWS does not.
 */
function croner(fields: readonly string[]): Cron {
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  const named = dayOfWeek
    .toUpperCase()
    .replace(/\bL\b/, 'SAT')
    .replace(/(?<![/#\w])([1-7])(?=$|[-,#L/])/g, (day) => dayNames[Number(day) - 1] ?? day);
  const years = year.replace(/^\*?\//, '1970/');
  const text = ['0', minutes, hours, dayOfMonth, month, named, years].map((field) => field.replace('?', '*')).join(' ');
  return new Cron(text, { timezone: 'UTC', paused: true, mode: '7-part', sloppyRanges: true });
}

/** Moments between which a schedule starts executions. Source: EventBridge Scheduler API reference, StartDate, EndDate. */
export interface ScheduleLimits {
  readonly start?: number;
  readonly end?: number;
}

/**
 * The next moments (milliseconds since 1970) at which a schedule starts an execution after `from`. Rates count from
 * `from`, or from their start, which is the first. A single time knows no limits. A schedule that has ended gives fewer than asked. A time that the clock of the zone skips has no run, one
 * that it shows twice has one. Source: EventBridge Scheduler user guide, "Daylight savings time".
 */
export function nextTimes(
  schedule: Schedule,
  from: number,
  count: number,
  timezone = 'UTC',
  { start = -Infinity, end = Infinity }: ScheduleLimits = {},
): readonly number[] {
  if (schedule.kind === 'at') {
    const moment = momentOf(schedule.wallTime, timezone);
    return moment !== null && moment > from && count > 0 ? [moment] : [];
  }
  if (schedule.kind === 'rate') {
    const { everyMs } = schedule;
    const first = start === -Infinity ? from + everyMs : firstFrom(start, everyMs, from);
    return Array.from({ length: count }, (_, index) => first + index * everyMs).filter((moment) => moment <= end);
  }
  return cronTimes(schedule.fields, Math.max(from, start - 1), count, timezone).filter((moment) => moment <= end);
}

/** The first of the moments `start`, `start + everyMs` … after `from`. */
function firstFrom(start: number, everyMs: number, from: number): number {
  return start > from ? start : start + (Math.floor((from - start) / everyMs) + 1) * everyMs;
}

function cronTimes(fields: readonly string[], from: number, count: number, timezone: string): readonly number[] {
  const cron = croner(fields);
  const moments: number[] = [];
  // An hour that was shown once already is passed over: from its end on the clock shows new times.
  let wall = cron.nextRun(new Date(from + clockOffset(from, timezone) - 1000));
  while (wall && moments.length < count) {
    const moment = momentOf(wall.getTime(), timezone);
    if (moment !== null && moment > from) moments.push(moment);
    wall = cron.nextRun(wall);
  }
  return moments;
}

/**
 * Executions in an average month, counted over the year after `from`, as far as the limits let the schedule start any.
 * Hours that daylight saving time skips are not taken off.
 */
export function perMonthOf(
  schedule: Schedule,
  from: number,
  { start = -Infinity, end: last = Infinity }: ScheduleLimits = {},
): number {
  const begin = Math.max(from, start);
  const end = Math.min(from + 365 * units.day, last);
  if (schedule.kind === 'at' || end <= begin) return 0;
  if (schedule.kind === 'rate') return (end - begin) / 12 / schedule.everyMs;
  // Each day has the same times, so that days are counted and not times.
  const [, , ...days] = schedule.fields;
  const daily = croner(['0', '0', ...days]);
  let day = daily.nextRun(new Date(begin - 1000));
  let found = 0;
  while (day && day.getTime() < end) {
    found += 1;
    day = daily.nextRun(day);
  }
  return (found * countOfField(schedule.fields, 0) * countOfField(schedule.fields, 1)) / 12;
}

/** Whether the runtime knows a time zone by its IANA name. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
