import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { checkPattern } from './checkPattern';
import { matchEvent } from './eventPattern';

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

  /** The matrix of operators: pattern, value of the field, does it match. From runs of event-ruler. */
  it.each([
    [{ cidr: '2001:db8::/32' }, '2001:db8::1', true],
    [{ cidr: '2001:db8::/32' }, '2001:db9::1', false],
    [{ cidr: '10.0.0.0/8' }, '::a00:1', false],
    [{ wildcard: 'a\\\\*' }, 'a\\x', true],
    [{ wildcard: 'a\\*' }, 'a*', true],
    [{ wildcard: 'a\\*' }, 'ab', false],
    [{ wildcard: '*a*b*' }, 'xxabab', true],
    [{ wildcard: '*a*b' }, 'xaxbx', false],
    [{ exists: false }, [], true],
    [{ exists: true }, [], false],
    [{ exists: true }, [{ y: 1 }], false],
    [{ exists: false }, [{ y: 1 }], true],
    [{ exists: true }, [{ y: 1 }, 2], true],
    [{ exists: true }, null, true],
    [{ 'anything-but': 'abc' }, { y: 1 }, false],
    [{ 'anything-but': 'abc' }, [{ y: 1 }, 'abc'], false],
    [{ 'anything-but': 'abc' }, [], false],
    [{ 'anything-but': 'abc' }, ['abc', 'x'], true],
    [{ 'anything-but': 'abc' }, [['abc']], false],
    [{ 'anything-but': { prefix: 'ab' } }, [{ y: 1 }], false],
    [{ 'anything-but': { wildcard: ['a*', '*z'] } }, 'xyz', false],
    [{ 'anything-but': [1, 2] }, 3, true],
    [{ prefix: 'ab' }, [['abc']], true],
    [{ numeric: ['>', 1, '<', 2] }, 1.5, true],
    [{ numeric: ['>', 1, '<', 2] }, 2, false],
    ['x', [[['x']]], true],
  ] as [JsonValue, JsonValue, boolean][])('%j of %j', (matcher, value, matches) => {
    expect(matchEvent({ detail: { x: [matcher] } }, { detail: { x: value } }) === null).toBe(matches);
  });

  it.each([
    ['values of one entry of a list', { a: { b: [1], c: [2] } }, { a: [{ b: 1, c: 2 }] }, true],
    ['values of two entries of a list', { a: { b: [1], c: [2] } }, { a: [{ b: 1 }, { c: 2 }] }, false],
    ['two lists', { a: { b: [1] }, d: { c: [2] } }, { a: [{ b: 1 }, {}], d: [{}, { c: 2 }] }, true],
    ['what one entry has exists', { a: { b: [{ exists: false }] } }, { a: [{ c: 1 }, { b: 1 }] }, false],
    ['below an empty list', { a: { b: { c: [{ exists: false }] } } }, { a: { b: [] } }, true],
    ['$or keeps to the entry', { a: { b: [1], $or: [{ c: [2] }, { d: [3] }] } }, { a: [{ b: 1 }, { d: 3 }] }, false],
  ] as [string, JsonObject, JsonValue, boolean][])('%s', (_title, pattern, given, matches) => {
    expect(matchEvent(pattern, given) === null).toBe(matches);
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

  it.each([
    [{ prefix: 1 }, 'needs a text'],
    [{}, 'names an operator'],
    [{ suffix: { prefix: 'x' } }, 'equals-ignore-case'],
    [{ 'equals-ignore-case': ['a'] }, 'needs a text'],
    [{ prefix: 'a', suffix: 'b' }, 'one operator'],
    [{ numeric: [] }, 'needs a list'],
    [{ numeric: ['=', '5'] }, 'numbers'],
    [{ numeric: ['=', 6e9] }, 'numbers'],
    [{ numeric: ['!=', 5] }, 'knows'],
    [{ numeric: ['<', 5, '>', 3] }, 'lower bound'],
    [{ numeric: ['>', 5, '<', 5] }, 'upper bound above'],
    [{ numeric: ['>', 5, '<'] }, 'needs a list'],
    [{ cidr: '10.0.0.0' }, 'address range'],
    [{ cidr: '10.0.0.0/33' }, 'address range'],
    [{ cidr: '2001:db8::/129' }, 'address range'],
    [{ exists: 'true' }, 'true or false'],
    [{ wildcard: 'a**b' }, 'two *'],
    [{ wildcard: 'a\\b' }, 'backslash'],
    [{ wildcard: 'a\\' }, 'backslash'],
    [{ wildcard: ['a'] }, 'needs a text'],
    [{ 'anything-but': ['a', 1] }, 'needs a text'],
    [{ 'anything-but': [] }, 'needs a text'],
    [{ 'anything-but': true }, 'needs a text'],
    [{ 'anything-but': null }, 'needs a text'],
    [{ 'anything-but': { numeric: ['>', 1] } }, 'cannot hold'],
    [{ 'anything-but': { exists: true } }, 'cannot hold'],
    [{ 'anything-but': { prefix: { 'equals-ignore-case': 'AB' } } }, 'list of texts'],
    [{ 'anything-but': { prefix: '' } }, 'not empty'],
    [{ 'anything-but': { wildcard: ['a', '**'] } }, 'two *'],
  ] as [JsonObject, string][])('refuses the comparison %j', (matcher, why) => {
    expect(checkPattern({ a: [matcher] })[0]?.message).toContain(why);
  });

  it.each([
    [{ $or: [{ prefix: [1] }, { b: [1] }] }, 'is a comparison'],
    [{ a: [1], $or: [{ a: [2] }, { b: [1] }] }, 'named twice'],
    [{ $or: [{ c: { a: [2] } }, { b: [1] }], c: { a: [1] } }, 'named twice'],
  ] as [JsonObject, string][])('refuses the alternatives of %j', (pattern, why) => {
    expect(checkPattern(pattern)[0]?.message).toContain(why);
  });

  it.each([
    { $or: [{ a: [1] }, { a: [2], b: [1] }], c: [1] },
    {
      a: [
        { numeric: ['>=', 0, '<', 5e9] },
        { cidr: '::/0' },
        { wildcard: '\\*a*' },
        { 'anything-but': { suffix: ['a', 'b'] } },
      ],
    },
    { a: [{ prefix: { 'equals-ignore-case': 'X' } }, { exists: false }, { 'anything-but': 5 }, null, true] },
  ] as JsonObject[])('takes %j', (pattern) => {
    expect(checkPattern(pattern)).toEqual([]);
  });
});
