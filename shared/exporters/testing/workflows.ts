import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, own, type JsonValue } from '../../base/index';
import { parseDocument, type WorkflowDocument } from '../../workflow/index';
import { readReference } from '../../workflow/testing/reference';
import type { NamedWorkflow } from '../contract';

const folder = join(import.meta.dirname, '../../../examples');

/** A document out of texts. */
export function documentOf(text: string, sidecar: string | null = null): WorkflowDocument {
  const parsed = parseDocument({ text, format: /^\s*\{/.test(text) ? 'json' : 'yaml', sidecar });
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.value.document;
}

/** Every example of the project with what its sidecar keeps. */
export function exampleWorkflows(): readonly NamedWorkflow[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));
  return names.map((file) => {
    const name = file.slice(0, -'.asl.json'.length);
    const read = (extension: string) => readFileSync(join(folder, `${name}.${extension}`), 'utf8');
    return { name, document: documentOf(read('asl.json'), read('stepwright.json')) };
  });
}

/** Workflows that AWS gives as samples; none where the reference data is not there. */
export function sampleWorkflows(count: number): readonly NamedWorkflow[] {
  const samples = readReference('workflows/aws-samples.json');
  if (!Array.isArray(samples)) return [];
  return samples
    .filter(isObject)
    .slice(0, count)
    .map((sample, index) => {
      const name = `${String(own(sample, 'id')).split('/')[0] ?? ''}-${String(index)}`;
      return { name, document: documentOf(JSON.stringify(own(sample, 'definition'), null, 2)) };
    });
}

/** A workflow with a trigger of each kind, placeholders in texts and for numbers, and all settings of templates. */
export function fullWorkflow(settings: JsonValue = {}): NamedWorkflow {
  const place = 'us-east-1:123456789012';
  const definition = `{
  "StartAt": "Wait",
  "States": {
    "Wait": { "Type": "Wait", "Seconds": \${delay}, "Next": "Charge" },
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": { "FunctionName": "\${ChargeFunction.Arn}", "Payload.$": "$" },
      "Next": "Tell"
    },
    "Tell": {
      "Type": "Task",
      "QueryLanguage": "JSONata",
      "Resource": "arn:aws:states:::sns:publish",
      "Arguments": { "TopicArn": "arn:aws:sns:\${AWS::Region}:123456789012:done", "Message": "{% 'It is ' & $string(1.0) %}" },
      "End": true
    }
  }
}`;
  const triggers = [
    { id: 's', kind: 'schedule', enabled: true, expression: 'rate(5 minutes)', input: { note: 'a "quoted" text' } },
    {
      id: 't',
      kind: 'schedule',
      enabled: false,
      expression: 'cron(0 9 ? * MON-FRI *)',
      timezone: 'Europe/Berlin',
      start: '2026-01-31T09:00:00Z',
      end: '2027-01-31T09:00:00Z',
      flexibleMinutes: 15,
    },
    { id: 'u', kind: 'upload', enabled: true, bucket: 'incoming-\${Stage}', prefix: 'a/', suffix: '.csv' },
    { id: 'v', kind: 'upload', enabled: true, bucket: 'incoming-\${Stage}', prefix: 'b/' },
    {
      id: 'e',
      kind: 'event',
      enabled: true,
      bus: 'orders',
      pattern: { source: ['my.shop'], detail: { total: [{ numeric: ['>', 10] }] } },
    },
    {
      id: 'w',
      kind: 'workflow',
      enabled: false,
      stateMachineArn: `arn:aws:states:${place}:stateMachine:first`,
      status: 'SUCCEEDED',
    },
    { id: 'a', kind: 'api', enabled: true, method: 'POST', path: '/orders' },
    { id: 'b', kind: 'api', enabled: true, method: 'GET', path: '/orders/again' },
    { id: 'q', kind: 'queue', enabled: true, arn: `arn:aws:sqs:${place}:orders`, batchSize: 50 },
    { id: 'n', kind: 'topic', enabled: true, arn: `arn:aws:sns:${place}:orders` },
  ];
  const sidecar = {
    version: 1,
    triggers,
    placeholders: { delay: '30', Stage: 'test', 'ChargeFunction.Arn': `arn:aws:lambda:${place}:function:charge` },
    template: settings,
  };
  return { name: 'full-stack', document: documentOf(definition, JSON.stringify(sidecar)) };
}
