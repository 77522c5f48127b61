import { builtInCatalogue } from '../catalogueFiles';
import { commandOf } from '../command';
import { painted, printed, type Console } from '../console';
import { exitCodes, type ExitCode } from '../exitCodes';
import { filesOf, readSource } from '../files/read';
import { Refusal } from '../refusal';
import { sarifLog } from '../reports/sarif';
import { version } from '../version';
import { chosen, machineOption } from '../workflows/choose';
import { findingLine, type Finding } from '../workflows/finding';
import { judged } from '../workflows/judge';
import { contentOf } from '../workflows/workflow';

export const validate = commandOf({
  operands: 'FILE…',
  count: [1, Infinity],
  about: `Reads ASL (JSON and YAML), and the state machines inside SAM, CloudFormation and CDK templates, serverless.yml, Terraform
files and answers of describe-state-machine. A FILE may be a pattern such as "**/*.asl.json", or - for standard input.
Errors are what AWS refuses; warnings are what is likely not meant.`,
  options: {
    machine: machineOption,
    type: {
      kind: 'choice',
      choices: ['STANDARD', 'EXPRESS'],
      help: 'How the machine runs; else what is kept beside the file, else STANDARD.',
    },
    strict: { kind: 'flag', help: 'Warnings count as findings, too.' },
    json: { kind: 'flag', help: 'Write the findings as JSON.' },
    sarif: { kind: 'flag', help: 'Write the findings as SARIF 2.1.0, for code scanning.' },
  },
  examples: [
    ['validate orders.asl.json', 'Judges one file.'],
    ['validate "machines/**/*.asl.*" template.yaml --sarif > findings.sarif', 'Judges many, for code scanning.'],
    ['validate - < orders.asl.json', 'Judges what comes in over standard input.'],
  ],
  async run({ operands, options }, console) {
    const catalogue = builtInCatalogue();
    const findings: Finding[] = [];
    let worst: ExitCode = exitCodes.ok;
    const files = await filesOf(operands);
    for (const [index, file] of files.entries()) {
      if (files.length > 20) console.progress(`${index + 1} of ${files.length}: ${file}`);
      try {
        const content = chosen(contentOf(await readSource(file, console)), file, options.machine);
        findings.push(
          ...content.findings,
          ...content.workflows.flatMap((workflow) => judged(workflow, options.type, catalogue)),
        );
      } catch (problem) {
        // One file that cannot be read keeps nobody from what is wrong with the others.
        if (!(problem instanceof Refusal) || problem.exitCode !== exitCodes.files) throw problem;
        console.progress('');
        console.err(`${problem.message}\n`);
        worst = problem.exitCode;
      }
    }
    console.progress('');
    if (options.sarif) console.out(printed(sarifLog(findings, version)));
    else if (options.json) console.out(printed({ files: files.length, findings }));
    else report(findings, files.length, console);
    const isFinding = ({ severity }: Finding) => severity === 'error' || (options.strict && severity === 'warning');
    return worst === exitCodes.ok && findings.some(isFinding) ? exitCodes.findings : worst;
  },
});

function report(findings: readonly Finding[], files: number, console: Console): void {
  for (const finding of findings) console.out(findingLine(finding, console));
  const count = (severity: Finding['severity'], name: string) => {
    const found = findings.filter((each) => each.severity === severity).length;
    return `${found} ${name}${found === 1 ? '' : 's'}`;
  };
  const text = `${files} file${files === 1 ? '' : 's'}, ${count('error', 'error')}, ${count('warning', 'warning')}`;
  const look = findings.some(({ severity }) => severity === 'error') ? 'red' : 'green';
  console.out(`${painted(console, look, text)}\n`);
}
