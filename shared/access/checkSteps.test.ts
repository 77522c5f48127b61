import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import type { TaskRequest } from '../states/execution';
import { checkSteps } from './checkSteps';
import { denialOf } from './denial';
import { neededRole, policyOf } from './neededRole';
import { readPolicy } from './parsePolicy';
import { allow, deny, policy } from './testing/policies';

const machine = { partition: 'aws', region: 'us-east-1', account: '123456789012', name: 'orders' };
const child = 'arn:aws:states:us-east-1:123456789012:stateMachine:child';
const definition: JsonObject = {
  StartAt: 'Nested',
  States: {
    Nested: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Parameters: { StateMachineArn: child },
      Next: 'Container',
    },
    Container: {
      Type: 'Task',
      Resource: 'arn:aws:states:::ecs:runTask.sync',
      Parameters: { TaskDefinition: 'etl:1' },
      Next: 'Tell',
    },
    Tell: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { 'TopicArn.$': '$.topic', Message: 'x' },
      End: true,
    },
  },
};
const verdicts = (...policies: ReturnType<typeof policy>[]) =>
  checkSteps(definition, machine, policies).map(({ name, verdict }) => [name, verdict]);

describe('would this policy do', () => {
  it('for the role that the workflow needs: yes', () => {
    const read = readPolicy(policyOf(neededRole(definition, { ...machine, logging: true, tracing: true }).statements));
    if (!read.ok) throw new Error('the policy cannot be read');
    expect(verdicts({ name: 'needed', kind: 'role', document: read.value })).toEqual([
      ['Nested', 'allowed'],
      ['Container', 'allowed'],
      ['Tell', 'allowed'],
    ]);
  });

  it('without states:StartExecution and iam:PassRole: these steps are denied, by nothing that allows them', () => {
    const lacking = policy(allow(['states:Describe*', 'states:Stop*', 'ecs:*', 'events:*', 'sns:*']));
    expect(verdicts(lacking)).toEqual([
      ['Nested', 'denied'],
      ['Container', 'denied'],
      ['Tell', 'allowed'],
    ]);
    const refused = checkSteps(definition, machine, [lacking])
      .flatMap(({ checks }) => checks)
      .filter(({ decision }) => decision.decision === 'implicitDeny');
    expect(refused.map(({ action }) => action)).toEqual(['states:StartExecution', 'iam:PassRole']);
  });

  it('names the keys that it cannot know, and knows those that the call sets', () => {
    const passed = (service: string) =>
      policy([
        allow(['states:*', 'ecs:*', 'events:*', 'sns:*']),
        allow('iam:PassRole', '*', { StringEquals: { 'iam:PassedToService': service } }),
      ]);
    expect(verdicts(passed('ecs-tasks.amazonaws.com'))[1]).toEqual(['Container', 'allowed']);
    expect(verdicts(passed('lambda.amazonaws.com'))[1]).toEqual(['Container', 'denied']);
    const vague = policy(allow('*', '*', { StringEquals: { 'aws:SourceAccount': '1' } }));
    expect(checkSteps(definition, machine, [vague])[0]?.checks[0]?.decision.unknownKeys).toEqual(['aws:SourceAccount']);
  });

  it('tells an explicit deny of what the call does without, which does not deny the step', () => {
    const stopping = policy([allow('*'), deny('states:StopExecution')]);
    const [nested] = checkSteps(definition, machine, [stopping]);
    expect(nested?.verdict).toBe('allowed');
    expect(
      nested?.checks.filter(({ needed }) => !needed).map(({ action, decision }) => [action, decision.decision]),
    ).toEqual([['states:StopExecution', 'explicitDeny']]);
    const lacking = policy(
      allow(['states:StartExecution', 'states:DescribeExecution', 'events:*', 'ecs:*', 'iam:*', 'sns:*']),
    );
    expect(checkSteps(definition, machine, [lacking])[0]?.checks.every(({ needed }) => needed)).toBe(true);
  });

  it('is unknown where the run decides which topic', () => {
    const one = policy([
      allow(['states:*', 'ecs:*', 'iam:*', 'events:*']),
      allow('sns:Publish', 'arn:aws:sns:us-east-1:123456789012:alerts'),
    ]);
    expect(verdicts(one)[2]).toEqual(['Tell', 'unknown']);
  });
});

