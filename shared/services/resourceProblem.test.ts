import { describe, expect, it } from 'vitest';
import { judgeResource } from './resourceProblem';
import type { SdkCatalogue } from './sdkCatalogue';

const known: Readonly<Record<string, readonly string[]>> = {
  cloudwatchlogs: ['putLogEvents'],
  dynamodb: ['putItem', 'getItem', 'updateItem'],
  glue: ['startCrawler', 'getCrawler'],
  s3: ['getObject', 'putObject'],
};

const catalogue: SdkCatalogue = {
  services: () => Object.keys(known),
  actions: (service) => known[service] ?? null,
  fields: () => null,
  result: () => null,
};

/** A catalogue whose index is still on its way. */
const notLoaded: SdkCatalogue = { services: () => null, actions: () => null, fields: () => null, result: () => null };

const arn = (rest: string) => `arn:aws:states:::${rest}`;

describe('a Resource that is spelt wrong', () => {
  it.each([
    ['lamda:invoke', 'lambda:invoke'],
    ['lambda:invok', 'lambda:invoke'],
    ['sns:publish.sync', 'sns:publish'],
    ['sqs:sendMessage.waitForToken', 'sqs:sendMessage.waitForTaskToken'],
    ['sqs:sendMessage.waitfortasktoken', 'sqs:sendMessage.waitForTaskToken'],
    ['glue:startJobRun.synch', 'glue:startJobRun.sync'],
    ['glue:startCrawler', 'aws-sdk:glue:startCrawler'],
    ['aws-sdk:dynamoDB:PutItem', 'aws-sdk:dynamodb:putItem'],
    ['aws-sdk:dynamodb:PutItem', 'aws-sdk:dynamodb:putItem'],
    ['aws-sdk:dynamodb:putItm', 'aws-sdk:dynamodb:putItem'],
    ['aws-sdk:cloudwatch-logs:putLogEvents', 'aws-sdk:cloudwatchlogs:putLogEvents'],
    ['aws-sdk:s3:getObject.sync', 'aws-sdk:s3:getObject'],
    ['aws-sdk:DynamoDB:PutItm.sync', 'aws-sdk:dynamodb:putItem'],
    ['lamda:invok.waitForToken', 'lambda:invoke.waitForTaskToken'],
    ['aws-sdk:s3:getObject.waitForToken', 'aws-sdk:s3:getObject.waitForTaskToken'],
  ])('%s is offered as %s', (wrong, right) => {
    expect(judgeResource(arn(wrong), catalogue)?.use).toBe(arn(right));
  });

  it('keeps its partition', () => {
    expect(judgeResource('arn:aws-cn:states:::lamda:invoke', catalogue)?.use).toBe('arn:aws-cn:states:::lambda:invoke');
  });

  it('is told without an offer where nothing is near', () => {
    expect(judgeResource(arn('foo:bar'), catalogue)).toEqual({
      message:
        'There is no optimized integration "foo". Other services are called by arn:aws:states:::aws-sdk:<service>:<action>.',
    });
    expect(judgeResource('lambda', catalogue)?.use).toBeUndefined();
  });

  it.each(['lamda:invoke', 'sns:publish.sync', 'aws-sdk:s3:getObjct.sync', 'aws-sdk:Glue:StartCrawlr.sync'])(
    '%s is offered as something that is itself no problem',
    (wrong) => {
      const use = judgeResource(arn(wrong), catalogue)?.use ?? '';
      expect(judgeResource(use, catalogue)).toBeNull();
    },
  );
});

describe('a Resource that is right, or not known to be wrong', () => {
  it.each([
    arn('lambda:invoke'),
    arn('lambda:invoke.waitForTaskToken'),
    arn('aws-sdk:dynamodb:putItem'),
    arn('aws-sdk:dynamodb:putItem.waitForTaskToken'),
    // AWS closed Lookout for Vision; definitions that call it are spelt right all the same.
    arn('aws-sdk:lookoutvision:startModel'),
    'arn:aws:lambda:us-east-1:123456789012:function:f:1',
    'arn:aws:states:us-east-1:123456789012:activity:approve',
  ])('%s is no problem', (resource) => {
    expect(judgeResource(resource, catalogue)).toBeNull();
  });

  it.each(['aws-sdk:dynmodb:putItem', 'aws-sdk:dynamodb:putItm'])(
    '%s is not judged before names are loaded',
    (rest) => {
      expect(judgeResource(arn(rest), notLoaded)).toBeNull();
      expect(judgeResource(arn(rest), null)).toBeNull();
    },
  );
});
