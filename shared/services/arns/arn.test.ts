import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArn, checkArn, parseArn, partitions, partsOfShape, shapeOf } from './arn';
import { arnShapeIds } from './shapes';

const regions = {
  aws: 'eu-central-1',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
  'aws-iso': 'us-iso-east-1',
  'aws-iso-b': 'us-isob-east-1',
  'aws-iso-e': 'eu-isoe-west-1',
  'aws-iso-f': 'us-isof-south-1',
  'aws-eusc': 'eusc-de-east-1',
};

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
                  ? regions[partition]
                  : name === 'account'
                    ? '123456789012'
                    : name === 'revision'
                      ? '7'
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
    [
      'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
      'bedrock.foundationModel',
      { id: 'anthropic.claude-3-haiku-20240307-v1:0' },
    ],
    [
      'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0',
      'bedrock.inferenceProfile',
      { id: 'us.amazon.nova-pro-v1:0' },
    ],
    [
      'arn:aws:events:us-east-1:123456789012:event-bus/aws.partner/example.com/1/feed',
      'events.eventBus',
      { name: 'aws.partner/example.com/1/feed' },
    ],
    ['arn:aws:s3:::bucket/a b (1).csv', 's3.object', { key: 'a b (1).csv' }],
    ['arn:aws:execute-api:us-east-1:123456789012:abc/prod/GET/', 'apigateway.execute', { method: 'GET' }],
    ['https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/q-${Stage}', 'sqs.queue', { name: 'q-${Stage}' }],
    ['arn:aws-iso:sns:us-iso-east-1:123456789012:t', 'sns.topic', { partition: 'aws-iso' }],
    ['arn:${AWS::Partition}:sns:cn-north-1:123456789012:t', 'sns.topic', { region: 'cn-north-1' }],
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
    ['arn:aws:sns:us-east-1:aws:t', 'sns.topic', '12 digits'],
    ['arn:aws:sns:cn-north-1:123456789012:t', 'sns.topic', 'not in the partition “aws”'],
    ['arn:aws-us-gov:sns:us-east-1:123456789012:t', 'sns.topic', 'not in the partition'],
    ['arn:aws:lambda:us-east-1:123456789012:function:f.g', 'lambda.function', 'must have the form'],
    [`arn:aws:lambda:us-east-1:123456789012:function:${'f'.repeat(65)}`, 'lambda.function', 'must have the form'],
    ['arn:aws:batch:us-east-1:123456789012:job-definition/d:latest', 'batch.jobDefinition', 'must have the form'],
    ['arn:aws:ecs:us-east-1:123456789012:task-definition/d:latest', 'ecs.taskDefinition', 'must have the form'],
    ['arn:aws:sns:us-east-1:123456789012:${Name}*', 'sns.topic', 'wildcard'],
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
