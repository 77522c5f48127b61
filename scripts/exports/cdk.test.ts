import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../../shared/base/index';
import { exporters, type NamedWorkflow } from '../../shared/exporters/index';
import { exampleWorkflows, fullWorkflow, sampleWorkflows } from '../../shared/exporters/testing/workflows';
import { readPlaced } from '../../shared/workflow/index';
import { pythonEnvironment } from '../lib/pythonEnvironment.mjs';
import { cache } from '../lib/paths.mjs';

mkdirSync(cache, { recursive: true });
// Inside the project, so that the programs find its packages.
const folder = mkdtempSync(join(cache, 'cdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const settings = {
  logLevel: 'ERROR',
  logData: true,
  kmsKey: 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
  tags: { team: 'shop', stage: '${Stage}' },
};
const full = { ...fullWorkflow(settings), name: 'with-settings' };
const workflows: readonly NamedWorkflow[] = [...exampleWorkflows(), fullWorkflow(), full, ...sampleWorkflows(40)];

interface Program {
  readonly file: string;
  readonly stack: string;
}

/** Writes an export to a folder of its own; the stack's class is named in the text. */
function written(exporter: string, { name, document }: NamedWorkflow): Program {
  const files = exporters.find(({ id }) => id === exporter)?.export(document, { name });
  if (files?.ok !== true) throw new Error(`${name} is not exported.`);
  const place = join(folder, exporter, name);
  mkdirSync(place, { recursive: true });
  for (const file of files.value) writeFileSync(join(place, file.name), file.text);
  const [program] = files.value;
  const stack = /class (\w+)/.exec(program?.text ?? '')?.[1] ?? '';
  return { file: join(place, program?.name ?? ''), stack };
}

/** The template that a program of TypeScript makes; its findings by cdk-nag go to `findings`. */
function synthesized({ file, stack }: Program, findings: string[] = []): JsonObject {
  const text = ts.sys.readFile(file) ?? '';
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const module = file.replace(/\.ts$/, '.cjs');
  writeFileSync(module, ts.transpileModule(text, { compilerOptions: options }).outputText);
  const { [stack]: Made } = createRequire(import.meta.url)(module) as Record<
    string,
    new (app: App, id: string) => Stack
  >;
  if (!Made) throw new Error(`${file} has no ${stack}.`);
  const app = new App({ analyticsReporting: false, outdir: `${module}.out` });
  const made = new Made(app, 'Stack');
  const report = new AwsSolutionsChecks(app).validateScope(app);
  findings.push(...report.violations.map(({ ruleName }) => ruleName));
  return app.synth().getStackByName(made.stackName).template as JsonObject;
}

/** The resources of a template by their logical ids as we write them, without the hash that CDK adds. */
function resourcesOf(template: JsonValue): Readonly<Record<string, JsonObject>> {
  const text = JSON.stringify(template).replaceAll(/("[A-Z]\w*(?:StateMachine|Role|Logs))[0-9A-F]{8}"/g, '$1"');
  const all = own(JSON.parse(text) as JsonObject, 'Resources');
  return (isObject(all) ? all : {}) as Readonly<Record<string, JsonObject>>;
}

const propertiesOf = (resource: JsonObject | undefined): JsonObject => (resource?.['Properties'] ?? {}) as JsonObject;

/** The template that is exported for CloudFormation, which CDK's has to say the same as. */
function templateOf({ name, document }: NamedWorkflow): JsonObject {
  const files = exporters.find(({ id }) => id === 'cloudformation')?.export(document, { name });
  return readPlaced((files?.ok === true && files.value[0]?.text) || '', 'yaml')?.value as JsonObject;
}

/** CDK joins by Fn::Join what we write as Fn::Sub; both as one text. Lists of one and single values are the same to IAM. */
function plain(value: JsonValue): JsonValue {
  if (isArray(value)) return value.length === 1 ? plain(value[0] ?? null) : value.map(plain);
  if (!isObject(value)) return value;
  const join = own(value, 'Fn::Join');
  if (isArray(join)) {
    const parts = join[1] as readonly JsonValue[];
    return parts
      .map((part) => (isObject(part) ? `\${${String(own(part, 'Ref') as string)}}` : String(part as string)))
      .join('');
  }
  const sub = own(value, 'Fn::Sub');
  if (typeof sub === 'string') return sub;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

/**
 * What cdk-nag asks for and an export leaves to people: wildcards that a definition's arguments ask for, access logs, policies
 * and dead letters of buckets, APIs and queues.
 */
const leftToPeople = [
  'AwsSolutions-IAM5',
  'AwsSolutions-S1',
  'AwsSolutions-S10',
  'AwsSolutions-SQS3',
  'AwsSolutions-APIG1',
];

describe('stacks of CDK', () => {
  it.each(workflows)('$name in TypeScript has our definition, role and triggers', (workflow) => {
    const findings: string[] = [];
    const theirs = resourcesOf(synthesized(written('cdk-typescript', workflow), findings));
    const ours = resourcesOf(templateOf(workflow));
    const added = Object.keys(theirs).filter((id) => !Object.hasOwn(ours, id));
    expect(added.filter((id) => id !== 'CDKMetadata')).toEqual([]);
    for (const [id, resource] of Object.entries(ours)) {
      const { Definition, DefinitionString, ...properties } = propertiesOf(resource);
      const { DefinitionString: text, ...made } = propertiesOf(theirs[id]);
      expect([id, plain(made)]).toEqual([id, plain(properties)]);
      if (typeof DefinitionString === 'string') expect(text).toBe(DefinitionString);
      else if (Definition !== undefined) expect(JSON.parse(String(text as string))).toEqual(Definition);
    }
    const level = workflow === full ? ['AwsSolutions-SF1'] : [];
    expect(findings.filter((rule) => ![...leftToPeople, ...level].some((each) => rule.startsWith(each)))).toEqual([]);
  });

  it('are typed as CDK asks for', () => {
    const files = [full, ...exampleWorkflows()].map((workflow) => written('cdk-typescript', workflow).file);
    const options = {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
    };
    const program = ts.createProgram(files, options);
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
  });

  it('in Python make the templates of TypeScript', () => {
    const some = [full, ...exampleWorkflows()];
    const python = pythonEnvironment('cdk', ['aws-cdk-lib==2.275.0', 'constructs==10.8.1']);
    const programs = some.map((workflow) => written('cdk-python', workflow));
    const { status, stdout, stderr } = spawnSync(python, [join(import.meta.dirname, 'synth.py')], {
      input: JSON.stringify(programs),
      encoding: 'utf8',
    });
    expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
    const theirs = JSON.parse(stdout) as readonly JsonObject[];
    for (const [index, workflow] of some.entries())
      expect(resourcesOf(theirs[index] ?? {})).toEqual(resourcesOf(synthesized(written('cdk-typescript', workflow))));
  });
}, 600_000);
