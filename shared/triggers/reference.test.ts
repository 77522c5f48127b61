import { describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { readReference } from '../workflow/testing/reference';
import type { Trigger } from './contract';
import { checkPattern } from './checkPattern';
import { matchEvent } from './eventPattern';
import { sampleEvent } from './sampleEvent';
import { nextTimes, perMonthOf, readSchedule } from './schedule';
import { checkTrigger, patternOf } from './triggers';

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

  it('are sample events in the form of AWS', () => {
    const list = cases.filter((each) => each['area'] === 'sample event');
    expect(list.length).toBeGreaterThan(4);
    expect(missed(list, sampleHolds)).toEqual([]);
  });

  it('are patterns that take a prefix as it stands, and names of buckets that are refused', () => {
    expect(
      missed(of('trigger pattern'), (each) => {
        const { prefix, suffix } = each['input'] as unknown as { readonly prefix: string; readonly suffix: string };
        const pattern = patternOf({ kind: 'upload', id: 'u', enabled: true, bucket: 'b-1', prefix, suffix });
        const event = { source: 'aws.s3', 'detail-type': 'Object Created', detail: { bucket: { name: 'b-1' } } };
        const object = { key: `${prefix}x${suffix}` };
        const taken = { ...event, detail: { ...event.detail, object } };
        return pattern !== null && checkPattern(pattern).length === 0 && matchEvent(pattern, taken) === null;
      }),
    ).toEqual([]);
    expect(
      missed(of('trigger check'), (each) => {
        const trigger: Trigger = { kind: 'upload', id: 'u', enabled: true, bucket: text(each, 'bucket') };
        return 'bucket' in checkTrigger(trigger);
      }),
    ).toEqual([]);
  });
});

const now = { time: '2026-01-01T00:00:00Z', account: '123456789012', region: 'us-east-1' };
const common = { id: 't', enabled: true } as const;

function sampleHolds(each: JsonObject): boolean {
  const wanted = own(each, 'expect');
  const pattern = input(each, 'pattern');
  if (isObject(pattern)) return matchEvent(pattern, sampleEvent({ ...common, kind: 'event', pattern }, now)) === null;
  const sample = sampleEvent(
    sampleTriggers[text(each, 'kind')] ?? { ...common, kind: 'api', method: 'GET', path: '/' },
    now,
  );
  if (isArray(wanted)) {
    const [message] = isArray(sample) ? (sample as readonly JsonObject[]) : [];
    const body = JSON.parse(String(own(message ?? {}, 'body') as string)) as JsonObject;
    return wanted.every((name) => typeof own(body, String(name as string)) === 'string');
  }
  if (!isObject(wanted) || !isObject(sample)) return false;
  const [resource] = own(wanted, 'resources') as readonly string[];
  const [start = '', end = ''] = (resource ?? '').split('...');
  const [given] = own(sample, 'resources') as readonly string[];
  const detail = own(wanted, 'detail');
  const fields = isArray(detail) ? detail.filter((name) => name !== '...') : [];
  return (
    (given ?? '').startsWith(start) &&
    (end === '' || (given ?? '').includes(':schedule/default/')) &&
    fields.every((name) => Object.hasOwn(own(sample, 'detail') as JsonObject, String(name as string)))
  );
}

const sampleTriggers: Readonly<Record<string, Trigger>> = {
  upload: { ...common, kind: 'upload', bucket: 'b-1' },
  workflow: {
    ...common,
    kind: 'workflow',
    stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other',
    status: 'SUCCEEDED',
  },
  schedule: { ...common, kind: 'schedule', expression: 'rate(5 minutes)' },
  topic: { ...common, kind: 'topic', arn: 'arn:aws:sns:us-east-1:123456789012:t' },
};
