import { describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { readReference } from '../workflow/testing/reference';
import { checkPattern } from './checkPattern';
import { matchEvent } from './eventPattern';
import { nextTimes, perMonthOf, readSchedule } from './schedule';

const read = readReference('cases/services.json');
const cases = (isArray(read) ? (read as readonly JsonValue[]) : []).filter(isObject);
const of = (area: string) => cases.filter((each) => each['area'] === area && each['sure'] === true);

const input = (each: JsonObject, name: string): JsonValue =>
  isObject(each['input']) ? (each['input'][name] ?? '') : '';
const text = (each: JsonObject, name: string): string => String(input(each, name) as string);

/** The names of the cases for which `right` does not hold. */
function missed(list: readonly JsonObject[], right: (each: JsonObject) => boolean): readonly string[] {
  return list.filter((each) => !right(each)).map(({ name }) => String(name));
}

describe.runIf(cases.length > 0)('the reference cases of triggers', () => {
  it('match as the engine behind EventBridge matches', () => {
    expect(
      missed(of('trigger: event pattern'), (each) => {
        const pattern = input(each, 'pattern');
        return isObject(pattern) && (matchEvent(pattern, input(each, 'event')) === null) === own(each, 'expect');
      }),
    ).toEqual([]);
  });

  it('are refused as patterns', () => {
    expect(
      missed(of('trigger: event pattern check'), (each) => {
        const pattern = input(each, 'pattern');
        return isObject(pattern) && checkPattern(pattern).length > 0;
      }),
    ).toEqual([]);
  });

  it('run, or are refused, as schedules', () => {
    expect(
      missed(of('trigger: schedule'), (each) => {
        const schedule = readSchedule(text(each, 'expression'));
        const wanted = own(each, 'expect');
        if (!isArray(wanted)) return !schedule.ok;
        const from = Date.parse(text(each, 'from'));
        const next = schedule.ok ? nextTimes(schedule.value, from, wanted.length, text(each, 'timezone')) : [];
        return (
          next.length === wanted.length &&
          next.every((time, at) => new Date(time).toISOString().startsWith(String(wanted[at])))
        );
      }),
    ).toEqual([]);
  });

  it('run as often a month', () => {
    expect(
      missed(of('trigger: schedule count'), (each) => {
        const schedule = readSchedule(text(each, 'expression'));
        const count = schedule.ok ? perMonthOf(schedule.value, Date.parse(text(each, 'from'))) : NaN;
        return Math.abs(count / Number(own(each, 'expect')) - 1) < 0.001;
      }),
    ).toEqual([]);
  });
});
