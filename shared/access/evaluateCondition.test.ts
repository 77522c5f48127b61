import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json';
import { decide } from './evaluate';
import type { ConditionValues } from './requestContext';
import { allow, policy } from './testing/policies';

const role = 'arn:aws:iam::123456789012:role/run/etl';
const arn = 'aws:SourceArn';
const ip = 'aws:SourceIp';
const now = 'aws:CurrentTime';
type Row = readonly [condition: JsonValue, context: ConditionValues, holds: 'yes' | 'no' | 'unknown'];

/** A condition of an Allow that is the only statement: it holds when the request is allowed. */
const rows: readonly Row[] = [
  // String
  [{ StringEquals: { k: 'a' } }, { k: 'a' }, 'yes'],
  [{ StringEquals: { k: 'a' } }, { k: 'A' }, 'no'],
  [{ StringEquals: { k: ['a', 'b'] } }, { k: 'b' }, 'yes'],
  [{ StringEquals: { k: 'a*' } }, { k: 'ab' }, 'no'],
  [{ StringEquals: { k: 'a*' } }, { k: 'a*' }, 'yes'],
  [{ StringEquals: { k: 'a' } }, { k: null }, 'no'],
  [{ StringEquals: { k: 'a' } }, {}, 'unknown'],
  [{ StringEquals: { k: 'a' } }, { k: undefined }, 'unknown'],
  [{ stringequals: { k: 'a' } }, { k: 'a' }, 'yes'],
  [{ StringEquals: { 'AWS:PrincipalTag/Team': 'a' } }, { 'aws:principaltag/team': 'a' }, 'yes'],
  [{ StringEquals: { k: '' } }, { k: '' }, 'yes'],
  [{ StringNotEquals: { k: 'a' } }, { k: 'b' }, 'yes'],
  [{ StringNotEquals: { k: 'a' } }, { k: 'a' }, 'no'],
  [{ StringNotEquals: { k: ['a', 'b'] } }, { k: 'b' }, 'no'],
  [{ StringNotEquals: { k: ['a', 'b'] } }, { k: 'c' }, 'yes'],
  [{ StringNotEquals: { k: 'a' } }, { k: null }, 'yes'],
  [{ StringNotEquals: { k: 'a' } }, {}, 'unknown'],
  [{ StringEqualsIgnoreCase: { k: 'Abc' } }, { k: 'aBC' }, 'yes'],
  [{ StringEqualsIgnoreCase: { k: 'Abc' } }, { k: 'abd' }, 'no'],
  [{ StringNotEqualsIgnoreCase: { k: 'Abc' } }, { k: 'aBC' }, 'no'],
  [{ StringNotEqualsIgnoreCase: { k: 'Abc' } }, { k: 'abd' }, 'yes'],
  [{ StringLike: { k: 'a*c' } }, { k: 'abbc' }, 'yes'],
  [{ StringLike: { k: 'a*c' } }, { k: 'Abbc' }, 'no'],
  [{ StringLike: { k: 'a?c' } }, { k: 'abc' }, 'yes'],
  [{ StringLike: { k: 'a?c' } }, { k: 'abbc' }, 'no'],
  [{ StringLike: { k: '*' } }, { k: '' }, 'yes'],
  [{ StringLike: { k: '*' } }, { k: null }, 'no'],
  [{ StringLike: { k: ['x*', 'a*'] } }, { k: 'abc' }, 'yes'],
  [{ StringNotLike: { k: 'a*' } }, { k: 'abc' }, 'no'],
  [{ StringNotLike: { k: 'a*' } }, { k: 'xbc' }, 'yes'],
  [{ StringNotLike: { k: ['a*', 'x*'] } }, { k: 'xbc' }, 'no'],
  [{ StringNotLike: { k: 'a*' } }, { k: null }, 'yes'],
  // Numeric
  [{ NumericEquals: { k: '5' } }, { k: '5.0' }, 'yes'],
  [{ NumericEquals: { k: 5 } }, { k: '5' }, 'yes'],
  [{ NumericEquals: { k: '5' } }, { k: '6' }, 'no'],
  [{ NumericNotEquals: { k: '5' } }, { k: '6' }, 'yes'],
  [{ NumericNotEquals: { k: '5' } }, { k: '5' }, 'no'],
  [{ NumericLessThan: { k: '5' } }, { k: '4.5' }, 'yes'],
  [{ NumericLessThan: { k: '5' } }, { k: '5' }, 'no'],
  [{ NumericLessThanEquals: { k: '5' } }, { k: '5' }, 'yes'],
  [{ NumericLessThanEquals: { k: '5' } }, { k: '10' }, 'no'],
  [{ NumericGreaterThan: { k: '-5' } }, { k: '0' }, 'yes'],
  [{ NumericGreaterThan: { k: '5' } }, { k: '5' }, 'no'],
  [{ NumericGreaterThanEquals: { k: '5' } }, { k: '5' }, 'yes'],
  [{ NumericGreaterThanEquals: { k: '5' } }, { k: '' }, 'no'],
  // Date
  [{ DateEquals: { [now]: '2026-07-01T00:00:00Z' } }, { [now]: '2026-07-01T02:00:00+02:00' }, 'yes'],
  [{ DateNotEquals: { [now]: '2026-07-01T00:00:00Z' } }, { [now]: '2026-07-01T00:00:00Z' }, 'no'],
  [{ DateLessThan: { [now]: '2026-07-01T00:00:00Z' } }, { [now]: '2026-06-30T23:59:59Z' }, 'yes'],
  [{ DateLessThan: { [now]: '2026-07-01T00:00:00Z' } }, { [now]: '2026-07-01T00:00:00Z' }, 'no'],
  [{ DateLessThanEquals: { [now]: '2026-07-01' } }, { [now]: '2026-07-01T00:00:00Z' }, 'yes'],
  [{ DateGreaterThan: { [now]: '2026-07-01T00:00:00Z' } }, { [now]: '2026-07-01T00:00:01Z' }, 'yes'],
  [{ DateGreaterThan: { 'aws:EpochTime': '1000' } }, { 'aws:EpochTime': '1001' }, 'yes'],
  [{ DateGreaterThan: { 'aws:EpochTime': '1000' } }, { 'aws:EpochTime': '1970-01-01T00:16:39Z' }, 'no'],
  [{ DateGreaterThanEquals: { [now]: '2026-07-01T00:00:00Z' } }, { [now]: '2026-07-01T00:00:00Z' }, 'yes'],
  [{ DateGreaterThan: { [now]: '2026-07-01T00:00:00Z' } }, {}, 'unknown'],
  // Bool and Null
  [{ Bool: { 'aws:SecureTransport': 'true' } }, { 'aws:SecureTransport': 'true' }, 'yes'],
  [{ Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'TRUE' }, 'yes'],
  [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': 'true' }, 'no'],
  [{ Bool: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': null }, 'no'],
  [{ BoolIfExists: { 'aws:SecureTransport': 'false' } }, { 'aws:SecureTransport': null }, 'yes'],
  [{ Null: { k: 'true' } }, { k: null }, 'yes'],
  [{ Null: { k: 'true' } }, { k: 'a' }, 'no'],
  [{ Null: { k: 'false' } }, { k: 'a' }, 'yes'],
  [{ Null: { k: false } }, { k: null }, 'no'],
  [{ Null: { k: 'true' } }, { k: [] }, 'yes'],
  [{ Null: { k: 'true' } }, {}, 'unknown'],
  // Binary
  [{ BinaryEquals: { k: 'QmluYXJ5' } }, { k: 'QmluYXJ5' }, 'yes'],
  [{ BinaryEquals: { k: 'QmluYXJ5' } }, { k: 'qmluyxj5' }, 'no'],
  // Addresses
  [{ IpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: '203.0.113.77' }, 'yes'],
  [{ IpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: '203.0.114.1' }, 'no'],
  [{ IpAddress: { [ip]: '203.0.113.7' } }, { [ip]: '203.0.113.7' }, 'yes'],
  [{ IpAddress: { [ip]: '0.0.0.0/0' } }, { [ip]: '8.8.8.8' }, 'yes'],
  [{ IpAddress: { [ip]: '203.0.113.64/26' } }, { [ip]: '203.0.113.63' }, 'no'],
  [{ IpAddress: { [ip]: ['10.0.0.0/8', '192.168.0.0/16'] } }, { [ip]: '192.168.3.4' }, 'yes'],
  [{ IpAddress: { [ip]: '2001:db8:1234:5678::/64' } }, { [ip]: '2001:DB8:1234:5678::1' }, 'yes'],
  [{ IpAddress: { [ip]: '2001:db8:1234:5678::/64' } }, { [ip]: '2001:db8:1234:5679::1' }, 'no'],
  [{ IpAddress: { [ip]: '::ffff:10.0.0.0/104' } }, { [ip]: '::ffff:10.1.2.3' }, 'yes'],
  [{ IpAddress: { [ip]: '0.0.0.0/0' } }, { [ip]: '2001:db8::1' }, 'no'],
  [{ IpAddress: { [ip]: '10.0.0.0/8' } }, { [ip]: '10.0.0.256' }, 'no'],
  [{ NotIpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: '203.0.114.1' }, 'yes'],
  [{ NotIpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: '203.0.113.1' }, 'no'],
  [{ NotIpAddress: { [ip]: ['203.0.113.0/24', '10.0.0.0/8'] } }, { [ip]: '10.0.0.1' }, 'no'],
  [{ NotIpAddress: { [ip]: '203.0.113.0/24' } }, { [ip]: null }, 'yes'],
  // ARNs
  [{ ArnEquals: { [arn]: role } }, { [arn]: role }, 'yes'],
  [{ ArnEquals: { [arn]: 'arn:aws:iam::*:role/*' } }, { [arn]: role }, 'yes'],
  [{ ArnLike: { [arn]: 'arn:aws:iam::*:role/run/?tl' } }, { [arn]: role }, 'yes'],
  [{ ArnLike: { [arn]: 'arn:aws:iam:*:role/*' } }, { [arn]: role }, 'no'],
  [{ ArnLike: { [arn]: 'arn:*' } }, { [arn]: role }, 'no'],
  [{ StringLike: { [arn]: 'arn:*' } }, { [arn]: role }, 'yes'],
  [{ ArnLike: { [arn]: 'arn:aws:sns:*:*:a:b*' } }, { [arn]: 'arn:aws:sns:us-east-1:1:a:bc' }, 'yes'],
  [{ ArnLike: { [arn]: 'arn:aws:iam::*:role/*' } }, { [arn]: 'not an arn' }, 'no'],
  [{ ArnLike: { [arn]: 'arn:aws:iam::*:ROLE/*' } }, { [arn]: role }, 'no'],
  [{ ArnNotEquals: { [arn]: role } }, { [arn]: role }, 'no'],
  [{ ArnNotLike: { [arn]: 'arn:aws:iam::*:user/*' } }, { [arn]: role }, 'yes'],
  [{ ArnNotLike: { [arn]: 'arn:aws:iam::*:user/*' } }, { [arn]: null }, 'yes'],
  [
    { ArnLike: { [arn]: 'arn:aws:iam::${aws:PrincipalAccount}:role/*' } },
    { [arn]: role, 'aws:PrincipalAccount': '123456789012' },
    'yes',
  ],
  // IfExists
  [{ StringEqualsIfExists: { k: 'a' } }, { k: null }, 'yes'],
  [{ StringEqualsIfExists: { k: 'a' } }, { k: 'b' }, 'no'],
  [{ StringEqualsIfExists: { k: 'a' } }, { k: 'a' }, 'yes'],
  [{ StringEqualsIfExists: { k: 'a' } }, {}, 'unknown'],
  [{ StringNotEqualsIfExists: { k: 'a' } }, { k: null }, 'yes'],
  [{ NumericLessThanIfExists: { k: '3' } }, { k: null }, 'yes'],
  [{ ArnLikeIfExists: { [arn]: 'arn:aws:iam::*:role/*' } }, { [arn]: null }, 'yes'],
  [{ IpAddressIfExists: { [ip]: '10.0.0.0/8' } }, { [ip]: '11.0.0.1' }, 'no'],
  [{ DateLessThanIfExists: { [now]: '2026-01-01T00:00:00Z' } }, { [now]: null }, 'yes'],
  // Sets
  [{ 'ForAnyValue:StringEquals': { k: ['a', 'b'] } }, { k: ['x', 'b'] }, 'yes'],
  [{ 'ForAnyValue:StringEquals': { k: ['a', 'b'] } }, { k: ['x', 'y'] }, 'no'],
  [{ 'ForAnyValue:StringEquals': { k: 'a' } }, { k: null }, 'no'],
  [{ 'ForAnyValue:StringEquals': { k: 'a' } }, { k: [] }, 'no'],
  [{ 'ForAnyValue:StringEquals': { k: 'a' } }, {}, 'unknown'],
  [{ 'ForAnyValue:StringLike': { k: 'team-*' } }, { k: ['x', 'team-a'] }, 'yes'],
  [{ 'ForAnyValue:StringNotEquals': { k: 'a' } }, { k: ['a', 'b'] }, 'yes'],
  [{ 'ForAnyValue:StringNotEquals': { k: ['a', 'b'] } }, { k: ['a', 'b'] }, 'no'],
  [{ 'ForAnyValue:StringNotEquals': { k: 'a' } }, { k: null }, 'no'],
  [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['b', 'a'] }, 'yes'],
  [{ 'ForAllValues:StringEquals': { k: ['a', 'b'] } }, { k: ['a', 'x'] }, 'no'],
  [{ 'ForAllValues:StringEquals': { k: 'a' } }, { k: null }, 'yes'],
  [{ 'ForAllValues:StringEquals': { k: 'a' } }, { k: 'a' }, 'yes'],
  [{ 'ForAllValues:StringEquals': { k: 'a' } }, {}, 'unknown'],
  [{ 'ForAllValues:StringLike': { k: 'team-*' } }, { k: ['team-a', 'team-b'] }, 'yes'],
  [{ 'ForAllValues:StringNotEquals': { k: 'a' } }, { k: ['b', 'c'] }, 'yes'],
  [{ 'ForAllValues:StringNotEquals': { k: 'a' } }, { k: ['a', 'c'] }, 'no'],
  [{ 'ForAllValues:NumericLessThan': { k: '5' } }, { k: ['1', '4'] }, 'yes'],
  [{ 'ForAnyValue:ArnLike': { k: 'arn:aws:iam::*:role/*' } }, { k: [role] }, 'yes'],
  [{ 'ForAnyValue:StringEqualsIfExists': { k: 'a' } }, { k: null }, 'no'],
  [{ 'foranyvalue:stringlike': { k: 'a*' } }, { k: ['ab'] }, 'yes'],
  // Several keys and operators: all must hold
  [{ StringEquals: { k: 'a', l: 'b' } }, { k: 'a', l: 'b' }, 'yes'],
  [{ StringEquals: { k: 'a', l: 'b' } }, { k: 'a', l: 'x' }, 'no'],
  [{ StringEquals: { k: 'a' }, NumericLessThan: { n: 3 } }, { k: 'a', n: '2' }, 'yes'],
  [{ StringEquals: { k: 'a' }, NumericLessThan: { n: 3 } }, { k: 'a', n: '3' }, 'no'],
  [{ StringEquals: { k: 'a', l: 'b' } }, { k: 'x' }, 'no'],
  [{ StringEquals: { k: 'a', l: 'b' } }, { k: 'a' }, 'unknown'],
  [{ StringLike: { k: ['a*', '${aws:username}'] } }, { k: 'ab' }, 'yes'],
  [{ StringLike: { k: ['x*', '${aws:username}'] } }, { k: 'ab' }, 'unknown'],
  [{}, {}, 'yes'],
];

const decisions = { yes: 'allowed', no: 'implicitDeny', unknown: 'unknown' } as const;

describe('conditions', () => {
  it.each(
    rows.map(
      ([condition, context, holds]) =>
        [JSON.stringify(condition), JSON.stringify(context), holds, condition, context] as const,
    ),
  )('%s with %s: %s', (_condition, _context, holds, condition, context) => {
    const request = { action: 'sns:Publish', resource: 'arn:aws:sns:us-east-1:123456789012:alerts', context };
    expect(decide(request, [policy(allow('sns:Publish', '*', condition))]).decision).toBe(decisions[holds]);
  });

  it('names only the unknown keys that matter', () => {
    const condition = { StringEquals: { k: 'a', l: 'b' }, StringLike: { m: '${aws:username}' } };
    const request = { action: 'sns:Publish', resource: '*', context: { k: 'a', m: 'x' } };
    expect(decide(request, [policy(allow('*', '*', condition))]).unknownKeys).toEqual(['aws:username', 'l']);
  });
});
