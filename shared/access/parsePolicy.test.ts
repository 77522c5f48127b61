import { describe, expect, it } from 'vitest';
import { parsePolicy } from './parsePolicy';

const statement = { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' };

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

describe('files and answers as people have them', () => {
  it.each([
    ['a byte order mark', `\uFEFF${JSON.stringify({ Version: '2012-10-17', Statement: [allow] })}`],
    ['get-policy-version', JSON.stringify({ PolicyVersion: { Document: { Statement: allow }, VersionId: 'v1' } })],
    ['get-role-policy', JSON.stringify({ RoleName: 'r', PolicyDocument: { Statement: allow } })],
  ])('takes %s', (_title, text) => {
    expect(parsePolicy(text).ok).toBe(true);
  });

  it.each([
    ['twenty thousand wrappers', '{"Document":'.repeat(20_000) + '{}' + '}'.repeat(20_000), 'object with Version'],
    [
      'a Sid twice',
      JSON.stringify({
        Statement: [
          { Sid: 'a', ...allow },
          { Sid: 'a', ...allow },
        ],
      }),
      'stands twice',
    ],
    ['a Sid with spaces', JSON.stringify({ Statement: [{ Sid: 'a b', ...allow }] }), 'letters and digits'],
    ...(
      [
        ['a number', { NumericEquals: { k: 'five' } }],
        ['a date', { DateLessThan: { 'aws:CurrentTime': 'tomorrow' } }],
        ['a day that is none', { DateLessThan: { 'aws:CurrentTime': '2026-13-01' } }],
        ['an address', { IpAddress: { 'aws:SourceIp': '203.0.113.0/33' } }],
        ['true or false', { Bool: { 'aws:SecureTransport': 'yes' } }],
      ] as const
    ).map(([what, Condition]): [string, string, string] => [
      `what never is ${what}`,
      JSON.stringify({ Statement: { ...allow, Condition } }),
      'never holds',
    ]),
  ])('tells %s', (_title, text, why) => {
    const read = parsePolicy(text);
    expect(read.ok ? '' : read.problem[0]?.message).toContain(why);
  });
});

describe('reading a policy', () => {
  it('takes one statement without a list and values without a list', () => {
    const read = parsePolicy(JSON.stringify({ Version: '2012-10-17', Statement: statement }));
    expect(read).toEqual({
      ok: true,
      value: {
        version: '2012-10-17',
        statements: [
          {
            sid: null,
            index: 0,
            effect: 'Allow',
            actions: { except: false, patterns: ['sns:Publish'] },
            resources: { except: false, patterns: ['*'] },
            conditions: [],
          },
        ],
      },
    });
  });

  it('takes what the API of IAM answers, and old policies without Version', () => {
    const wrapped = parsePolicy(JSON.stringify({ PolicyName: 'p', PolicyDocument: { Statement: [statement] } }));
    expect(wrapped.ok && wrapped.value.version).toBe('2008-10-17');
  });

  it.each([
    ['{ "Version": ', '', 'Not JSON'],
    ['[]', '', 'A policy is an object'],
    ['{}', '', 'Statement is missing'],
    [{ Version: '2012-10-18', Statement: statement }, 'Version', '"2012-10-18" is not known'],
    [{ Statement: [] }, 'Statement', 'no statement'],
    [{ Statement: ['x'] }, 'Statement/0', 'A statement is an object'],
    [{ Statement: [{ Action: 's3:*', Resource: '*' }] }, 'Statement/0', 'Effect is missing'],
    [{ Statement: { ...statement, Effect: 'allow' } }, 'Statement/Effect', '"Allow" or "Deny"'],
    [{ Statement: [{ ...statement, NotAction: 'iam:*' }] }, 'Statement/0', 'Action and NotAction'],
    [{ Statement: [{ ...statement, NotResource: '*' }] }, 'Statement/0', 'Resource and NotResource'],
    [{ Statement: [{ Effect: 'Allow', Resource: '*' }] }, 'Statement/0', 'Action is missing'],
    [{ Statement: [{ Effect: 'Allow', Action: '*' }] }, 'Statement/0', 'Resource is missing'],
    [{ Statement: [{ ...statement, Action: [] }] }, 'Statement/0/Action', 'names nothing'],
    [
      { Statement: [{ ...statement, Action: ['sns:*', 'Publish'] }] },
      'Statement/0/Action/1',
      '“Publish” is not an action',
    ],
    [{ Statement: [{ ...statement, Action: { a: 1 } }] }, 'Statement/0/Action', 'Text is expected'],
    [{ Statement: [{ ...statement, Resource: 'my-topic' }] }, 'Statement/0/Resource', '“my-topic” is not a resource'],
    [{ Statement: [{ ...statement, Principal: '*' }] }, 'Statement/0', 'Principal belongs to'],
    [{ Statement: [{ ...statement, Conditions: {} }] }, 'Statement/0/Conditions', 'did you mean Condition?'],
    [{ Statement: [{ ...statement, Condition: [] }] }, 'Statement/0/Condition', 'operator, then key'],
    [
      { Statement: [{ ...statement, Condition: { StringEqual: {} } }] },
      'Statement/0/Condition/StringEqual',
      'did you mean StringEquals?',
    ],
    [
      { Statement: [{ ...statement, Condition: { NullIfExists: { k: 'true' } } }] },
      'Statement/0/Condition/NullIfExists',
      'not an operator',
    ],
    [{ Statement: [{ ...statement, Condition: { Bool: 'true' } }] }, 'Statement/0/Condition/Bool', 'condition key'],
    [
      { Statement: [{ ...statement, Condition: { Bool: { k: null } } }] },
      'Statement/0/Condition/Bool/k',
      'Text is expected',
    ],
    [{ statement }, 'statement', 'did you mean Statement?'],
  ] as const)('%j is wrong at %s', (document, at, message) => {
    const read = parsePolicy(typeof document === 'string' ? document : JSON.stringify(document));
    const problems = read.ok ? [] : read.problem.map((each) => ({ at: each.at.join('/'), message: each.message }));
    expect(problems).toContainEqual({ at, message: expect.stringContaining(message) as string });
  });
});
