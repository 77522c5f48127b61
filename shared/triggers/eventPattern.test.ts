import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { checkPattern, matchEvent } from './eventPattern';

const event: JsonObject = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  region: 'us-east-1',
  resources: ['arn:aws:s3:::uploads', 'arn:aws:s3:::other'],
  detail: {
    bucket: { name: 'uploads' },
    object: { key: 'incoming/a.CSV', size: 512 },
    ip: '10.0.0.7',
    tags: [],
    note: null,
    flag: true,
    parts: [{ n: 1 }, { n: 2 }],
  },
};

const detail = (pattern: JsonValue): JsonObject => ({ detail: pattern as JsonObject });

describe('event patterns', () => {
  it.each([
    ['exact', { source: ['aws.s3'] }, true],
    ['one of a list', { source: ['aws.ec2', 'aws.s3'] }, true],
    ['other value', { source: ['aws.ec2'] }, false],
    ['all fields', { source: ['aws.s3'], region: ['eu-west-1'] }, false],
    ['a list in the event', { resources: ['arn:aws:s3:::other'] }, true],
    ['nested', detail({ bucket: { name: ['uploads'] } }), true],
    ['prefix', detail({ object: { key: [{ prefix: 'incoming/' }] } }), true],
    ['prefix, other case', detail({ object: { key: [{ prefix: 'Incoming/' }] } }), false],
    ['prefix ignoring case', detail({ object: { key: [{ prefix: { 'equals-ignore-case': 'INCOMING' } }] } }), true],
    ['suffix', detail({ object: { key: [{ suffix: '.csv' }] } }), false],
    ['suffix ignoring case', detail({ object: { key: [{ suffix: { 'equals-ignore-case': '.csv' } }] } }), true],
    ['ignoring case', { region: [{ 'equals-ignore-case': 'US-EAST-1' }] }, true],
    ['wildcard', detail({ object: { key: [{ wildcard: 'incoming/*.CSV' }] } }), true],
    ['wildcard that misses', detail({ object: { key: [{ wildcard: '*/b.CSV' }] } }), false],
    ['numeric', detail({ object: { size: [{ numeric: ['>', 100, '<=', 512] }] } }), true],
    ['numeric out of range', detail({ object: { size: [{ numeric: ['<', 512] }] } }), false],
    ['numeric of text', { region: [{ numeric: ['=', 1] }] }, false],
    ['cidr', detail({ ip: [{ cidr: '10.0.0.0/24' }] }), true],
    ['cidr of another network', detail({ ip: [{ cidr: '10.0.1.0/24' }] }), false],
    ['anything-but', { region: [{ 'anything-but': 'eu-west-1' }] }, true],
    ['anything-but a list', { region: [{ 'anything-but': ['us-east-1', 'eu-west-1'] }] }, false],
    ['anything-but a prefix', { region: [{ 'anything-but': { prefix: 'us-' } }] }, false],
    ['anything-but suffixes', { region: [{ 'anything-but': { suffix: ['-1', '-2'] } }] }, false],
    ['anything-but a wildcard', { region: [{ 'anything-but': { wildcard: 'eu-*' } }] }, true],
    ['exists', detail({ ip: [{ exists: true }] }), true],
    ['exists of nothing', detail({ nothing: [{ exists: true }] }), false],
    ['exists not', detail({ nothing: [{ exists: false }] }), true],
    ['a branch does not exist', detail({ bucket: [{ exists: true }] }), false],
    ['null', detail({ note: [null] }), true],
    ['true', detail({ flag: [true] }), true],
    ['true is not its text', detail({ flag: ['true'] }), false],
    ['an empty list', detail({ tags: ['x'] }), false],
    ['objects in a list', detail({ parts: { n: [2] } }), true],
    ['$or', { $or: [{ region: ['eu-west-1'] }, { source: ['aws.s3'] }] }, true],
    ['$or of none', { $or: [{ region: ['eu-west-1'] }, { source: ['aws.ec2'] }] }, false],
    ['an unknown comparison', { region: [{ like: 'us' }] }, false],
  ] as [string, JsonObject, boolean][])('%s', (_title, pattern, matches) => {
    expect(matchEvent(pattern, event) === null).toBe(matches);
  });

  it('says which field decides', () => {
    expect(matchEvent(detail({ bucket: { name: ['x'] } }), event)).toEqual({
      at: ['detail', 'bucket', 'name'],
      message: '"uploads" is not among the wanted',
    });
    expect(matchEvent({ account: ['1'] }, event)?.message).toBe('the event has no such field');
  });

  it.each([
    [{}, 'at least one field'],
    [{ source: 'aws.s3' }, 'as a list'],
    [{ source: [] }, 'as a list'],
    [{ source: [['aws.s3']] }, 'list inside'],
    [{ source: [{ like: 'x' }] }, 'no comparison “like”'],
    [{ $or: [{ a: ['b'] }] }, 'at least two'],
    [{ detail: {} }, 'at least one field'],
  ] as [JsonObject, string][])('refuses %j', (pattern, why) => {
    expect(checkPattern(pattern)[0]?.message).toContain(why);
  });
});
