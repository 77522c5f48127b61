import { describe, expect, it } from 'vitest';
import { cloudFormation } from '../cloudFormation';
import { sam } from '../sam';
import { terraform } from '../terraform';
import { cdkTypescript } from '../cdkTypescript';
import type { Exporter } from '../contract';
import { documentOf } from '../testing/workflows';
import { filled, subParts } from './cloudFormation';

function exported({ export: write }: Exporter, definition: string, sidecar: object = {}): readonly string[] {
  const files = write(documentOf(definition, JSON.stringify({ version: 1, ...sidecar })), { name: 'orders' });
  if (!files.ok) throw new Error(files.problem);
  return files.value.map(({ text }) => text);
}

const pass = (more: object) =>
  JSON.stringify({ StartAt: 'A', States: { A: { Type: 'Pass', ...more, End: true } } }, null, 2);

describe('a text of the model', () => {
  it.each([
    ['plain', 'plain'],
    ['${Stage}', { Ref: 'Stage' }],
    ['a-${Stage}', { 'Fn::Sub': 'a-${Stage}' }],
    ['${AWS::Region} and ${a b}', { 'Fn::Sub': '${AWS::Region} and ${!a b}' }],
    ['$${Stage}', '$${Stage}'],
    ['${Stage} $${Stage}', { 'Fn::Sub': '${Stage} $${!Stage}' }],
  ])('%s', (text, value) => {
    expect(filled(text)).toEqual(value);
  });

  it('comes out of its function as it was', () => {
    expect(subParts('a ${Stage} $${!Other}')).toEqual(['a ', 'Stage', ' $${Other}']);
  });
});

describe('definitions in templates', () => {
  it.each([
    ['null', { ResultPath: null }],
    ['an object that CloudFormation takes for Ref', { Result: { Ref: 'Orders' } }],
    ['an object that CloudFormation takes for a function', { Result: { 'Fn::Sub': 'x' } }],
  ])('are a text where they hold %s', (_what, more) => {
    const [template = ''] = exported(cloudFormation, pass(more));
    expect(template).toContain('DefinitionString: |');
    const [samTemplate = '', file = ''] = exported(sam, pass(more));
    expect(samTemplate).toContain('DefinitionUri: Orders.asl.json');
    expect(JSON.parse(file)).toEqual(JSON.parse(pass(more)));
  });

  it('are plain where nothing stands against it, with texts that YAML 1.1 would take for something else in quotes', () => {
    const [template = ''] = exported(
      cloudFormation,
      pass({ Result: { on: 'yes', at: '12:30:00', day: '2026-01-31' } }),
    );
    expect(template).toContain('Definition:\n');
    for (const text of ['"on": "yes"', 'at: "12:30:00"', 'day: "2026-01-31"']) expect(template).toContain(text);
  });
});

describe('a stack', () => {
  it('fills in placeholders of the definition, its keys, triggers and settings, each by one parameter', () => {
    const definition = pass({ Result: { '${Table}': '${Table} ${Fn.Arn}' } });
    const triggers = [{ id: 'a', kind: 'upload', enabled: true, bucket: 'in-${Stage}' }];
    const sidecar = { triggers, template: { name: 'orders-${Stage}' }, placeholders: { Stage: 'test' } };
    const [template = ''] = exported(cloudFormation, definition, sidecar);
    expect(template.match(/^ {2}(?:Table|FnArn|Stage):$/gm)?.sort()).toEqual(['  FnArn:', '  Stage:', '  Table:']);
    expect(template).toContain('Default: test');
    expect(template).toContain('Fn::Sub: orders-${Stage}');
    expect(template).toContain('${Table}: ${Table} ${FnArn}');
    expect(template).toContain('Fn::Sub: in-${Stage}');
  });

  it('of a switched-off trigger says so, or leaves the route out', () => {
    const triggers = [
      { id: 'a', kind: 'schedule', enabled: false, expression: 'rate(1 day)' },
      { id: 'b', kind: 'queue', enabled: false, arn: 'arn:aws:sqs:us-east-1:123456789012:orders' },
      { id: 'c', kind: 'api', enabled: false, method: 'POST', path: '/x' },
    ];
    const [template = ''] = exported(cloudFormation, pass({}), { triggers });
    expect(template).toContain('State: DISABLED');
    expect(template).toContain('DesiredState: STOPPED');
    expect(template).not.toContain('AWS::ApiGatewayV2::Route');
  });

  it('with a KMS key lets the role use it for this machine alone, and is encrypted in every form', () => {
    const template = { kmsKey: 'arn:aws:kms:us-east-1:123456789012:key/1' };
    for (const format of [cloudFormation, sam, terraform, cdkTypescript]) {
      const [text = ''] = exported(format, pass({}), { template });
      expect(text).toContain('kms:GenerateDataKey');
      expect(text).toContain('kms:EncryptionContext:aws:states:stateMachineArn');
      expect(text).toMatch(/CUSTOMER_MANAGED_KMS_KEY|CustomerManagedEncryptionConfiguration/);
    }
  });
});
