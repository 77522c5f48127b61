import { describe, expect, it } from 'vitest';
import { isObject, own, type JsonObject, type JsonValue } from '../../shared/base/index';
import { exporters, type NamedWorkflow } from '../../shared/exporters/index';
import { exampleWorkflows, fullWorkflow, sampleWorkflows } from '../../shared/exporters/testing/workflows';
import { readPlaced } from '../../shared/workflow/index';
import { judge, type Judged } from './judge';

const settings = {
  logLevel: 'ERROR',
  logData: true,
  kmsKey: 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
  tags: { team: 'shop' },
};

const workflows: readonly NamedWorkflow[] = [
  ...exampleWorkflows(),
  fullWorkflow(),
  { ...fullWorkflow(settings), name: 'full-settings' },
  {
    ...fullWorkflow({ name: 'orders-${Stage}', logLevel: 'OFF', tracing: false, tags: { stage: '${Stage}' } }),
    name: 'bare',
  },
  ...sampleWorkflows(40),
];

const kinds = ['cloudformation', 'sam'] as const;
const exported = workflows.flatMap((workflow) => kinds.map((kind) => templateOf(kind, workflow)));

function templateOf(
  kind: Judged['kind'],
  { name, document }: NamedWorkflow,
  along: readonly NamedWorkflow[] = [],
): Judged {
  const files = exporters.find(({ id }) => id === kind)?.export(document, { name, along });
  if (files?.ok !== true) throw new Error(`${name} is not exported.`);
  return { name: `${name} ${kind}`, kind, text: files.value[0]?.text ?? '' };
}

function resources(template: JsonValue | undefined): readonly JsonObject[] {
  const all = isObject(template) ? own(template, 'Resources') : undefined;
  return isObject(all) ? Object.values(all).filter(isObject) : [];
}

const types = (template: JsonValue | undefined) => resources(template).map((each) => String(own(each, 'Type')));
const count = (all: readonly string[], type: string) => all.filter((each) => each === type).length;

/** cfn-lint judges the Resource of a state before it is filled in: `arn:${partition}:states:::…` is no ARN to it. */
const isPartOfArn = /E3601 .*'Resource'\]: 'arn:\$\{\w+\}:/;

describe('templates', () => {
  const verdicts = judge([...exported, templateOf('cloudformation', fullWorkflow(), exampleWorkflows())]);

  it('are right by cfn-lint and by the transform of SAM, of every example and of sample workflows', () => {
    expect(exported.length).toBeGreaterThanOrEqual(18);
    const wrong = [...verdicts].flatMap(([name, { problems }]) => problems.map((problem) => `${name}: ${problem}`));
    expect(wrong.filter((problem) => !isPartOfArn.test(problem))).toEqual([]);
  });

  it.each(workflows.map(({ name }) => name))('%s: the transform of SAM makes what CloudFormation says', (name) => {
    const ours = types(
      readPlaced(exported.find((each) => each.name === `${name} cloudformation`)?.text ?? '', 'yaml')?.value,
    );
    const theirs = types(verdicts.get(`${name} sam`)?.template ?? undefined);
    // SAM makes a role for each event, ours share one.
    for (const type of new Set(ours.filter((each) => each !== 'AWS::IAM::Role')))
      expect([type, count(theirs, type)]).toEqual([type, count(ours, type)]);
  });
}, 600_000);
