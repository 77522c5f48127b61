import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../base/json';
import { decide, type AccessDecision } from './evaluate';
import { allow, deny, policy } from './testing/policies';

const fn = 'arn:aws:lambda:us-east-1:123456789012:function:charge';
const object = 'arn:aws:s3:::orders/2026/07/a.csv';
type Row = readonly [
  title: string,
  statements: JsonValue,
  action: string,
  resource: string,
  decision: AccessDecision['decision'],
];

const statements: readonly Row[] = [
  // Actions
  ['nothing allows', allow('sns:Publish'), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  ['the action itself', allow('lambda:InvokeFunction'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['another action', allow('lambda:GetFunction'), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  ['a list of actions', allow(['sns:Publish', 'lambda:InvokeFunction']), 'lambda:InvokeFunction', fn, 'allowed'],
  ['every action', allow('*'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['every action of the service', allow('lambda:*'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['every action of another service', allow('sns:*'), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  ['a prefix', allow('lambda:Invoke*'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['a suffix', allow('lambda:*Function'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['a wildcard inside', allow('lambda:I*Function'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['a wildcard for nothing', allow('lambda:InvokeFunction*'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['question marks', allow('lambda:InvokeFunctio?'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['a question mark is one character', allow('lambda:InvokeFunction?'), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  ['actions in other case', allow('LAMBDA:invokefunction'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['wildcards in other case', allow('Lambda:INVOKE*'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['a prefix that is no whole action', allow('lambda:Invoke'), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  // NotAction
  ['all but another', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }, 'lambda:InvokeFunction', fn, 'allowed'],
  [
    'all but this',
    { Effect: 'Allow', NotAction: 'lambda:*', Resource: '*' },
    'lambda:InvokeFunction',
    fn,
    'implicitDeny',
  ],
  [
    'all but this, in other case',
    { Effect: 'Allow', NotAction: 'LAMBDA:invokeFunction', Resource: '*' },
    'lambda:InvokeFunction',
    fn,
    'implicitDeny',
  ],
  [
    'all but several',
    { Effect: 'Allow', NotAction: ['iam:*', 'lambda:InvokeFunction'], Resource: '*' },
    'lambda:InvokeFunction',
    fn,
    'implicitDeny',
  ],
  [
    'deny all but this',
    [allow('*'), { Effect: 'Deny', NotAction: 'lambda:*', Resource: '*' }],
    'lambda:InvokeFunction',
    fn,
    'allowed',
  ],
  [
    'deny all but another',
    [allow('*'), { Effect: 'Deny', NotAction: 's3:*', Resource: '*' }],
    'lambda:InvokeFunction',
    fn,
    'explicitDeny',
  ],
  [
    'NotAction alone denies nothing',
    { Effect: 'Deny', NotAction: 'lambda:*', Resource: '*' },
    'lambda:InvokeFunction',
    fn,
    'implicitDeny',
  ],
  // Resources
  ['the resource itself', allow('lambda:*', fn), 'lambda:InvokeFunction', fn, 'allowed'],
  ['another resource', allow('lambda:*', `${fn}2`), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  [
    'a resource in other case',
    allow('lambda:*', fn.replace('charge', 'Charge')),
    'lambda:InvokeFunction',
    fn,
    'implicitDeny',
  ],
  ['a list of resources', allow('lambda:*', [`${fn}2`, fn]), 'lambda:InvokeFunction', fn, 'allowed'],
  [
    'a resource by prefix',
    allow('lambda:*', 'arn:aws:lambda:us-east-1:123456789012:function:ch*'),
    'lambda:InvokeFunction',
    fn,
    'allowed',
  ],
  ['versions are other resources', allow('lambda:*', fn), 'lambda:InvokeFunction', `${fn}:7`, 'implicitDeny'],
  ['versions by wildcard', allow('lambda:*', `${fn}:*`), 'lambda:InvokeFunction', `${fn}:7`, 'allowed'],
  ['versions only', allow('lambda:*', `${fn}:*`), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  ['function and versions', allow('lambda:*', [fn, `${fn}:*`]), 'lambda:InvokeFunction', `${fn}:live`, 'allowed'],
  [
    'any region',
    allow('lambda:*', 'arn:aws:lambda:*:123456789012:function:charge'),
    'lambda:InvokeFunction',
    fn,
    'allowed',
  ],
  [
    'any account',
    allow('lambda:*', 'arn:aws:lambda:us-east-1:*:function:charge'),
    'lambda:InvokeFunction',
    fn,
    'allowed',
  ],
  [
    'another region',
    allow('lambda:*', 'arn:aws:lambda:eu-west-1:*:function:charge'),
    'lambda:InvokeFunction',
    fn,
    'implicitDeny',
  ],
  ['a wildcard crosses colons', allow('lambda:*', 'arn:aws:lambda:*:charge'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['a wildcard crosses slashes', allow('s3:GetObject', 'arn:aws:s3:::orders/*'), 's3:GetObject', object, 'allowed'],
  ['a wildcard inside a key', allow('s3:GetObject', 'arn:aws:s3:::orders/*/a.csv'), 's3:GetObject', object, 'allowed'],
  ['several wildcards', allow('s3:GetObject', 'arn:aws:s3:::*/2026/*.csv'), 's3:GetObject', object, 'allowed'],
  [
    'several wildcards that miss',
    allow('s3:GetObject', 'arn:aws:s3:::*/2025/*.csv'),
    's3:GetObject',
    object,
    'implicitDeny',
  ],
  ['the bucket is not its objects', allow('s3:*', 'arn:aws:s3:::orders'), 's3:GetObject', object, 'implicitDeny'],
  [
    'objects are not the bucket',
    allow('s3:*', 'arn:aws:s3:::orders/*'),
    's3:ListBucket',
    'arn:aws:s3:::orders',
    'implicitDeny',
  ],
  ['bucket names by prefix', allow('s3:*', 'arn:aws:s3:::orders*'), 's3:ListBucket', 'arn:aws:s3:::orders', 'allowed'],
  [
    'question marks in a resource',
    allow('s3:*', 'arn:aws:s3:::orders/????/??/?.csv'),
    's3:GetObject',
    object,
    'allowed',
  ],
  ['too few question marks', allow('s3:*', 'arn:aws:s3:::orders/???/??/?.csv'), 's3:GetObject', object, 'implicitDeny'],
  [
    'an empty object key',
    allow('s3:GetObject', 'arn:aws:s3:::orders/*'),
    's3:GetObject',
    'arn:aws:s3:::orders/',
    'allowed',
  ],
  ['another partition', allow('lambda:*', 'arn:aws-cn:lambda:*:*:*'), 'lambda:InvokeFunction', fn, 'implicitDeny'],
  ['any partition', allow('lambda:*', 'arn:aws*:lambda:*:*:*'), 'lambda:InvokeFunction', fn, 'allowed'],
  ['an action without resources', allow('xray:*', '*'), 'xray:PutTraceSegments', '*', 'allowed'],
  [
    'an action without resources, narrowed',
    allow('xray:*', 'arn:aws:xray:*:*:group/*'),
    'xray:PutTraceSegments',
    '*',
    'implicitDeny',
  ],
  // NotResource
  [
    'all but another resource',
    { Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::secret/*' },
    's3:GetObject',
    object,
    'allowed',
  ],
  [
    'all but this resource',
    { Effect: 'Allow', Action: 's3:*', NotResource: 'arn:aws:s3:::orders/*' },
    's3:GetObject',
    object,
    'implicitDeny',
  ],
  [
    'all but several',
    { Effect: 'Allow', Action: 's3:*', NotResource: ['arn:aws:s3:::a', object] },
    's3:GetObject',
    object,
    'implicitDeny',
  ],
  [
    'deny all but this resource',
    [allow('s3:*'), { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::orders/*' }],
    's3:GetObject',
    object,
    'allowed',
  ],
  [
    'deny all but another',
    [allow('s3:*'), { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' }],
    's3:GetObject',
    object,
    'explicitDeny',
  ],
  [
    'NotAction with NotResource',
    { Effect: 'Allow', NotAction: 'iam:*', NotResource: 'arn:aws:s3:::secret*' },
    's3:GetObject',
    object,
    'allowed',
  ],
  ['all but everything', { Effect: 'Allow', Action: 's3:*', NotResource: '*' }, 's3:GetObject', object, 'implicitDeny'],
  // Deny
  ['an explicit deny wins', [allow('*'), deny('lambda:InvokeFunction')], 'lambda:InvokeFunction', fn, 'explicitDeny'],
  ['whatever the order', [deny('lambda:InvokeFunction'), allow('*')], 'lambda:InvokeFunction', fn, 'explicitDeny'],
  ['a deny of another action', [allow('*'), deny('lambda:DeleteFunction')], 'lambda:InvokeFunction', fn, 'allowed'],
  ['a deny of another resource', [allow('*'), deny('lambda:*', `${fn}2`)], 'lambda:InvokeFunction', fn, 'allowed'],
  [
    'a deny by wildcard',
    [allow('*'), deny('lambda:*', 'arn:aws:lambda:*:*:function:ch*')],
    'lambda:InvokeFunction',
    fn,
    'explicitDeny',
  ],
  ['a deny without any allow', deny('*'), 'lambda:InvokeFunction', fn, 'explicitDeny'],
  [
    'a narrow allow does not lift a wide deny',
    [deny('*'), allow('lambda:InvokeFunction', fn)],
    'lambda:InvokeFunction',
    fn,
    'explicitDeny',
  ],
  ['one allow of two is enough', [allow('sns:*'), allow('lambda:*')], 'lambda:InvokeFunction', fn, 'allowed'],
];

describe('statements', () => {
  it.each(statements)('%s', (_title, written, action, resource, decision) => {
    expect(decide({ action, resource, context: {} }, [policy(written)]).decision).toBe(decision);
  });
});
