import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldHistory } from '../history/index';
import { carryOut, readTests, requestFor, taskDurations } from '../runs/index';
import type { WorkflowDocument } from '../workflow/index';
import { aslMinified } from './aslMinified';
import type { ExportContext } from './contract';
import { pulledOut } from './pulledOut';
import { exporters } from './registry';
import { documentOf, exampleWorkflows, fullWorkflow } from './testing/workflows';

const test = {
  name: 'charges',
  inputText: '{}',
  seed: 1,
  type: 'STANDARD',
  mocks: { Charge: { kind: 'succeed', output: { paid: true } } },
  expected: { status: 'SUCCEEDED', output: null, path: ['Wait', 'Charge', 'Tell'], assertions: [] },
} as const;

async function contextOf(document: WorkflowDocument, name: string): Promise<ExportContext> {
  const configuration = { inputText: '{}', seed: 1, type: document.sidecar.type, mocks: {} };
  const request = requestFor(
    document,
    { ...configuration, durations: taskDurations(document) },
    { name, startTime: 0 },
  );
  const ended = await carryOut(request);
  if (!ended.ok) throw new Error(ended.problem);
  const { events, children } = ended.value;
  const tested = readTests(document.sidecar.tests).map((each) => ({ test: each, view: foldHistory(events) }));
  return { name, run: { events, children, type: request.type }, tested };
}

const withTests = (document: WorkflowDocument): WorkflowDocument => ({
  ...document,
  sidecar: { ...document.sidecar, tests: [test] },
});
const workflows = [...exampleWorkflows(), fullWorkflow()].map((each) => ({
  ...each,
  document: withTests(each.document),
}));

describe('exporters', () => {
  it('have ids and labels of their own, and endings that a dialog can ask for', () => {
    for (const key of ['id', 'label'] as const)
      expect(new Set(exporters.map((exporter) => exporter[key])).size).toBe(exporters.length);
    for (const { extension } of exporters) expect(extension).toMatch(/^[a-z0-9]+(\.[a-z0-9]+)*$/);
  });

  it.each(exporters)('$id writes every example under its name and extension, the same each time', async (exporter) => {
    for (const { name, document } of workflows) {
      const context = await contextOf(document, name);
      const files = exporter.export(document, context);
      if (!files.ok) throw new Error(`${name}: ${files.problem}`);
      expect(files.value[0]?.name.endsWith(`.${exporter.extension}`)).toBe(true);
      expect(new Set(files.value.map((file) => file.name)).size).toBe(files.value.length);
      expect(files.value[0]?.text.length).toBeGreaterThan(10);
      expect(exporter.export(document, context)).toEqual(files);
    }
  });

  it('say what they lack: a run, or saved tests', () => {
    const [{ document } = fullWorkflow()] = exampleWorkflows();
    const refused = exporters.filter((exporter) => !exporter.export(document, { name: 'a' }).ok).map(({ id }) => id);
    expect(refused).toEqual(['mock-config', 'test-state', 'html-run']);
  });

  it('of ASL give the same definition, and the same bytes in its own format', () => {
    const text = '{ "StartAt": "A",\n  "States": { "A": { "Type": "Succeed" } } }';
    const written = exporters
      .filter(({ id }) => id === 'asl-json' || id === 'asl-yaml')
      .map((exporter) => exporter.export(documentOf(text), { name: 'a' }));
    expect(written.map((files) => files.ok && files.value)).toEqual([
      [{ name: 'a.asl.json', text }],
      [{ name: 'a.asl.yaml', text: 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n' }],
    ]);
  });
});

describe('ASL on one line', () => {
  it('keeps numbers as they are written, and has no more', () => {
    const text =
      '{\n "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": [1.0, 1e3, "a b"], "End": true } }\n}';
    const files = aslMinified.export(documentOf(text), { name: 'a' });
    expect(files.ok && files.value[0]?.text).toBe(
      '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":[1.0,1e3,"a b"],"End":true}}}\n',
    );
  });
});

describe('substitutions', () => {
  const arn = 'arn:aws:lambda:us-east-1:123456789012:function:resize';
  const document = documentOf(
    JSON.stringify({
      StartAt: 'Call it',
      States: {
        'Call it': {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke',
          Parameters: { FunctionName: arn },
          TimeoutSeconds: 30,
          Next: 'Send',
        },
        Send: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sqs:sendMessage',
          Parameters: {
            QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/done',
            MessageBody: arn,
            Kept: '${Kept}',
          },
          End: true,
        },
      },
    }),
  );

  it('are pulled out of ARNs, addresses and numbers; equal ones share a name, integrations stay', () => {
    const { definition, values } = pulledOut(document);
    expect(values).toEqual({
      LambdaResizeArn: arn,
      QueueDoneUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/done',
      CallItTimeoutSeconds: 30,
    });
    const states = JSON.stringify(definition);
    expect(states.match(/\$\{LambdaResizeArn\}/g)).toHaveLength(2);
    expect(states).toContain('arn:aws:states:::lambda:invoke');
    expect(states).toContain('"Kept":"${Kept}"');
  });

  it('of numbers stand without quotes, so that the text is the definition again when it is filled in', () => {
    const files = exporters.find(({ id }) => id === 'asl-substitutions')?.export(document, { name: 'a' });
    if (files?.ok !== true) throw new Error('not exported');
    const [text = '', values = ''] = files.value.map((file) => file.text);
    const filled = Object.entries(JSON.parse(values) as Record<string, unknown>).reduce(
      (sum, [name, value]) => sum.replaceAll(`\${${name}}`, String(value)),
      text,
    );
    expect(JSON.parse(filled)).toEqual(document.definition);
  });
});

describe('Mermaid', () => {
  it('draws states with their inner scopes, and escapes what it would read', () => {
    const document = documentOf(
      JSON.stringify({
        StartAt: 'Both: "a" #1',
        States: {
          'Both: "a" #1': {
            Type: 'Parallel',
            Branches: [
              { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } },
              { StartAt: 'B', States: { B: { Type: 'Fail' } } },
            ],
            Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
            Next: 'Done',
          },
          Done: { Type: 'Succeed' },
        },
      }),
    );
    const files = exporters.find(({ id }) => id === 'mermaid')?.export(document, { name: 'a' });
    expect(files?.ok === true && files.value[0]?.text).toBe(
      readFileSync(join(import.meta.dirname, 'testing/both.mmd'), 'utf8'),
    );
  });
});
