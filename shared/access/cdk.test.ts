import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { DefinitionBody, StateMachine, TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { neededRole } from './neededRole';
import { cdkDifferences } from './testing/cdkDifferences';
import { cdkTasks } from './testing/cdkTasks';

/** The role that CDK synthesizes for a machine of one Task, as an independent judge of the one that is derived here. */
interface Judged {
  readonly definition: JsonObject;
  readonly actions: readonly string[];
}

const machine = { partition: 'aws', region: 'eu-west-1', account: '123456789012', name: 'M' };
const judged = new Map<string, Judged>();

const folder = mkdtempSync(join(tmpdir(), 'stepwright-cdk-'));

beforeAll(() => {
  const app = new App({ analyticsReporting: false, outdir: folder });
  const stacks = Object.entries(cdkTasks).map(([name, make], index) => {
    const stack = new Stack(app, `S${String(index)}`, { env: { account: machine.account, region: machine.region } });
    new StateMachine(stack, 'M', { definitionBody: DefinitionBody.fromChainable(make(stack)) });
    return { name, stack };
  });
  const assembly = app.synth();
  for (const { name, stack } of stacks)
    judged.set(name, judgeOf(assembly.getStackByName(stack.stackName).template as JsonObject));
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function judgeOf(template: JsonObject): Judged {
  const resources = Object.values(own(template, 'Resources') as JsonObject).filter(isObject);
  const ofType = (type: string) =>
    resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties as JsonObject);
  const [made] = ofType('AWS::StepFunctions::StateMachine');
  const role = JSON.stringify(own(own(made ?? {}, 'RoleArn') as JsonObject, 'Fn::GetAtt'));
  const policies = ofType('AWS::IAM::Policy').filter(({ Roles }) =>
    JSON.stringify(Roles).includes(String((JSON.parse(role) as readonly string[])[0])),
  );
  const statements = policies.flatMap(
    ({ PolicyDocument }) => own(PolicyDocument as JsonObject, 'Statement') as readonly JsonObject[],
  );
  const actions = statements.flatMap(({ Action }) =>
    isArray(Action ?? null) ? (Action as readonly string[]) : [String(Action as string)],
  );
  return {
    definition: JSON.parse(textOf(own(made ?? {}, 'DefinitionString') ?? '')) as JsonObject,
    actions: [...new Set(actions)].sort(),
  };
}

/** A text of CloudFormation as it is once deployed, as far as the template tells. */
function textOf(value: JsonValue): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) throw new Error(JSON.stringify(value));
  const join = own(value, 'Fn::Join');
  if (isArray(join)) return (join[1] as readonly JsonValue[]).map(textOf).join(String(join[0] as string));
  const reference = own(value, 'Ref');
  if (reference === 'AWS::Partition') return 'aws';
  return String((reference ?? (own(value, 'Fn::GetAtt') as readonly JsonValue[])[0]) as string);
}

describe('the role that CDK synthesizes', () => {
  it.each(Object.keys(cdkTasks))('%s', (name) => {
    const { definition, actions } = judged.get(name) ?? { definition: {}, actions: [] };
    const { statements } = neededRole(definition, { ...machine, logging: false, tracing: false });
    const ours = statements.flatMap((statement) => statement.actions);
    // IAM does not tell the case of an action.
    const without = (list: readonly string[], others: readonly string[]) =>
      list.filter((each) => !others.some((other) => other.toLowerCase() === each.toLowerCase()));
    const { more = [], less = [] } = cdkDifferences[name] ?? {};
    expect({ more: without(ours, actions).sort(), less: without(actions, ours).sort() }).toEqual({ more, less });
  });

  it('is compared for every task construct but those that call a function of their own', () => {
    const constructs = Object.entries(tasks).filter(
      ([, made]) => typeof made === 'function' && made.prototype instanceof TaskStateBase,
    );
    const judgedNames = new Set(Object.keys(cdkTasks).map((name) => name.split(' ')[0]));
    expect(constructs.map(([name]) => name).filter((name) => !judgedNames.has(name))).toEqual([
      'CallAwsServiceCrossRegion',
      'EvaluateExpression',
    ]);
  });

  it('differs in no task that is not there any more', () => {
    expect(Object.keys(cdkDifferences).filter((name) => !(name in cdkTasks))).toEqual([]);
  });
});
