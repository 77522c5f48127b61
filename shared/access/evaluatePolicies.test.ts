import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json';
import { decide } from './evaluate';
import { allow, deny, policy } from './testing/policies';

const fn = 'arn:aws:lambda:us-east-1:123456789012:function:charge';

describe('resources that only the run knows', () => {
  const charge = 'arn:aws:lambda:us-east-1:123456789012:function:*';
  it.each([
    ['every function is allowed', allow('lambda:*', charge), charge, 'allowed', false],
    ['everything is allowed', allow('lambda:*'), charge, 'allowed', false],
    ['some functions are allowed', allow('lambda:*', fn), charge, 'unknown', true],
    ['none is allowed', allow('lambda:*', 'arn:aws:lambda:eu-west-1:*:function:*'), charge, 'implicitDeny', false],
    ['some are denied', [allow('*'), deny('*', fn)], charge, 'unknown', true],
    ['all are denied', [allow('*'), deny('*', charge)], charge, 'explicitDeny', false],
    ['others are denied', [allow('*'), deny('*', 'arn:aws:lambda:eu-*')], charge, 'allowed', false],
    ['all but some are allowed', { Effect: 'Allow', Action: '*', NotResource: fn }, charge, 'unknown', true],
    [
      'a placeholder may be anything',
      allow('*', fn),
      'arn:aws:lambda:us-east-1:123456789012:function:${Name}',
      'unknown',
      true,
    ],
    [
      'a placeholder is covered',
      allow('*', charge),
      'arn:aws:lambda:us-east-1:123456789012:function:${Name}',
      'allowed',
      false,
    ],
    ['a placeholder for all of it', allow('*', fn), '${FunctionArn}', 'unknown', true],
    ['two allows of parts are not known to be all', [allow('*', fn), allow('*', `${fn}2`)], charge, 'unknown', true],
  ] as const)('%s', (_title, written, resource, decision, resourceUnknown) => {
    const found = decide({ action: 'lambda:InvokeFunction', resource, openResource: true, context: {} }, [
      policy(written as JsonValue),
    ]);
    expect([found.decision, found.resourceUnknown]).toEqual([decision, resourceUnknown]);
  });
});

