import { describe, expect, it } from 'vitest';
import { parseResource, type Resource } from './resource';

const integration = (over: Partial<Extract<Resource, { kind: 'integration' }>>): Resource => ({
  kind: 'integration',
  partition: 'aws',
  sdk: false,
  service: 'lambda',
  action: 'invoke',
  ending: '',
  pattern: 'requestResponse',
  ...over,
});

describe('the Resource of a Task', () => {
  it.each<[string, Resource]>([
    ['arn:aws:states:::lambda:invoke', integration({})],
    ['arn:aws-cn:states:::lambda:invoke', integration({ partition: 'aws-cn' })],
    [
      'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      integration({ service: 'sqs', action: 'sendMessage', ending: '.waitForTaskToken', pattern: 'waitForTaskToken' }),
    ],
    [
      'arn:aws:states:::states:startExecution.sync:2',
      integration({ service: 'states', action: 'startExecution', ending: '.sync:2', pattern: 'sync' }),
    ],
    ['arn:aws:states:::lambda:invoke.sync:3', integration({ ending: '.sync:3', pattern: 'sync' })],
    ['arn:aws:states:::lambda:invoke.later', integration({ ending: '.later' })],
    ['arn:aws:states:::aws-sdk:s3:listBuckets', integration({ sdk: true, service: 's3', action: 'listBuckets' })],
    ['arn:aws:lambda:us-east-1:123456789012:function:Resize', { kind: 'function', name: 'Resize' }],
    ['arn:aws:lambda:us-east-1:123456789012:function:Resize:live', { kind: 'function', name: 'Resize' }],
    ['arn:aws:states:us-east-1:123456789012:activity:Weld', { kind: 'activity', name: 'Weld' }],
    ['arn:${AWS::Partition}:states:::lambda:invoke', integration({ partition: '${AWS::Partition}' })],
    ['arn:aws:states:::aws-sdk:s3:${Action}', integration({ sdk: true, service: 's3', action: '${Action}' })],
    ['arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}:live', { kind: 'function', name: '${Name}' }],
    ['arn:aws:lambda:#{AWS::Region}:#{AWS::AccountId}:function:Resize', { kind: 'function', name: 'Resize' }],
    ['${ResizeFunctionArn}', { kind: 'function', name: '${ResizeFunctionArn}' }],
    ['arn:aws:states:::aws-sdk:s3', { kind: 'invalid' }],
    ['arn:aws:states:::lambda', { kind: 'invalid' }],
    ['arn:aws:states:us-east-1:123456789012:execution:Machine:one', { kind: 'invalid' }],
    ['arn:aws:sqs:us-east-1:123456789012:orders', { kind: 'invalid' }],
    ['Resize', { kind: 'invalid' }],
    ['', { kind: 'invalid' }],
  ])('%s', (text, resource) => {
    expect(parseResource(text)).toEqual(resource);
  });
});
