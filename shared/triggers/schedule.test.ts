import { describe, expect, it } from 'vitest';
import { isTimezone, nextTimes, perMonthOf, readSchedule } from './schedule';

const from = Date.parse('2026-01-01T00:00:00Z');

const times = (expression: string, timezone?: string, count = 5) => {
  const read = readSchedule(expression);
  if (!read.ok) throw new Error(read.problem);
  return nextTimes(read.value, from, count, timezone).map((time) => new Date(time).toISOString().slice(0, 16));
};

describe('schedules', () => {
  // The cases of cron are those of the table in EventBridge Scheduler's user guide, "Cron-based schedules".
  it.each([
    ['cron(0 10 * * ? *)', ['2026-01-01T10:00', '2026-01-02T10:00', '2026-01-03T10:00']],
    ['cron(15 12 * * ? *)', ['2026-01-01T12:15', '2026-01-02T12:15', '2026-01-03T12:15']],
    ['cron(0 18 ? * MON-FRI *)', ['2026-01-01T18:00', '2026-01-02T18:00', '2026-01-05T18:00']],
    ['cron(0 8 1 * ? *)', ['2026-01-01T08:00', '2026-02-01T08:00', '2026-03-01T08:00']],
    ['cron(0/15 * * * ? *)', ['2026-01-01T00:15', '2026-01-01T00:30', '2026-01-01T00:45']],
    ['cron(0/10 * ? * MON-FRI *)', ['2026-01-01T00:10', '2026-01-01T00:20', '2026-01-01T00:30']],
    ['cron(0 8 ? * 1 *)', ['2026-01-04T08:00', '2026-01-11T08:00', '2026-01-18T08:00']],
    ['cron(0 8 ? * 2-6 *)', ['2026-01-01T08:00', '2026-01-02T08:00', '2026-01-05T08:00']],
    ['cron(15 10 ? * 6L *)', ['2026-01-30T10:15', '2026-02-27T10:15', '2026-03-27T10:15']],
    ['cron(0 9 ? * 2#1 *)', ['2026-01-05T09:00', '2026-02-02T09:00', '2026-03-02T09:00']],
    ['cron(0 0 L * ? *)', ['2026-01-31T00:00', '2026-02-28T00:00', '2026-03-31T00:00']],
    ['cron(0 9 ? * MON-FRI 2027)', ['2027-01-01T09:00', '2027-01-04T09:00', '2027-01-05T09:00']],
    ['rate(5 minutes)', ['2026-01-01T00:05', '2026-01-01T00:10', '2026-01-01T00:15']],
    ['rate(1 hour)', ['2026-01-01T01:00', '2026-01-01T02:00', '2026-01-01T03:00']],
    ['at(2026-06-01T12:00:00)', ['2026-06-01T12:00']],
    ['at(2020-06-01T12:00:00)', []],
  ])('%s', (expression, next) => {
    expect(times(expression, 'UTC', 3)).toEqual(next);
  });

  it('counts in the time zone of the schedule, over changes of the clock', () => {
    expect(times('cron(0 9 29 3 ? *)', 'Europe/Berlin', 1)).toEqual(['2026-03-29T07:00']);
    expect(times('cron(0 9 28 3 ? *)', 'Europe/Berlin', 1)).toEqual(['2026-03-28T08:00']);
  });

  it.each([
    ['every day', 'rate(5 minutes)'],
    ['rate(0 minutes)', 'whole number'],
    ['rate(5 seconds)', 'minutes, hours or days'],
    ['cron(0 9 * * *)', 'six fields'],
    ['cron(0 9 * * * *)', 'exactly one'],
    ['cron(0 9 ? * ? *)', 'exactly one'],
    ['cron(99 9 * * ? *)', 'AWS would not take'],
    ['at(tomorrow)', 'single time'],
  ])('refuses %s', (expression, why) => {
    const read = readSchedule(expression);
    expect(!read.ok && read.problem).toContain(why);
  });

  it.each([
    ['rate(1 day)', 30.44],
    ['cron(0 9 * * ? *)', 30.4],
    ['cron(0 8 1 * ? *)', 1],
    ['cron(0/1 * * * ? *)', 43_834],
  ])('%s is about %d executions a month', (expression, perMonth) => {
    const read = readSchedule(expression);
    if (!read.ok) throw new Error(read.problem);
    expect(Math.abs(perMonthOf(read.value, from) / perMonth - 1)).toBeLessThan(0.02);
  });

  it('knows time zones', () => {
    expect([isTimezone('Europe/Berlin'), isTimezone('Mars/Base')]).toEqual([true, false]);
  });
});
