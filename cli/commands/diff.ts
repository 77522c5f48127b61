import { type JsonPath, type JsonValue, jsonText } from '../../shared/base/index';
import {
  diffDefinitions,
  isSame,
  type DefinitionDiff,
  type FieldChange,
  type StateChange,
} from '../../shared/diff/index';
import { stateName } from '../../shared/workflow/index';
import { commandOf } from '../command';
import { painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { checkStandardInput } from '../files/read';
import { machineOption, oneWorkflow } from '../workflows/choose';

/** Characters of a value in a line; what is longer is cut. */
const longest = 60;

export const diff = commandOf({
  operands: 'BEFORE AFTER',
  count: [2, 2],
  about: `Compares two definitions state by state, not line by line: a state that was renamed is one change, and comments, layout and the order of
keys are none. Exit code 1 when they differ.`,
  options: {
    machine: { ...machineOption, help: 'The state machine in files that hold several: its logical id in a template.' },
    json: { kind: 'flag', help: 'Write the changes as JSON.' },
  },
  examples: [
    ['diff deployed.asl.json orders.asl.json', 'What a deployment would change.'],
    ['git show HEAD:orders.asl.json | stepwright diff - orders.asl.json', 'What is not committed yet.'],
  ],
  async run({ operands: [first = '', second = ''], options: { machine, json } }, console) {
    checkStandardInput([first, second]);
    const before = await oneWorkflow(first, machine, console);
    const after = await oneWorkflow(second, machine, console);
    const found = diffDefinitions(before.document.definition, after.document.definition);
    if (json) console.out(printed(found));
    else report(found, console);
    return isSame(found) ? exitCodes.ok : exitCodes.findings;
  },
});

function report(found: DefinitionDiff, console: Console): void {
  if (isSame(found)) console.out('No difference.\n');
  if (found.machine.length > 0) console.out(`${painted(console, 'yellow', 'changed')} the state machine\n`);
  reportFields(found.machine, console);
  for (const change of found.states) reportState(change, console);
}

function reportState(change: StateChange, console: Console): void {
  if (change.kind === 'added') console.out(`${painted(console, 'green', 'added')} "${stateName(change.after)}"\n`);
  else if (change.kind === 'removed')
    console.out(`${painted(console, 'red', 'removed')} "${stateName(change.before)}"\n`);
  else {
    const { before, after, renamed, moved } = change;
    const how = [renamed ? `was "${stateName(before)}"` : '', moved ? 'stands elsewhere' : ''].filter(
      (each) => each !== '',
    );
    const beside = how.length === 0 ? '' : ` (${how.join(', ')})`;
    console.out(`${painted(console, 'yellow', 'changed')} "${stateName(after)}"${beside}\n`);
    reportFields(change.fields, console);
  }
}

function reportFields(fields: readonly FieldChange[], console: Console): void {
  for (const { at, before, after } of fields)
    console.out(`    ${placeText(at)}: ${valueText(before)} → ${valueText(after)}\n`);
}

function placeText(at: JsonPath): string {
  return at
    .map((step) => (typeof step === 'number' ? `[${step}]` : step))
    .join('.')
    .replaceAll('.[', '[');
}

function valueText(value: JsonValue | undefined): string {
  if (value === undefined) return 'nothing';
  const text = jsonText(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