describe('policy variables', () => {
  const home = (name: string) => `arn:aws:s3:::home/${name}/notes.txt`;
  const tag = (value: string) => ({ StringEquals: { 'aws:ResourceTag/team': value } });
  it.each([
    ['filled in', allow('*', 'arn:aws:s3:::home/${aws:username}/*'), home('ada'), { 'aws:username': 'ada' }, 'allowed'],
    [
      'of somebody else',
      allow('*', 'arn:aws:s3:::home/${aws:username}/*'),
      home('bob'),
      { 'aws:username': 'ada' },
      'implicitDeny',
    ],
    [
      'keys in other case',
      allow('*', 'arn:aws:s3:::home/${AWS:UserName}/*'),
      home('ada'),
      { 'aws:username': 'ada' },
      'allowed',
    ],
    [
      'not in the request',
      allow('*', 'arn:aws:s3:::home/${aws:username}/*'),
      home('ada'),
      { 'aws:username': null },
      'implicitDeny',
    ],
    ['not known', allow('*', 'arn:aws:s3:::home/${aws:username}/*'), home('ada'), {}, 'unknown'],
    ['not known, elsewhere', allow('*', 'arn:aws:s3:::other/${aws:username}/*'), home('ada'), {}, 'implicitDeny'],
    [
      'a default',
      allow('*', "arn:aws:s3:::home/${aws:username, 'all'}/*"),
      home('all'),
      { 'aws:username': null },
      'allowed',
    ],
    [
      'a default that is not needed',
      allow('*', "arn:aws:s3:::home/${aws:username, 'all'}/*"),
      home('all'),
      { 'aws:username': 'ada' },
      'implicitDeny',
    ],
    [
      'a tag of the principal',
      allow('*', 'arn:aws:s3:::home/${aws:PrincipalTag/team}/*'),
      home('data'),
      { 'aws:PrincipalTag/team': 'data' },
      'allowed',
    ],
    [
      'two variables',
      allow('*', 'arn:aws:s3:::${aws:PrincipalTag/bucket}/${aws:username}/*'),
      home('ada'),
      { 'aws:PrincipalTag/bucket': 'home', 'aws:username': 'ada' },
      'allowed',
    ],
    [
      'a value is no pattern',
      allow('*', 'arn:aws:s3:::home/${aws:username}/*'),
      home('ada'),
      { 'aws:username': '*' },
      'implicitDeny',
    ],
    [
      'several values are no variable',
      allow('*', 'arn:aws:s3:::home/${aws:username}/*'),
      home('ada'),
      { 'aws:username': ['ada', 'bob'] },
      'implicitDeny',
    ],
    ['a star as it is', allow('*', 'arn:aws:s3:::home/${*}/*'), home('*'), {}, 'allowed'],
    ['a star is no wildcard then', allow('*', 'arn:aws:s3:::home/${*}/*'), home('ada'), {}, 'implicitDeny'],
    ['a question mark as it is', allow('*', 'arn:aws:s3:::home/${?}/*'), home('?'), {}, 'allowed'],
    ['a dollar as it is', allow('*', 'arn:aws:s3:::home/${$}/*'), home('$'), {}, 'allowed'],
    [
      'in a condition',
      allow('*', '*', tag('${aws:PrincipalTag/team}')),
      home('a'),
      { 'aws:ResourceTag/team': 'x', 'aws:PrincipalTag/team': 'x' },
      'allowed',
    ],
    [
      'in a condition, other',
      allow('*', '*', tag('${aws:PrincipalTag/team}')),
      home('a'),
      { 'aws:ResourceTag/team': 'x', 'aws:PrincipalTag/team': 'y' },
      'implicitDeny',
    ],
    [
      'in a condition, not known',
      allow('*', '*', tag('${aws:PrincipalTag/team}')),
      home('a'),
      { 'aws:ResourceTag/team': 'x' },
      'unknown',
    ],
    [
      'in a number stays text',
      allow('*', '*', { NumericEquals: { 's3:max-keys': '${aws:username}' } }),
      home('a'),
      { 's3:max-keys': '5', 'aws:username': '5' },
      'implicitDeny',
    ],
    [
      'denies for one',
      [allow('*'), deny('*', 'arn:aws:s3:::home/${aws:username}/*')],
      home('ada'),
      { 'aws:username': 'ada' },
      'explicitDeny',
    ],
    [
      'denies nobody without a value',
      [allow('*'), deny('*', 'arn:aws:s3:::home/${aws:username}/*')],
      home('ada'),
      { 'aws:username': null },
      'allowed',
    ],
  ] as const)('%s', (_title, written, resource, context, decision) => {
    const found = decide({ action: 's3:GetObject', resource, context }, [policy(written as JsonValue)]);
    expect(found.decision).toBe(decision);
  });

  it('are plain text in version 2008-10-17', () => {
    const old = policy(allow('*', 'arn:aws:s3:::home/${aws:username}/*'), 'role', 'old', '2008-10-17');
    const request = { action: 's3:GetObject', context: { 'aws:username': 'ada' } };
    expect(decide({ ...request, resource: home('ada') }, [old]).decision).toBe('implicitDeny');
    expect(decide({ ...request, resource: home('${aws:username}') }, [old]).decision).toBe('allowed');
  });
});

