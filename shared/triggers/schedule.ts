import { Cron } from 'croner';
import { type Result, fail, ok } from '../base/index';

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** A schedule expression that was read: how often, or at which times. */
export type Schedule =
  | { readonly kind: 'rate'; readonly everyMs: number }
  | { readonly kind: 'cron'; readonly fields: readonly string[] }
  | { readonly kind: 'at'; readonly moment: string };

const fieldNames = ['Minutes', 'Hours', 'Day-of-month', 'Month', 'Day-of-week', 'Year'] as const;

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
  if (kind === 'at') {
    return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(inside.trim())
      ? ok({ kind: 'at', moment: inside.trim() })
      : fail('A single time is written at(2026-01-31T09:00:00), without a zone.');
  }
  return readCron(inside);
}

function readRate(inside: string): Result<Schedule, string> {
  const found = /^\s*(\d+)\s+(minute|hour|day)(s?)\s*$/.exec(inside);
  const count = Number(found?.[1]);
  if (!found || !(count > 0)) return fail('A rate is a whole number and minutes, hours or days: rate(5 minutes).');
  return ok({ kind: 'rate', everyMs: count * units[found[2] as keyof typeof units] });
}

function readCron(inside: string): Result<Schedule, string> {
  const fields = inside.trim().split(/\s+/);
  if (fields.length !== 6) {
    return fail(`A cron expression has six fields (${fieldNames.join(', ')}); this one has ${fields.length}.`);
  }
  const [, , dayOfMonth = '', , dayOfWeek = ''] = fields;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    return fail('Put ? in exactly one of Day-of-month and Day-of-week.');
  }
  const schedule: Schedule = { kind: 'cron', fields };
  try {
    croner(schedule);
  } catch (problem) {
    const why = problem instanceof Error ? problem.message.replace(/^Cron\w*: /, '') : '';
    return fail(`AWS would not take this cron expression: ${why}`);
  }
  return ok(schedule);
}

const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The expression in the library's form: seconds first, `*` for `?`, days of the week by name. */
function croner(schedule: Extract<Schedule, { kind: 'cron' }>, timezone = 'UTC'): Cron {
  const [minutes = '', hours = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = schedule.fields;
  const named = dayOfWeek
    .toUpperCase()
    .replace(/\bL\b/, 'SAT')
    .replace(/(?<![/#\w])([1-7])(?=$|[-,#L/])/g, (day) => dayNames[Number(day) - 1] ?? day);
  const text = ['0', minutes, hours, dayOfMonth, month, named, year].map((field) => field.replace('?', '*')).join(' ');
  return new Cron(text, { timezone, paused: true, mode: '7-part', sloppyRanges: true });
}

/**
 * The next moments (milliseconds since 1970) at which a schedule starts an execution after `from`. Rates count from
 * `from`. A schedule that has ended gives fewer than asked.
 */
export function nextTimes(schedule: Schedule, from: number, count: number, timezone = 'UTC'): readonly number[] {
  if (schedule.kind === 'rate')
    return Array.from({ length: count }, (_, index) => from + (index + 1) * schedule.everyMs);
  const start = new Date(from);
  if (schedule.kind === 'at') {
    const run = new Cron(schedule.moment, { timezone, paused: true }).nextRun(start);
    return run ? [run.getTime()] : [];
  }
  return croner(schedule, timezone)
    .nextRuns(count, start)
    .map((run) => run.getTime());
}

/** Executions in an average month (30.44 days), counted over the year after `from`. */
export function perMonthOf(schedule: Schedule, from: number, timezone = 'UTC'): number {
  const month = 30.44 * units.day;
  if (schedule.kind === 'rate') return month / schedule.everyMs;
  if (schedule.kind === 'at') return 0;
  const many = 2000;
  const times = nextTimes(schedule, from, many, timezone);
  const last = times.at(-1);
  if (last === undefined) return 0;
  const year = from + 365.25 * units.day;
  if (times.length < many || last > year) return times.filter((time) => time <= year).length / 12;
  return (times.length * month) / (last - from);
}

/** Whether the runtime knows a time zone by its IANA name. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
