import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import type { Trigger, TriggerKind } from './contract';
import { matchEvent } from './eventPattern';
import { sampleEvent } from './sampleEvent';
import {
  checkTrigger,
  describeTrigger,
  executionsPerMonth,
  newTrigger,
  patternOf,
  readTriggers,
  triggerKinds,
} from './triggers';

const kinds = Object.keys(triggerKinds) as TriggerKind[];
const now = { time: '2026-01-01T00:00:00Z', account: '123456789012', region: 'us-east-1' };
const from = Date.parse(now.time);

describe('triggers', () => {
  it.each(kinds)('a new %s is in order, described, counted and read back from a sidecar', (kind) => {
    const trigger = newTrigger(kind, 'one');
    expect(checkTrigger(trigger)).toEqual({});
    expect(describeTrigger(trigger)).not.toBe('');
    expect(executionsPerMonth(trigger, from)).toBeGreaterThan(0);
    expect(executionsPerMonth({ ...trigger, enabled: false }, from)).toBe(0);
    expect(readTriggers([JSON.parse(JSON.stringify(trigger)) as JsonValue])).toEqual([trigger]);
  });

  it.each(kinds)('the sample event of a %s is what its rule takes', (kind) => {
    const trigger = newTrigger(kind, 'one');
    const pattern = patternOf(trigger);
    const event = sampleEvent(trigger, now);
    expect(event).toEqual(JSON.parse(JSON.stringify(event)));
    if (pattern) expect(matchEvent(pattern, event)).toBeNull();
  });

  it('an upload is chosen by prefix and suffix', () => {
    const trigger: Trigger = { id: 'a', enabled: true, kind: 'upload', bucket: 'in', prefix: 'raw/', suffix: '.csv' };
    expect(matchEvent(patternOf(trigger) ?? {}, sampleEvent(trigger, now))).toBeNull();
    expect(matchEvent(patternOf({ ...trigger, suffix: '.json' }) ?? {}, sampleEvent(trigger, now))).not.toBeNull();
  });

  it('a sample event is made for patterns with comparisons', () => {
    const pattern = {
      source: [{ prefix: 'my.' }],
      detail: {
        size: [{ numeric: ['>', 5, '<', 7] }],
        key: [{ wildcard: 'a/*.txt' }],
        ip: [{ cidr: '10.0.0.0/8' }],
        gone: [{ exists: false }],
        kind: [{ 'anything-but': 'x' }],
      },
      $or: [{ region: ['eu-west-1'] }, { region: ['us-east-1'] }],
    };
    const trigger: Trigger = { id: 'a', enabled: true, kind: 'event', pattern };
    expect(matchEvent(pattern, sampleEvent(trigger, now))).toBeNull();
  });

  it.each([
    [{ ...newTrigger('schedule', 'a'), expression: 'daily' }, 'expression'],
    [{ ...newTrigger('schedule', 'a'), timezone: 'Berlin' }, 'timezone'],
    [{ ...newTrigger('upload', 'a'), bucket: 'My_Bucket' }, 'bucket'],
    [{ ...newTrigger('event', 'a'), pattern: { source: 'x' } }, 'pattern'],
    [{ ...newTrigger('api', 'a'), path: 'x' }, 'path'],
    [{ ...newTrigger('workflow', 'a'), stateMachineArn: 'other' }, 'stateMachineArn'],
    [
      {
        ...newTrigger('workflow', 'a'),
        stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:other:live',
      },
      'stateMachineArn',
    ],
    [{ ...newTrigger('queue', 'a'), batchSize: 0.5 }, 'batchSize'],
    [{ ...newTrigger('queue', 'a'), batchSize: 100_000 }, 'batchSize'],
    [{ ...newTrigger('queue', 'a'), arn: 'arn:aws:sns:us-east-1:123456789012:x' }, 'arn'],
  ] as [Trigger, string][])('says which field of %j is wrong', (trigger, field) => {
    expect(Object.keys(checkTrigger(trigger))).toEqual([field]);
  });

  it.each([
    { state: [{ 'anything-but': 'sample' }] },
    { state: [{ 'anything-but': { prefix: ['s', 'o'] } }] },
    { x: [{ cidr: '2001:db8::/32' }] },
    { x: [{ wildcard: 'a\\*b*' }] },
    { x: [{ numeric: ['>', 5, '<=', 5.5] }] },
    { a: { b: [1] }, $or: [{ a: { c: [2] } }, { d: [1] }] },
  ] as JsonObject[])('a sample event is made for %j', (pattern) => {
    const trigger: Trigger = { id: 'a', enabled: true, kind: 'event', pattern };
    expect(matchEvent(pattern, sampleEvent(trigger, now))).toBeNull();
  });

  it('prefix and suffix of an upload stand for themselves', () => {
    const trigger: Trigger = {
      id: 'a',
      enabled: true,
      kind: 'upload',
      bucket: 'in-box',
      prefix: 'a\\*',
      suffix: '*.csv',
    };
    const pattern = patternOf(trigger) ?? {};
    expect(checkTrigger({ id: 'b', enabled: true, kind: 'event', pattern })).toEqual({});
    expect(matchEvent(pattern, sampleEvent(trigger, now))).toBeNull();
    expect(matchEvent(pattern, sampleEvent({ ...trigger, prefix: 'a\\b' }, now))).not.toBeNull();
  });

  it.each(['a..b', 'xn--abc', '192.168.0.1', 'in-s3alias', 'in--ol-s3', 'sthree-in', 'A-b', 'ab'])(
    'refuses the bucket %s',
    (bucket) => {
      expect(Object.keys(checkTrigger({ id: 'a', enabled: true, kind: 'upload', bucket }))).toEqual(['bucket']);
    },
  );

  it('events name the resource that they are about', () => {
    const resources = (kind: TriggerKind) => (sampleEvent(newTrigger(kind, 'a'), now) as JsonObject)['resources'];
    expect(resources('upload')).toEqual(['arn:aws:s3:::my-bucket']);
    expect(resources('schedule')).toEqual(['arn:aws:scheduler:us-east-1:123456789012:schedule/default/sample']);
    expect(resources('workflow')).toEqual([
      'arn:aws:states:us-east-1:123456789012:execution:other-workflow:other-workflow-sample',
    ]);
  });

  it('passes over what is no trigger', () => {
    expect(readTriggers([null, 1, {}, { kind: 'moon', id: 'x' }, { kind: 'schedule', id: 'x' }])).toEqual([]);
  });
});

it.each([
  [{ start: '2026-01-31' }, 'start'],
  [{ start: '2026-02-30T00:00:00Z' }, 'start'],
  [{ start: '2026-02-01T00:00:00Z', end: '2026-01-01T00:00:00Z' }, 'end'],
  [{ flexibleMinutes: 0 }, 'flexibleMinutes'],
  [{ flexibleMinutes: 1441 }, 'flexibleMinutes'],
])('limits of a schedule that AWS refuses are told at their field: %j', (given, field) => {
  const trigger: Trigger = { kind: 'schedule', id: 's', enabled: true, expression: 'rate(1 day)', ...given };
  expect(Object.keys(checkTrigger(trigger))).toEqual([field]);
  expect(
    checkTrigger({ ...trigger, start: '2026-01-01T00:00:00Z', end: '2026-02-01T00:00:00Z', flexibleMinutes: 15 }),
  ).toEqual({});
});