describe('a run with a policy', () => {
  const roleArn = 'arn:aws:iam::123456789012:role/service/StepFunctionsRole';
  const request = (
    type: string,
    action: string,
    parameters: JsonObject,
    rest: Partial<TaskRequest> = {},
  ): TaskRequest => ({
    stateName: 'A',
    time: 0,
    entry: 0,
    attempt: 0,
    resource: `arn:aws:states:::${type}:${action}`,
    resourceType: type,
    action,
    pattern: action.endsWith('sync') ? 'sync' : 'requestResponse',
    parameters,
    input: {},
    ...rest,
  });
  const refusal = (asked: TaskRequest, ...policies: ReturnType<typeof policy>[]) =>
    denialOf(asked, { machine, roleArn, policies }, 'id-1');
  const user =
    'User: arn:aws:sts::123456789012:assumed-role/StepFunctionsRole/stepwright is not authorized to perform:';

  it('fails a Lambda call as AWS does', () => {
    expect(refusal(request('lambda', 'invoke', { FunctionName: 'charge' }), policy(allow('sns:*')))).toEqual({
      error: 'Lambda.AWSLambdaException',
      cause: `${user} lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:123456789012:function:charge because no identity-based policy allows the lambda:InvokeFunction action (Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; Request ID: id-1; Proxy: null)`,
    });
  });

  it('says when a statement or a boundary denies', () => {
    const asked = request('sqs', 'sendMessage', { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/jobs' });
    const all = policy(allow('*'));
    expect(refusal(asked, all, policy(deny('sqs:*')))?.cause).toContain(
      'with an explicit deny in an identity-based policy',
    );
    expect(refusal(asked, all, policy(allow('sns:*'), 'boundary'))?.cause).toContain(
      'because no permissions boundary allows the sqs:SendMessage action',
    );
    expect(refusal(asked, all)).toBeNull();
  });

  it('fails SDK calls in the names of the SDK', () => {
    const bucket = request('aws-sdk:s3', 'getObject', { Bucket: 'orders', Key: 'a' });
    expect(refusal(bucket, policy(allow('sns:*')))?.error).toBe('S3.S3Exception');
    expect(refusal(bucket, policy(allow('s3:GetObject', 'arn:aws:s3:::orders/*')))).toBeNull();
  });

  it('fails with States.Permissions where the role of Credentials cannot be taken', () => {
    const asked = request(
      'sns',
      'publish',
      { TopicArn: 'arn:aws:sns:us-east-1:210987654321:far' },
      {
        credentials: { RoleArn: 'arn:aws:iam::210987654321:role/remote' },
      },
    );
    expect(refusal(asked, policy(allow('sns:*')))?.error).toBe('States.Permissions');
    expect(refusal(asked, policy(allow('sts:AssumeRole')))).toBeNull();
  });

  it('judges a function without its versions when the call names none', () => {
    const function_ = 'arn:aws:lambda:us-east-1:123456789012:function:charge';
    const asked = request('lambda', 'invoke', { FunctionName: 'charge' });
    expect(refusal(asked, policy(allow('lambda:InvokeFunction', function_)))).toBeNull();
    const live = request('lambda', 'invoke', { FunctionName: 'charge:live' });
    expect(refusal(live, policy(allow('lambda:InvokeFunction', function_)))?.error).toBe('Lambda.AWSLambdaException');
  });

  it('lets pass what is not known', () => {
    const vague = policy(allow('*', '*', { StringEquals: { 'aws:SourceAccount': '1' } }));
    expect(refusal(request('lambda', 'invoke', { FunctionName: 'charge' }), vague)).toBeNull();
  });
});
