import { describe, expect, it } from 'vitest';
import { readPlaced } from '../../workflow/parse';
import type { NamedWorkflow } from '../contract';
import { cloudFormation } from '../cloudFormation';
import { sam } from '../sam';
import { exampleWorkflows, fullWorkflow, sampleWorkflows } from '../testing/workflows';
import { checkTemplate } from './checkTemplate';

const full = fullWorkflow({ tags: { stage: '${Stage}' } });

/** What is wrong with an export of a workflow, after its text was changed. */
function findings(format: typeof sam, { name, document }: NamedWorkflow, from = '', to = ''): readonly string[] {
  const exported = format.export(document, { name });
  if (!exported.ok) throw new Error(exported.problem);
  const before = exported.value.map(({ text }) => text);
  const after = before.map((text) => text.replace(from, () => to));
  if (from !== '' && before.join() === after.join()) throw new Error(`There is no "${from}" in the export.`);
  const template = readPlaced(after[0] ?? '', 'yaml')?.value ?? null;
  const files = Object.fromEntries(exported.value.map(({ name: file }, index) => [file, after[index] ?? '']));
  return checkTemplate(template, files).map(({ at, message }) => `${at.join('/')}: ${message}`);
}

type Fault = readonly [what: string, from: string, to: string, found: string];

/** In templates of both kinds. */
const faults: readonly Fault[] = [
  ['a target that is not there', '"Next": "Charge"', '"Next": "Nowhere"', 'Nowhere'],
  ['a start that is not there', '"StartAt": "Wait"', '"StartAt": "Begin"', 'Begin'],
  ['a state that nothing leads to', '"Next": "Tell"', '"End": true', 'Tell'],
  ['a type that is none', '"Type": "Wait"', '"Type": "Sleep"', 'Sleep'],
  ['a field that a state has not', '"End": true', '"End": true, "Seconds": 5', 'Seconds'],
  ['a definition that is cut', '"Type": "Wait",', '"Type": "Wait"', 'cannot be read'],
  [
    'a substitution without a value',
    '      ChargeFunctionArn:\n          Ref: ChargeFunctionArn\n',
    '',
    '"${ChargeFunctionArn}" has no value',
  ],
  [
    'a substitution that nothing uses',
    'DefinitionSubstitutions:\n',
    'DefinitionSubstitutions:\n        Unused: 5\n',
    'no "${Unused}"',
  ],
  ['a placeholder of another name', '${delay}', '${dealy}', '"${dealy}" has no value'],
  [
    'a parameter that is not there',
    'Ref: ChargeFunctionArn',
    'Ref: ChargeFunction',
    'no resource or parameter "ChargeFunction"',
  ],
  [
    'a parameter that nothing uses',
    'Parameters:\n',
    'Parameters:\n  Old:\n    Type: String\n',
    'Nothing refers to the parameter "Old"',
  ],
  [
    'a role without a permission',
    'Action: lambda:InvokeFunction',
    'Action: lambda:GetFunction',
    'does not allow lambda:InvokeFunction',
  ],
  [
    'a role for another resource',
    'Ref: ChargeFunctionArn\n                  - Fn::Sub',
    'Ref: Delay\n                  - Fn::Sub',
    'does not allow lambda:InvokeFunction',
  ],
  ['a role that allows everything', 'Action: lambda:InvokeFunction', 'Action: "*"', 'name the actions'],
  ['a role that allows all of a service', 'Action: lambda:InvokeFunction', 'Action: lambda:*', 'name the actions'],
  [
    'a role that another service takes',
    'Service: states.amazonaws.com',
    'Service: lambda.amazonaws.com',
    'Step Functions may not take its role',
  ],
  ['a rate with a wrong unit', 'rate(5 minutes)', 'rate(5 minuts)', 'rate'],
  ['a cron expression of five fields', 'cron(0 9 ? * MON-FRI *)', 'cron(0 9 ? * MON-FRI)', 'cron'],
  ['a cron expression with both days', 'cron(0 9 ? * MON-FRI *)', 'cron(0 9 1 * MON-FRI *)', 'expression'],
  ['a time zone that is none', 'Europe/Berlin', 'Europe/Berlinn', 'time zone'],
  ['an end before the start', '2027-01-31T09:00:00Z', '2025-01-31T09:00:00Z', 'The end comes after the start'],
  [
    'a window that is too long',
    'MaximumWindowInMinutes: 15',
    'MaximumWindowInMinutes: 1500',
    'A window has 1 to 1,440 minutes',
  ],
  ['a batch that is too large', 'BatchSize: 50', 'BatchSize: 50000', 'A batch has 1 to 10,000 messages'],
  [
    'a queue that is a topic',
    'Source: arn:aws:sqs:us-east-1:123456789012:orders',
    'Source: arn:aws:sns:us-east-1:123456789012:orders',
    'arn',
  ],
  ['a pattern with an operator that is none', 'numeric:', 'number:', 'pattern'],
  ['a route without a path', 'POST /orders', 'POST orders', 'A route is a method and a path'],
  [
    'a pipe whose role may not start executions',
    'Action: states:StartExecution',
    'Action: states:StartSyncExecution',
    'states:StartExecution',
  ],
];

const ofCloudFormation: readonly Fault[] = [
  [
    'a schedule that starts something else',
    'Target:\n        Arn:\n          Ref: FullStackStateMachine',
    'Target:\n        Arn:\n          Ref: FullStackLogs',
    'starts no state machine',
  ],
  ['a type of machine that is none', 'StateMachineType: STANDARD', 'StateMachineType: FAST', 'STANDARD or EXPRESS'],
  [
    'a role that the scheduler may not take',
    'Service: scheduler.amazonaws.com',
    'Service: events.amazonaws.com',
    'scheduler.amazonaws.com may not take',
  ],
];

const ofSam: readonly Fault[] = [
  ['an event of a type that is none', 'Type: ScheduleV2', 'Type: ScheduleV3', 'no event of type ScheduleV3'],
  [
    'a file that is not there',
    'DefinitionUri: FullStack.asl.json',
    'DefinitionUri: Other.asl.json',
    'has no definition',
  ],
];

describe('our check of templates', () => {
  it.each([cloudFormation, sam])('finds nothing in exports of $label', (format) => {
    for (const workflow of [full, fullWorkflow({ logLevel: 'OFF', tracing: false }), ...exampleWorkflows()])
      expect([workflow.name, findings(format, workflow)]).toEqual([workflow.name, []]);
  });

  it('finds in sample workflows what our rules find, and nothing else', () => {
    for (const workflow of sampleWorkflows(104)) {
      const others = findings(cloudFormation, workflow).filter((each) => !each.includes('/Definition/'));
      expect([workflow.name, others]).toEqual([workflow.name, []]);
    }
  });

  it.each([...faults, ...ofCloudFormation])('finds in CloudFormation %s', (_what, from, to, found) => {
    expect(findings(cloudFormation, full, from, to).join('\n')).toContain(found);
  });

  it.each([...faults, ...ofSam])('finds in SAM %s', (_what, from, to, found) => {
    expect(findings(sam, full, from, to).join('\n')).toContain(found);
  });

  it.each([null, [], {}, { Resources: [] }])('tells that %j is no template', (value) => {
    expect(checkTemplate(value)).toEqual([{ at: [], message: 'This is no template: it has no Resources.' }]);
  });
});
