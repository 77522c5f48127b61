import { join } from 'node:path';
import {
  exporters,
  stackProblems,
  type ExportContext,
  type ExportedFile,
  type Exporter,
  type NamedWorkflow,
} from '../../shared/exporters/index';
import { commandOf } from '../command';
import { columns, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { drawPicture } from '../exports/drawPicture';
import { testedRuns } from '../exports/tested';
import { checkStandardInput, filesOf, writeFileTo } from '../files/read';
import { Refusal, wrongUsage } from '../refusal';
import { carriedOut } from '../runs/carriedOut';
import { requestOf, runOptions, type RunOptions } from '../runs/runOptions';
import { workflowsIn } from '../workflows/choose';
import type { Workflow } from '../workflows/workflow';

export const exportCommand = commandOf({
  operands: '[FILE…]',
  count: [0, Infinity],
  about: `Without a format it lists them. A format that is a stack (CloudFormation, SAM, CDK, Terraform) makes one of all workflows; of others each
workflow is exported alone. What would be wrong with the stack once it is deployed is told on standard error, with exit code 1. One
text goes to standard output where --out names no folder. Pictures, reports and pages show a run when --run is given, which the
other options say as for "stepwright run".`,
  options: {
    format: { kind: 'text', value: 'FORMAT', help: 'What to write: one of those that are listed without it.' },
    out: { kind: 'text', value: 'FOLDER', help: 'Where the files go. It has to be there.' },
    name: { kind: 'text', value: 'NAME', help: 'What files and resources are named after; else the first workflow.' },
    theme: { kind: 'choice', choices: ['light', 'dark'], help: 'Of pictures and pages. Else light.' },
    run: { kind: 'flag', help: 'Run the workflow and show what happened.' },
    ...runOptions,
  },
  examples: [
    ['export', 'Lists the formats.'],
    ['export orders.asl.json --format cloudformation > template.yaml', 'A template for one workflow.'],
    ['export "machines/*.asl.json" --format terraform --name shop --out infra', 'One configuration for several.'],
    ['export orders.asl.json --format svg --run --input order.json > run.svg', 'A picture of a run.'],
  ],
  async run({ operands, options }, console) {
    if (options.format === null) {
      if (operands.length > 0) throw wrongUsage(`--format is missing: ${exporters.map(({ id }) => id).join(', ')}.`);
      console.out(columns(exporters.map(({ id, label, description }) => [id, label, description])));
      return exitCodes.ok;
    }
    const exporter = exporters.find(({ id }) => id === options.format);
    if (!exporter) {
      const known = exporters.map(({ id }) => id).join(', ');
      throw wrongUsage(`There is no format "${options.format}". There are ${known}.`);
    }
    if (operands.length === 0) throw wrongUsage('Name a FILE to export.');
    checkStandardInput([...operands, options.input, options.mocks, ...options.policy]);
    const workflows: Workflow[] = [];
    for (const file of await filesOf(operands)) workflows.push(...(await workflowsIn(file, options.machine, console)));
    const files = await exportedFiles(exporter, workflows, options, console);
    await write(files, exporter.isPicture === true, options.out, console);
    const problems = exporter.isStack === true ? stackProblems(workflows) : [];
    for (const { at, message } of problems) console.err(`${at.join('/')}: ${message}\n`);
    return problems.length > 0 ? exitCodes.findings : exitCodes.ok;
  },
});

interface ExportOptions extends RunOptions {
  readonly name: string | null;
  readonly theme: 'light' | 'dark' | null;
  readonly run: boolean;
}

async function exportedFiles(
  exporter: Exporter,
  workflows: readonly Workflow[],
  options: ExportOptions,
  console: Console,
): Promise<readonly ExportedFile[]> {
  const [first, ...others] = workflows;
  if (first === undefined) return [];
  if (exporter.isStack === true) {
    const along = others.map(({ name, document }): NamedWorkflow => ({ name, document }));
    return exported(exporter, first, { name: options.name ?? first.name, along });
  }
  if (options.name !== null && others.length > 0)
    throw wrongUsage(`--name is for one workflow, and these are ${workflows.length}.`);
  const files: ExportedFile[] = [];
  for (const workflow of workflows) {
    const context: ExportContext = {
      name: options.name ?? workflow.name,
      theme: options.theme ?? 'light',
      ...(exporter.needs === 'tests' ? { tested: await testedRuns(workflow) } : {}),
      ...(options.run || exporter.needs === 'run' ? { run: await runOf(workflow, options, console) } : {}),
    };
    files.push(...exported(exporter, workflow, context));
  }
  return files;
}

async function runOf(workflow: Workflow, options: RunOptions, console: Console) {
  const request = await requestOf(workflow, options, console);
  const { events, children } = await carriedOut(workflow, request);
  return { events, children, type: request.type };
}

function exported(exporter: Exporter, { document, label }: Workflow, context: ExportContext): readonly ExportedFile[] {
  const files = exporter.export(document, context);
  if (!files.ok) throw new Refusal(exitCodes.findings, `${label} cannot be exported: ${files.problem}`);
  return files.value;
}

async function write(
  files: readonly ExportedFile[],
  isPicture: boolean,
  folder: string | null,
  console: Console,
): Promise<void> {
  const [only] = files;
  if (folder === null) {
    if (only === undefined || files.length > 1)
      throw wrongUsage(`These are ${files.length} files: name their folder with --out.`);
    if (isPicture) throw wrongUsage('A picture is no text: name its folder with --out.');
    console.out(only.text);
    return;
  }
  const twice = files.find(({ name }, index) => files.findIndex((each) => each.name === name) < index);
  if (twice) throw wrongUsage(`Two files would be called ${twice.name}: export them alone, with --name.`);
  for (const { name, text } of files) {
    const path = join(folder, name);
    await writeFileTo(path, isPicture ? await drawPicture(text) : text);
    console.out(`${path}\n`);
  }
}