describe('several policies', () => {
  const start = {
    action: 'states:StartExecution',
    resource: 'arn:aws:states:us-east-1:123456789012:stateMachine:child',
    context: {},
  };
  const all = (kind: 'role' | 'user' | 'group' | 'boundary' | 'session') => policy(allow('*'), kind, `all ${kind}`);
  const none = (kind: 'boundary' | 'session') => policy(allow('s3:*'), kind, `none ${kind}`);
  it.each([
    ['no policies', [], 'implicitDeny', ['identity']],
    ['a role policy', [all('role')], 'allowed', []],
    ['a user policy', [all('user')], 'allowed', []],
    ['a group policy', [all('group')], 'allowed', []],
    ['a boundary alone grants nothing', [all('boundary')], 'implicitDeny', ['identity']],
    ['a session policy alone grants nothing', [all('session')], 'implicitDeny', ['identity']],
    ['identity and boundary', [all('role'), all('boundary')], 'allowed', []],
    ['a boundary that lacks it', [all('role'), none('boundary')], 'implicitDeny', ['boundary']],
    ['neither', [policy(allow('s3:*')), none('boundary')], 'implicitDeny', ['identity', 'boundary']],
    ['a session that lacks it', [all('role'), none('session')], 'implicitDeny', ['session']],
    ['all three', [all('role'), all('boundary'), all('session')], 'allowed', []],
    [
      'the session lacks it behind a boundary',
      [all('role'), all('boundary'), none('session')],
      'implicitDeny',
      ['session'],
    ],
    ['a deny in the boundary', [all('role'), policy([allow('*'), deny('states:*')], 'boundary')], 'explicitDeny', []],
    ['a deny in the session', [all('role'), policy([allow('*'), deny('states:*')], 'session')], 'explicitDeny', []],
    ['a deny in the group', [all('role'), policy(deny('states:*'), 'group')], 'explicitDeny', []],
    [
      'a deny wins over a boundary that lacks it',
      [policy([allow('*'), deny('states:*')]), none('boundary')],
      'explicitDeny',
      [],
    ],
    [
      'a boundary with NotAction',
      [all('role'), policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, 'boundary')],
      'allowed',
      [],
    ],
    [
      'an unknown boundary',
      [all('role'), policy(allow('*', '*', { StringEquals: { 'aws:SourceVpc': 'v' } }), 'boundary')],
      'unknown',
      [],
    ],
    [
      'an unknown boundary does not matter',
      [policy(allow('s3:*')), policy(allow('*', '*', { StringEquals: { 'aws:SourceVpc': 'v' } }), 'boundary')],
      'implicitDeny',
      ['identity'],
    ],
    [
      'an unknown allow beside a known one',
      [all('role'), policy(allow('*', '*', { Bool: { 'aws:ViaAWSService': 'true' } }))],
      'allowed',
      [],
    ],
    [
      'an unknown deny',
      [all('role'), policy(deny('*', '*', { Bool: { 'aws:ViaAWSService': 'true' } }))],
      'unknown',
      [],
    ],
    [
      'an unknown deny beside a known one',
      [all('role'), policy(deny('*', '*', { Bool: { 'aws:ViaAWSService': 'true' } })), policy(deny('*'))],
      'explicitDeny',
      [],
    ],
    [
      'an unknown deny where nothing allows',
      [policy(deny('*', '*', { Bool: { 'aws:ViaAWSService': 'true' } }))],
      'implicitDeny',
      ['identity'],
    ],
  ] as const)('%s', (_title, policies, decision, missing) => {
    const found = decide(start, policies);
    expect([found.decision, found.missing]).toEqual([decision, missing]);
  });

  it('names the statements that decided', () => {
    const boundary = policy([allow('s3:*'), { ...(allow('*') as object), Sid: 'Most' }], 'boundary', 'limit');
    expect(decide(start, [all('role'), boundary]).by).toEqual([
      { policy: 'all role', kind: 'role', sid: null, index: 0 },
      { policy: 'limit', kind: 'boundary', sid: 'Most', index: 1 },
    ]);
    const denied = decide(start, [all('role'), policy([allow('*'), deny('states:*')], 'role', 'second')]);
    expect(denied.by).toEqual([{ policy: 'second', kind: 'role', sid: null, index: 1 }]);
  });

  it('names the keys that it does not know', () => {
    const guarded = policy([
      deny('*', '*', { StringNotEquals: { 'aws:SourceAccount': '1', 'aws:SourceVpc': 'v' } }),
      allow('*', '*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }),
    ]);
    expect(decide(start, [guarded]).unknownKeys).toEqual(['aws:SourceAccount', 'aws:SourceIp', 'aws:SourceVpc']);
  });
});
