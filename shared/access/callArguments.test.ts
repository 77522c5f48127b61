import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { checkSteps } from './checkSteps';
import { readPolicy } from './parsePolicy';

const machine = { partition: 'aws', region: 'eu-west-1', account: '123456789012', name: 'flow' };
const at = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:123456789012:${resource}`;

/** The verdict on one Task with these arguments under a policy that allows these actions on this resource. */
function verdict(resource: string, given: JsonObject, action: readonly string[], on = '*'): string | undefined {
  const policy: JsonValue = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: on }] };
  const read = readPolicy(policy);
  if (!read.ok) throw new Error(read.problem[0]?.message);
  const definition: JsonObject = {
    StartAt: 'A',
    States: { A: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters: given, End: true } },
  };
  return checkSteps(definition, machine, [{ name: 'p', kind: 'role', document: read.value }])[0]?.verdict;
}

describe('what a call with these arguments needs', () => {
  const titan = 'arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-express-v1';
  const events = 'events:putEvents';
  const twoBuses = { Entries: [{ Detail: {} }, { Detail: {}, EventBusName: 'audit' }] };

  it.each([
    // Each: Resource, arguments, actions allowed, on what, verdict.
    ['bedrock:invokeModel', { ModelId: titan, Body: {} }, ['bedrock:InvokeModel'], titan, 'allowed'],
    ['bedrock:invokeModel', { ModelId: titan, GuardrailIdentifier: 'g' }, ['bedrock:InvokeModel'], '*', 'denied'],
    ['bedrock:invokeModel', { ModelId: titan, Input: { S3Uri: 's3://b/k' } }, ['bedrock:*'], '*', 'denied'],
    ['aws-sdk:dynamodb:query', { TableName: 'o' }, ['dynamodb:Query'], at('dynamodb', 'table/o'), 'allowed'],
    [
      'aws-sdk:dynamodb:query',
      { TableName: 'o', IndexName: 'i' },
      ['dynamodb:Query'],
      at('dynamodb', 'table/o'),
      'denied',
    ],
    ['apigateway:invoke', { ApiEndpoint: 'x', Method: 'GET' }, ['s3:GetObject'], '*', 'nothing'],
    ['apigateway:invoke', { ApiEndpoint: 'x', Method: 'GET', AuthType: 'IAM_ROLE' }, ['s3:GetObject'], '*', 'denied'],
    ['ecs:runTask', { TaskDefinition: 'etl' }, ['ecs:RunTask', 'iam:PassRole'], '*', 'allowed'],
    [
      'lambda:invoke',
      { FunctionName: 'f', Qualifier: 'live' },
      ['lambda:InvokeFunction'],
      at('lambda', 'function:f:live'),
      'allowed',
    ],
    [
      'lambda:invoke',
      { FunctionName: 'f', Qualifier: 'live' },
      ['lambda:InvokeFunction'],
      at('lambda', 'function:f'),
      'denied',
    ],
    [
      'glue:startJobRun.sync',
      { JobName: 'j' },
      ['glue:StartJobRun', 'glue:GetJobRun', 'glue:GetJobRuns'],
      '*',
      'allowed',
    ],
    ['glue:startJobRun.sync', { JobName: 'j' }, ['glue:StartJobRun'], '*', 'denied'],
    ['batch:submitJob.sync', { JobName: 'j' }, ['batch:SubmitJob', 'events:*'], '*', 'unknown'],
    [events, twoBuses, ['events:PutEvents'], at('events', 'event-bus/default'), 'denied'],
    [events, twoBuses, ['events:PutEvents'], at('events', 'event-bus/*'), 'allowed'],
    [
      'elasticmapreduce:createCluster',
      { Name: 'c', Tags: [] },
      ['elasticmapreduce:RunJobFlow', 'iam:PassRole'],
      '*',
      'denied',
    ],
    // Derived from names: allowed, or not known.
    ['aws-sdk:iotdataplane:publish', { Topic: 't' }, ['iot:Publish'], '*', 'allowed'],
    ['aws-sdk:mwaa:createCliToken', { Name: 'x' }, ['airflow:CreateCliToken'], '*', 'allowed'],
    ['aws-sdk:dynamodb:executeStatement', { Statement: 'x' }, ['dynamodb:PartiQLSelect'], '*', 'unknown'],
    ['aws-sdk:sns:publishBatch', {}, ['sns:Publish'], '*', 'allowed'],
  ] as [string, JsonObject, string[], string, string][])(
    '%s with %j under %j on %s: %s',
    (resource, given, action, on, wanted) => {
      expect(verdict(resource, given, action, on)).toBe(wanted);
    },
  );
});
