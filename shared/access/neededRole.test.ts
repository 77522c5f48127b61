import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json';
import { neededRole, policyOf, trustPolicy } from './neededRole';

const machine = { partition: 'aws', region: 'us-east-1', account: '123456789012', name: 'orders' };
const options = { ...machine, logging: false, tracing: false };
const arn = (service: string, name: string): string => `arn:aws:${service}:us-east-1:123456789012:${name}`;
const states = (entries: JsonObject, language?: string): JsonObject => ({
  ...(language === undefined ? {} : { QueryLanguage: language }),
  StartAt: 'A',
  States: entries,
});
const task = (resource: string, rest: JsonObject = {}): JsonObject => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${resource}`,
  ...rest,
  End: true,
});
const statementsOf = (definition: JsonObject) =>
  neededRole(definition, options).statements.map(({ actions, resources, steps }) => ({ actions, resources, steps }));

describe('the role a workflow needs', () => {
  it('links each statement with its steps, and says equal ones once', () => {
    const publish = task('sns:publish', { Parameters: { TopicArn: arn('sns', 'alerts'), Message: 'x' } });
    expect(statementsOf(states({ A: publish, B: publish }))).toEqual([
      { actions: ['sns:Publish'], resources: [arn('sns', 'alerts')], steps: ['/States/A', '/States/B'] },
    ]);
  });

  it('puts wildcards where only a run knows the resource, in both languages', () => {
    const path = states({ A: task('lambda:invoke', { Parameters: { 'FunctionName.$': '$.f' } }) });
    const expression = states({ A: task('lambda:invoke', { Arguments: { FunctionName: '{% $f %}' } }) }, 'JSONata');
    for (const definition of [path, expression]) {
      expect(statementsOf(definition)[0]?.resources).toEqual([arn('lambda', 'function:*')]);
    }
  });

  it('reads what a Map loads from listed objects and names the manifest alone', () => {
    const map = (ItemReader: JsonObject): JsonObject =>
      states({
        A: {
          Type: 'Map',
          ItemReader,
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'I',
            States: { I: { Type: 'Pass', End: true } },
          },
          End: true,
        },
      });
    const readsOf = (reader: JsonObject): readonly (readonly unknown[])[] =>
      neededRole(map(reader), options)
        .statements.filter(({ actions }) => actions.some((action) => action.startsWith('s3:')))
        .map(({ actions, resources }) => [...actions, ...resources]);
    const list = { Resource: 'arn:aws:states:::s3:listObjectsV2', Parameters: { Bucket: 'b', Prefix: 'in/' } };
    expect(readsOf({ ...list, ReaderConfig: { InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' } })).toEqual([
      ['s3:GetObject', 'arn:aws:s3:::b/in/*'],
      ['s3:ListBucket', 'arn:aws:s3:::b'],
    ]);
    expect(readsOf(list)).toEqual([['s3:ListBucket', 'arn:aws:s3:::b']]);
    const athena = {
      Resource: 'arn:aws:states:::s3:getObject',
      Parameters: { Bucket: 'b', Key: 'm' },
      ReaderConfig: { InputType: 'CSV', ManifestType: 'ATHENA_DATA' },
    };
    const [statement] = neededRole(map(athena), options).statements.filter(({ actions }) =>
      actions.includes('s3:GetObject'),
    );
    expect(statement?.why.join()).toContain('add the files that it names');
  });

  it('keeps placeholders, and function ARNs as they stand', () => {
    const definition = states({
      A: { Type: 'Task', Resource: '${ChargeFunctionArn}', Next: 'B' },
      B: { Type: 'Task', Resource: arn('lambda', 'function:ship:live'), Next: 'C' },
      C: task('sns:publish', { Parameters: { TopicArn: '${AlertsArn}' } }),
    });
    expect(statementsOf(definition).flatMap(({ resources }) => resources)).toEqual([
      '${ChargeFunctionArn}',
      arn('lambda', 'function:ship:live'),
      '${AlertsArn}',
    ]);
  });

  it('lets a nested workflow be started, watched and stopped, and its end be told', () => {
    const nested = task('states:startExecution.sync:2', {
      Parameters: { StateMachineArn: arn('states', 'stateMachine:child') },
    });
    expect(statementsOf(states({ A: nested })).map(({ actions, resources }) => [actions, resources])).toEqual([
      [
        ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
        [arn('events', 'rule/StepFunctionsGetEventsForStepFunctionsExecutionRule')],
      ],
      [['states:DescribeExecution', 'states:StopExecution'], [arn('states', 'execution:child:*')]],
      [['states:StartExecution'], [arn('states', 'stateMachine:child')]],
    ]);
  });

  it('lets a distributed Map start its children, read its items and write its results', () => {
    const map: JsonObject = {
      Type: 'Map',
      ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'in', Key: 'a.csv' } },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'out', Prefix: 'runs' } },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'P',
        States: { P: { Type: 'Pass', End: true } },
      },
      End: true,
    };
    const found = statementsOf(states({ A: map }));
    expect(found.map(({ actions, resources }) => [actions.join(), resources.join()])).toEqual([
      ['s3:AbortMultipartUpload,s3:GetObject,s3:ListMultipartUploadParts,s3:PutObject', 'arn:aws:s3:::out/runs/*'],
      ['s3:GetObject', 'arn:aws:s3:::in/a.csv'],
      ['states:DescribeExecution,states:StopExecution', arn('states', 'execution:orders:*')],
      ['states:RedriveExecution', arn('states', 'execution:orders/*:*')],
      ['states:StartExecution', arn('states', 'stateMachine:orders')],
    ]);
    const inline = { ...map, ItemProcessor: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } } };
    expect(statementsOf(states({ A: inline }))).toEqual([]);
  });

  it('takes the role of Credentials, and lists what that role needs apart', () => {
    const other = 'arn:aws:iam::210987654321:role/remote';
    const rest = { Parameters: { TopicArn: 'arn:aws:sns:us-east-1:210987654321:far' } };
    const role = neededRole(
      states({
        A: task('sns:publish', { ...rest, Credentials: { RoleArn: other } }),
        B: task('sns:publish', { ...rest, Credentials: { 'RoleArn.$': '$.role' } }),
      }),
      options,
    );
    expect(role.statements.map(({ actions, resources }) => [actions, resources])).toEqual([
      [['sts:AssumeRole'], ['arn:aws:iam::*:role/*']],
      [['sts:AssumeRole'], [other]],
    ]);
    expect(role.otherRoles.map(({ arn: name, statements }) => [name, statements[0]?.actions])).toEqual([
      [other, ['sns:Publish']],
      [null, ['sns:Publish']],
    ]);
  });

  it('derives SDK actions by their names and says so, and names what nobody can say', () => {
    const role = neededRole(
      states({
        A: task('aws-sdk:sfn:listExecutions'),
        B: task('aws-sdk:frobnicator:turnWheel'),
        C: { Type: 'Task', Resource: 'not a resource', End: true },
        D: { Type: 'Task', Resource: arn('states', 'activity:check'), End: true },
      }),
      options,
    );
    expect(role.statements.map(({ actions, derived }) => [actions.join(), derived])).toEqual([
      ['frobnicator:TurnWheel', true],
      ['states:ListExecutions', true],
    ]);
    expect(role.unclear).toEqual([{ step: '/States/C', why: expect.stringContaining('not a resource') as string }]);
  });

  it('gives an SDK action the permissions of the optimized integration that calls the same API', () => {
    const start = { Parameters: { StateMachineArn: arn('states', 'stateMachine:child') } };
    const definition = states({
      A: task('aws-sdk:sfn:startExecution', start),
      B: task('states:startExecution', start),
      C: task('aws-sdk:dynamodb:getItem', { Parameters: { TableName: 'orders' } }),
    });
    expect(statementsOf(definition)).toEqual([
      { actions: ['dynamodb:GetItem'], resources: [arn('dynamodb', 'table/orders')], steps: ['/States/C'] },
      {
        actions: ['states:StartExecution'],
        resources: [arn('states', 'stateMachine:child')],
        steps: ['/States/A', '/States/B'],
      },
    ]);
  });

  it('adds logging and tracing of the machine', () => {
    const role = neededRole(states({ A: { Type: 'Succeed' } }), { ...options, logging: true, tracing: true });
    expect(role.statements.map(({ actions, steps }) => [actions[0], steps])).toEqual([
      ['logs:CreateLogDelivery', []],
      ['xray:GetSamplingRules', []],
    ]);
  });

  it('is written as policies that can be attached', () => {
    const role = neededRole(
      states({ A: task('sns:publish', { Parameters: { TopicArn: arn('sns', 'alerts') } }) }),
      options,
    );
    expect(policyOf(role.statements)).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sns:Publish', Resource: arn('sns', 'alerts') }],
    });
    expect(JSON.stringify(trustPolicy(machine))).toContain(arn('states', 'stateMachine:orders'));
  });
});
