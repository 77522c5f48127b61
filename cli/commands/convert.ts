import { convertMachine, type Conversion } from '../../shared/conversion/index';
import { withDefinition } from '../../shared/workflow/index';
import { commandOf } from '../command';
import { printed } from '../console';
import { exitCodes } from '../exitCodes';
import { standardInput, writeFileTo } from '../files/read';
import { Refusal, wrongUsage } from '../refusal';
import { machineOption, oneWorkflow } from '../workflows/choose';
import type { Workflow } from '../workflows/workflow';

export const convert = commandOf({
  operands: 'FILE',
  count: [1, 1],
  about: `What a converted state does otherwise is told on standard error, and so is what cannot be converted: such states stay in their
language. docs/conversion.md says what is equal. Exit code 1 when a state stays.`,
  options: {
    to: { kind: 'choice', choices: ['JSONata', 'JSONPath'], help: 'The query language to write. It has to be given.' },
    machine: machineOption,
    write: { kind: 'flag', help: 'Write the file in place instead of to standard output.' },
    json: { kind: 'flag', help: 'Write the text with what differs and what stays as JSON.' },
  },
  examples: [
    ['convert orders.asl.json --to JSONata > orders-jsonata.asl.json', 'Keeps the file and writes another.'],
    ['convert template.yaml --machine Orders --to JSONata --write', 'Changes one machine of a template.'],
  ],
  async run({ operands: [operand = ''], options: { to, machine, write, json } }, console) {
    if (to === null) throw wrongUsage('--to is missing: JSONata or JSONPath.');
    if (write && operand === standardInput) throw wrongUsage('Standard input cannot be written: leave --write out.');
    const workflow = await oneWorkflow(operand, machine, console);
    const conversion = convertMachine(workflow.document.definition, to);
    const text = textOf(workflow, conversion, write);
    if (write) await writeFileTo(operand, text);
    const { differences, unconverted } = conversion;
    if (json) console.out(printed({ ...(write ? {} : { text }), differences, unconverted }));
    else {
      if (!write) console.out(text);
      for (const { name, field, what } of differences) console.err(`${name}: ${field}: ${what}\n`);
      for (const { name, why } of unconverted) console.err(`${name} stays as it is: ${why}\n`);
    }
    return unconverted.length > 0 ? exitCodes.findings : exitCodes.ok;
  },
});

/** The file with the converted machine in it; of one that does not stand plainly in its file, the machine alone. */
function textOf({ document, inFile, copied, label }: Workflow, { definition }: Conversion, write: boolean): string {
  const { text } = withDefinition(document, definition).source;
  if (inFile) return inFile(text);
  if (write)
    throw new Refusal(
      exitCodes.findings,
      `${label} cannot be written in its place: ${copied ?? ''}. Leave --write out.`,
    );
  return text;
}
