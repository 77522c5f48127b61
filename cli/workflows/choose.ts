import type { Console } from '../console';
import { exitCodes } from '../exitCodes';
import { filesOf, readSource } from '../files/read';
import { Refusal, wrongUsage } from '../refusal';
import { findingLine, type Finding } from './finding';
import { contentOf, type FileContent, type Workflow } from './workflow';

/** The option of every command that reads files with several machines. */
export const machineOption = {
  kind: 'text',
  value: 'NAME',
  help: 'The state machine in a file that holds several: its logical id in a template.',
} as const;

/**
 * The one state machine that a command is about.
 * @throws Refusal when it cannot be read, or it is not said which of several is meant
 */
export async function oneWorkflow(operand: string, machine: string | null, console: Console): Promise<Workflow> {
  const files = await filesOf([operand]);
  if (files.length > 1) throw wrongUsage(`${operand} matches ${files.length} files; this command takes one.`);
  const workflows = await workflowsIn(files[0] ?? operand, machine, console);
  const [workflow, ...others] = workflows;
  if (!workflow || others.length > 0)
    throw wrongUsage(
      `${operand} holds ${workflows.map((each) => each.machine).join(', ')}: choose one with --machine.`,
    );
  return workflow;
}

/**
 * The state machines of a file, or the one of a name; at least one.
 * @throws Refusal when there is none, or one of them cannot be read
 */
export async function workflowsIn(
  file: string,
  machine: string | null,
  console: Console,
): Promise<readonly Workflow[]> {
  const content = chosen(contentOf(await readSource(file, console)), file, machine);
  const errors = content.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw unreadable(errors);
  if (content.workflows.length === 0) throw unreadable(content.findings);
  return content.workflows;
}

/**
 * The part of a file that is about the machine of a name; all of it when none is named.
 * @throws Refusal when the file has no such machine
 */
export function chosen(content: FileContent, file: string, machine: string | null): FileContent {
  if (machine === null) return content;
  if (!content.machines.includes(machine)) {
    // What is wrong with the file as a whole says more than that it has no machine of a name.
    if (content.workflows.length === 0 && content.machines.length === 0) return content;
    const those = content.machines.length === 0 ? 'is a state machine itself' : `holds ${content.machines.join(', ')}`;
    throw wrongUsage(`There is no state machine "${machine}": ${file} ${those}.`);
  }
  return {
    ...content,
    workflows: content.workflows.filter((each) => each.machine === machine),
    findings: content.findings.filter((each) => each.machine === null || each.machine === machine),
  };
}

function unreadable(findings: readonly Finding[]): Refusal {
  const lines = findings.map((finding) => findingLine(finding, { isTerminal: false }));
  return new Refusal(exitCodes.findings, lines.join('').trimEnd());
}
