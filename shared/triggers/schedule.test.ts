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

  // EventBridge Scheduler user guide, "Daylight savings time": a time that does not exist is skipped, one that exists
  // twice is run once.
  it.each([
    ['cron(30 2 * * ? *)', 'Europe/Berlin', '2026-03-28T00:00', ['2026-03-28T01:30', '2026-03-30T00:30']],
    ['cron(0 0 * * ? *)', 'Africa/Cairo', '2026-04-22T00:00', ['2026-04-22T22:00', '2026-04-24T21:00']],
    ['cron(15 2 * * ? *)', 'Australia/Lord_Howe', '2026-10-02T00:00', ['2026-10-02T15:45', '2026-10-04T15:15']],
    ['cron(30 1 * * ? *)', 'America/New_York', '2026-11-01T00:00', ['2026-11-01T05:30', '2026-11-02T06:30']],
    ['cron(0/30 1 * * ? *)', 'America/New_York', '2026-11-01T05:45', ['2026-11-02T06:00', '2026-11-02T06:30']],
    ['at(2026-03-29T02:30:00)', 'Europe/Berlin', '2026-03-01T00:00', []],
    ['at(2026-03-29T03:30:00)', 'Europe/Berlin', '2026-03-01T00:00', ['2026-03-29T01:30']],
    ['cron(0 0 1 1 ? */3)', 'UTC', '2026-03-01T00:00', ['2027-01-01T00:00', '2030-01-01T00:00']],
  ])('%s in %s keeps to its clock', (expression, zone, start, next) => {
    const read = readSchedule(expression);
    if (!read.ok) throw new Error(read.problem);
    const found = nextTimes(read.value, Date.parse(`${start}Z`), 2, zone);
    expect(found.map((time) => new Date(time).toISOString().slice(0, 16))).toEqual(next);
  });

  it.each([
    ['every day', 'rate(5 minutes)'],
    ['rate(0 minutes)', 'whole number'],
    ['rate(5 seconds)', 'minutes, hours or days'],
    ['cron(0 9 * * *)', 'six fields'],
    ['cron(0 9 * * * *)', 'exactly one'],
    ['cron(0 9 ? * ? *)', 'exactly one'],
    ['cron(99 9 * * ? *)', '0 to 59'],
    ['cron(0 24 * * ? *)', '0 to 23'],
    ['cron(0 9 ? * 0 *)', '1 to 7'],
    ['cron(0 9 ? * 0L *)', '1 to 7'],
    ['cron(0 9 ? * 3#1,6#3 *)', 'one #'],
    ['cron(0 9 ? * 3#6 *)', '1 to 7'],
    ['cron(0 9 * * ? 1969)', '1970 to 2199'],
    ['cron(0 9 * * ? 2200)', '1970 to 2199'],
    ['cron(0 9 * * ? 26)', '1970 to 2199'],
    ['cron(? 9 * * ? *)', 'not in Minutes'],
    ['cron(0 ? * * ? *)', 'not in Hours'],
    ['cron(0 9 * ? ? *)', 'not in Month'],
    ['cron(0 9 * * ? ?)', 'not in Year'],
    ['cron(0 9 * FOO ? *)', '1 to 12'],
    ['cron(0/0 9 * * ? *)', '0 to 59'],
    ['at(2026-02-30T13:00:00)', 'There is no'],
    ['at(2026-13-01T13:00:00)', 'There is no'],
    ['at(2026-00-01T13:00:00)', 'There is no'],
    ['at(2026-11-20T25:00:00)', 'There is no'],
    ['at(2026-11-20T24:00:00)', 'There is no'],
    ['at(2026-11-20T13:60:00)', 'There is no'],
    ['at(2026-11-20T13:00:61)', 'There is no'],
    ['at(tomorrow)', 'single time'],
  ])('refuses %s', (expression, why) => {
    const read = readSchedule(expression);
    expect(!read.ok && read.problem).toContain(why);
  });

  // 2026 has 365 days, 261 of them from Monday to Friday.
  it.each([
    ['rate(1 day)', 365 / 12],
    ['cron(0 9 * * ? *)', 365 / 12],
    ['cron(0 8 1 * ? *)', 1],
    ['cron(0/1 * * * ? *)', (365 * 1440) / 12],
    ['cron(* * * 12 ? *)', (31 * 1440) / 12],
    ['cron(* * 1 * ? *)', 1440],
    ['cron(0/5 8-17 ? * MON-FRI *)', (261 * 12 * 10) / 12],
    ['cron(10,20,50-59/3 1,2 * * ? *)', (365 * 6 * 2) / 12],
    ['cron(0 0 1 1 ? 2020)', 0],
    ['at(2026-06-01T12:00:00)', 0],
  ])('%s is %d executions a month', (expression, perMonth) => {
    const read = readSchedule(expression);
    if (!read.ok) throw new Error(read.problem);
    expect(perMonthOf(read.value, from)).toBeCloseTo(perMonth, 6);
    expect(perMonthOf(read.value, Date.parse('2026-11-30T00:00:00Z'))).toBeCloseTo(perMonth, -1);
  });

  it('knows time zones', () => {
    expect([isTimezone('Europe/Berlin'), isTimezone('Mars/Base')]).toEqual([true, false]);
  });
});

describe('limits of a schedule', () => {
  const from = Date.parse('2026-01-01T00:30:00Z');
  const times = (expression: string, start?: string, end?: string) => {
    const read = readSchedule(expression);
    if (!read.ok) throw new Error(read.problem);
    const limits = {
      ...(start === undefined ? {} : { start: Date.parse(start) }),
      ...(end === undefined ? {} : { end: Date.parse(end) }),
    };
    return nextTimes(read.value, from, 3, 'UTC', limits).map((time) => new Date(time).toISOString().slice(0, 16));
  };

  it.each([
    ['rate(1 hour)', '2026-01-02T00:00:00Z', undefined, ['2026-01-02T00:00', '2026-01-02T01:00', '2026-01-02T02:00']],
    ['rate(1 hour)', '2025-12-31T00:15:00Z', '2026-01-01T02:15:00Z', ['2026-01-01T01:15', '2026-01-01T02:15']],
    ['cron(0 9 * * ? *)', '2026-02-01T09:00:00Z', '2026-02-02T09:00:00Z', ['2026-02-01T09:00', '2026-02-02T09:00']],
    ['cron(0 9 * * ? *)', undefined, '2025-01-01T00:00:00Z', []],
    ['at(2026-03-01T00:00:00)', '2026-04-01T00:00:00Z', undefined, ['2026-03-01T00:00']],
  ] as const)('%s from %s to %s', (expression, start, end, moments) => {
    expect(times(expression, start, end)).toEqual(moments);
  });

  it('take months off that have no runs', () => {
    const daily = readSchedule('cron(0 9 * * ? *)');
    const hourly = readSchedule('rate(1 hour)');
    if (!daily.ok || !hourly.ok) throw new Error('no schedule');
    // 31 days of a year: 31 / 12 a month.
    const limits = { start: Date.parse('2026-03-01T00:00:00Z'), end: Date.parse('2026-04-01T00:00:00Z') };
    expect(perMonthOf(daily.value, from, limits)).toBeCloseTo(31 / 12, 6);
    expect(perMonthOf(hourly.value, from, limits)).toBeCloseTo((31 * 24) / 12, 6);
    expect(perMonthOf(hourly.value, from, { end: from - 1 })).toBe(0);
  });
});
