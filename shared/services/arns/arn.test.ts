import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArn, checkArn, parseArn, partitions, partsOfShape, shapeOf } from './arn';
import { arnShapeIds } from './shapes';

const plain = fc.stringMatching(/^[A-Za-z][\w-]{0,20}$/);

describe('ARNs', () => {
  it.each(arnShapeIds)('%s: what is built reads back part by part', (shape) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...partitions),
        fc.array(plain, { minLength: 8, maxLength: 8 }),
        (partition, names) => {
          const parts = Object.fromEntries(
            partsOfShape(shape).map(({ name }, index) => [
              name,
              name === 'partition'
                ? partition
                : name === 'region'
                  ? 'eu-central-1'
                  : name === 'account'
                    ? '123456789012'
                    : (names[index] ?? 'x'),
            ]),
          );
          const text = buildArn(shape, parts);
          const read = parseArn(text, shape);
          expect(read).toEqual({ ok: true, value: parts });
          expect(shapeOf(text)).not.toBeNull();
        },
      ),
      { seed: 5, numRuns: 20 },
    );
  });

  it.each([
    ['arn:aws:lambda:us-east-1:123456789012:function:charge', 'lambda.function', { name: 'charge' }],
    ['arn:aws:lambda:us-east-1:123456789012:function:charge:7', 'lambda.function', { qualifier: '7' }],
    [
      'arn:aws-cn:lambda:cn-north-1:123456789012:function:charge:live',
      'lambda.function',
      { partition: 'aws-cn', qualifier: 'live' },
    ],
    ['arn:aws:lambda:us-east-1:123456789012:function:charge:$LATEST', 'lambda.function', { qualifier: '$LATEST' }],
    ['arn:aws-us-gov:sns:us-gov-west-1:123456789012:alerts.fifo', 'sns.topic', { name: 'alerts.fifo' }],
    ['arn:aws:s3:::bucket/a/b.csv', 's3.object', { bucket: 'bucket', key: 'a/b.csv' }],
    ['arn:aws:ecs:us-east-1:123456789012:task-definition/etl', 'ecs.taskDefinition', { family: 'etl' }],
    ['arn:aws:iam::123456789012:role/service-role/runner', 'iam.role', { path: 'service-role/runner' }],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'iam.policy', { account: 'aws' }],
    [
      'https://sqs.us-east-1.amazonaws.com/123456789012/jobs.fifo',
      'sqs.queue',
      { name: 'jobs.fifo', region: 'us-east-1' },
    ],
    ['arn:aws:sns:${AWS::Region}:${AWS::AccountId}:alerts-${Stage}', 'sns.topic', { name: 'alerts-${Stage}' }],
  ] as const)('reads %s', (text, shape, parts) => {
    const read = parseArn(text, shape);
    expect(read.ok && read.value).toMatchObject(parts);
  });

  it.each([
    ['charge', 'lambda.function', 'not an ARN'],
    ['arn:aws:lambda:us-east:123456789012:function:charge', 'lambda.function', '“us-east” is not a region'],
    ['arn:aws:lambda:us-east-1:12345:function:charge', 'lambda.function', '12 digits'],
    ['arn:amazon:lambda:us-east-1:123456789012:function:charge', 'lambda.function', 'not a partition'],
    ['arn:aws:sqs:us-east-1:123456789012:jobs', 'sns.topic', 'a sqs queue'],
    ['arn:aws:states:us-east-1:123456789012:activity:check', 'states.stateMachine', 'a states activity'],
    ['arn:aws:iam:us-east-1:123456789012:role/x', 'iam.role', 'no region'],
    ['arn:aws:sns:us-east-1:123456789012:*', 'sns.topic', 'wildcard'],
    ['', 'sns.topic', 'not an ARN'],
  ] as const)('says what is wrong with %s', (text, shape, problem) => {
    expect(checkArn(text, shape)).toContain(problem);
  });

  it('takes wildcards where a policy may have them, and names where the service does', () => {
    expect(checkArn('arn:aws:sns:*:123456789012:alerts-*', 'sns.topic', false, { wildcards: true })).toBeNull();
    expect(checkArn('charge', 'lambda.function', true)).toBeNull();
  });

  it('leaves out optional parts and puts a wildcard for what is not known', () => {
    expect(buildArn('lambda.function', { partition: 'aws', region: 'us-east-1', account: '1', name: 'f' })).toBe(
      'arn:aws:lambda:us-east-1:1:function:f',
    );
    expect(buildArn('sns.topic', { partition: 'aws' })).toBe('arn:aws:sns:*:*:*');
  });
});
