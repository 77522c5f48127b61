import { formatText } from '../../shared/workflow/index';
import { commandOf } from '../command';
import { painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { filesOf, standardInput, writeFileTo } from '../files/read';
import { Refusal, wrongUsage } from '../refusal';
import { machineOption, workflowsIn } from '../workflows/choose';
import { contentOf, type Workflow } from '../workflows/workflow';

export const format = commandOf({
  operands: 'FILE…',
  count: [1, Infinity],
  about: `Comments, number texts and the order of keys stay. Of a template the state machines are set anew, nothing else. One file is
written to standard output; of several it is said which would change, unless --write changes them.`,
  options: {
    machine: machineOption,
    write: { kind: 'flag', help: 'Write the files in place; those that are in order are not touched.' },
    check: { kind: 'flag', help: 'Write nothing; exit code 1 when a file is not in order.' },
    json: { kind: 'flag', help: 'Write which files would change or were changed as JSON.' },
  },
  examples: [
    ['format orders.asl.json', 'Writes the text in regular layout to standard output.'],
    ['format "machines/*.asl.yaml" --write', 'Sets the files of a folder.'],
    ['format "machines/*.asl.yaml" --check', 'Says which are not in order, for CI.'],
  ],
  async run({ operands, options: { machine, write, check, json } }, console) {
    if (write && check) throw wrongUsage('--write and --check do not go together.');
    const files = await filesOf(operands);
    if (write && files.includes(standardInput))
      throw wrongUsage('Standard input cannot be written: leave --write out.');
    const told: { file: string; changed: boolean }[] = [];
    for (const file of files) {
      const workflows = await workflowsIn(file, machine, console);
      const after = formatted(workflows, console);
      const changed = after !== workflows[0]?.file.text;
      told.push({ file, changed });
      if (write && changed) await writeFileTo(file, after);
      if (!write && !check && !json && files.length === 1) console.out(after);
    }
    if (json) console.out(printed(told));
    else if (write || check || files.length > 1) {
      const verb = write ? 'formatted' : 'not in regular layout';
      for (const { file } of told.filter(({ changed }) => changed))
        console.out(`${file}: ${painted(console, 'yellow', verb)}\n`);
    }
    const isOpen = !write && told.some(({ changed }) => changed);
    return isOpen && (check || files.length > 1) ? exitCodes.findings : exitCodes.ok;
  },
});

/** The file with each of its machines set anew, one after the other: a change of one moves those below it. */
function formatted(workflows: readonly Workflow[], console: Console): string {
  let text = workflows[0]?.file.text ?? '';
  for (const { file, machine, label, copied } of workflows) {
    if (copied !== null) {
      console.err(`${label} stays as it is: ${copied}.\n`);
      continue;
    }
    const now = contentOf({ ...file, text }).workflows.find((each) => each.machine === machine);
    const set = now && formatText(now.document.source.text, now.document.source.format);
    if (!now?.inFile || set === null || set === undefined)
      throw new Refusal(exitCodes.findings, `${label} cannot be set in another layout without loss.`);
    text = now.inFile(set);
  }
  return text;
}
