import { describe, expect, it } from 'vitest';
import { isObject } from '../base/index';
import { parseDocument, statePath, rootScope, type WorkflowDocument } from '../workflow/index';
import { renameState } from '../workflow/edits/renameState';
import { setFields } from '../workflow/edits/setFields';
import type { FoundDefinition } from './contract';
import { recognised } from './recognised';
import { importers } from './registry';
import { samples, type Sample } from './testing/samples';

const files = Object.entries(samples).flatMap(([id, all]) => all.map((sample) => [id, sample.name, sample] as const));

function found({ text, name }: Pick<Sample, 'text' | 'name'>) {
  const file = recognised(text, name);
  if (!file) throw new Error(`${name} is not recognised`);
  return file;
}

function inPlace(definition: FoundDefinition | undefined) {
  if (definition?.kind !== 'inPlace') throw new Error(`not in place: ${definition?.kind}`);
  return definition;
}

function read(definition: { text: string; format: 'json' | 'yaml' }): WorkflowDocument {
  const parsed = parseDocument(definition);
  if (!parsed.ok) throw new Error(`${parsed.problem.message} in\n${definition.text}`);
  return parsed.value.document;
}

/** The lines that differ between two files of as many lines. */
function changed(before: string, after: string) {
  const [old, next] = [before.split('\n'), after.split('\n')];
  expect(next.length).toBe(old.length);
  return old.filter((line, index) => line !== next[index]);
}

describe('importers', () => {
  it('have ids and labels of their own, and samples', () => {
    for (const key of ['id', 'label'] as const)
      expect(new Set(importers.map((importer) => importer[key])).size).toBe(importers.length);
    expect(Object.keys(samples).sort()).toEqual(importers.map(({ id }) => id).sort());
  });

  it.each(files)('%s recognises %s and says how each machine stands in it', (id, _name, sample) => {
    const { importer, machines } = found(sample);
    expect(importer.id).toBe(id);
    expect(Object.fromEntries(machines.map((machine) => [machine.id, machine.definition.kind]))).toEqual(
      sample.machines,
    );
  });

  it.each(files)('%s reads the definitions of %s, and gives the file back byte for byte', (_id, _name, sample) => {
    for (const { definition } of found(sample).machines) {
      if (definition.kind === 'elsewhere') expect(definition.why).toMatch(/^Its .+\.$/);
      else expect(isObject(read(definition).definition['States'])).toBe(true);
      if (definition.kind === 'inPlace') expect(definition.inFile(definition.text)).toBe(sample.text);
    }
  });

  it.each(files)('%s puts an edit into %s and changes only its lines', (id, name, sample) => {
    for (const machine of found(sample).machines) {
      if (machine.definition.kind !== 'inPlace') continue;
      const before = machine.definition;
      const renamed = renameState.apply(read(before), { state: statePath(rootScope, 'Load'), to: 'Fetch "it"' });
      if (!renamed.ok) throw new Error(renamed.problem.message);
      const text = before.inFile(renamed.value.document.source.text);
      const gone = changed(sample.text, text);
      expect(gone.length).toBeGreaterThan(0);
      expect(gone.length).toBeLessThanOrEqual(2);
      expect(gone.every((line) => line.includes('Load'))).toBe(true);
      // Found again in the changed file, it says what was edited; the other machines say what they did.
      const again = found({ text, name }).machines;
      const now = inPlace(again.find((each) => each.id === machine.id)?.definition);
      expect(read(now).definition).toEqual(renamed.value.document.definition);
      expect(again.filter((each) => each.id !== machine.id).map(({ id: other }) => other)).toEqual(
        found(sample).machines.flatMap(({ id: other }) => (other === machine.id ? [] : [other])),
      );
      expect(found({ text, name }).importer.id).toBe(id);
    }
  });

  it.each(files)('%s puts lines that are added into %s', (_id, name, sample) => {
    for (const machine of found(sample).machines) {
      if (machine.definition.kind !== 'inPlace') continue;
      const changes = [{ at: ['States', 'Wait', 'Comment'], value: "It's\nlong: \\ ü" }];
      const edited = setFields.apply(read(machine.definition), { changes });
      if (!edited.ok) throw new Error(edited.problem.message);
      const text = machine.definition.inFile(edited.value.document.source.text);
      const now = found({ text, name }).machines.find(({ id }) => id === machine.id)?.definition;
      expect(read(inPlace(now)).definition).toEqual(edited.value.document.definition);
    }
  });

  it('give every definition of one machine in CloudFormation the same states', () => {
    const [sample] = samples['cloudformation'] ?? [];
    const machines = sample ? found(sample).machines : [];
    for (const { id, definition } of machines) {
      if (definition.kind === 'inPlace' && id !== 'Object')
        expect(read(definition).definition['States']).toEqual({
          Load: { Type: 'Task', Resource: '${LoaderArn}', Next: 'Wait' },
          Wait: { Type: 'Wait', Seconds: 5, End: true },
        });
    }
    expect(machines.find(({ id }) => id === 'Joined')?.definition).toMatchObject({
      text: '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"${F.Arn}","End":true}}}',
    });
  });

  it('join what the CDK has taken apart, with placeholders for what it refers to', () => {
    const [sample] = samples['cdk'] ?? [];
    expect(sample && found(sample).machines[0]?.definition).toMatchObject({
      kind: 'copy',
      text:
        '{"StartAt":"Load","States":{"Load":{"Type":"Task","Resource":"arn:${AWS::Partition}:states:::lambda:invoke",' +
        '"Parameters":{"FunctionName":"${Loader1A2B.Arn}"},"End":true}}}',
    });
  });

  it('read the language of Terraform, with placeholders for what only Terraform knows', () => {
    const [sample] = samples['terraform'] ?? [];
    const hcl = sample && found(sample).machines.find(({ id }) => id === 'hcl')?.definition;
    expect(hcl?.kind === 'copy' && read(hcl).definition).toEqual({
      StartAt: 'Load',
      States: {
        Load: {
          Type: 'Task',
          Resource: '${aws_lambda_function.load.arn}',
          Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: '${var.attempts + 1}' }],
          Next: 'Wait',
        },
        Wait: { Type: 'Wait', Seconds: 5, Comment: 'for ${var.who}, ${plain}', End: true },
      },
    });
  });

  it('say what a template itself gives for placeholders', () => {
    const [sample] = samples['sam'] ?? [];
    expect(sample && found(sample).machines.map(({ substitutions }) => substitutions)).toEqual([{ Delay: '5' }, {}]);
  });

  it('keep line ends of Windows', () => {
    const [sample] = samples['sam'] ?? [];
    const text = (sample?.text ?? '').replaceAll('\n', '\r\n');
    const definition = inPlace(found({ text, name: 'template.yaml' }).machines[0]?.definition);
    const edited = setFields.apply(read(definition), { changes: [{ at: ['Comment'], value: 'x' }] });
    expect(edited.ok && definition.inFile(edited.value.document.source.text)).toBe(
      text.replace('Comment: Orders', 'Comment: x'),
    );
  });

  it.each([
    ['orders.asl.json', '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'],
    ['package.json', '{"name": "orders", "definition": "none"}'],
    ['template.yaml', 'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n'],
    ['broken.yaml', 'Resources: ['],
    ['main.tf', 'resource "aws_s3_bucket" "b" {\n  bucket = "x"\n}\n'],
    ['broken.tf', 'resource "aws_sfn_state_machine" "b" {\n  definition'],
    ['empty.tf', ''],
  ])('leave %s alone', (name, text) => {
    expect(recognised(text, name)).toBeNull();
  });
});
