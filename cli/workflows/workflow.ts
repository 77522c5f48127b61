import { recognised, type FoundMachine } from '../../shared/importers/index';
import { isSidecarName, isWorkflowName, workflowStem } from '../../shared/protocol/index';
import {
  Lines,
  parseDocument,
  sidecarOfMachine,
  type ParseProblem,
  type SourceFormat,
  type WorkflowDocument,
} from '../../shared/workflow/index';
import type { SourceFile } from '../files/read';
import type { Finding } from './finding';
import { offsetInFile } from './offsetInFile';

/** A state machine that a command works on: a file of its own, or one inside another file. */
export interface Workflow {
  readonly file: SourceFile;
  /** What is wrong is told with this: the file, and the machine where it has several. */
  readonly label: string;
  /** What executions are named after. */
  readonly name: string;
  /** Its name inside the file; null where the file is the machine. */
  readonly machine: string | null;
  readonly document: WorkflowDocument;
  /** The file with another text of the machine; null where it does not stand plainly in it, which `copied` tells. */
  readonly inFile: ((text: string) => string) | null;
  /** Why it does not stand plainly in its file; null where it does. */
  readonly copied: string | null;
  /** Where an offset in the text of the machine stands in the file. */
  placeOf(offset: number): { readonly line: number; readonly column: number };
}

/** What a file holds: its state machines, and what is wrong with those that cannot be read. */
export interface FileContent {
  readonly workflows: readonly Workflow[];
  readonly findings: readonly Finding[];
  /** The names of all machines inside it, also of those that cannot be read; none where the file is the machine. */
  readonly machines: readonly string[];
}

/** Finds the state machines of a file. Nothing is refused: what cannot be read is a finding. */
export function contentOf(file: SourceFile): FileContent {
  if (isSidecarName(file.name)) {
    const message = 'This is what is kept beside a workflow. Name the workflow.';
    return { workflows: [], findings: [{ ...findingAt(file, 'SIDECAR', message), severity: 'note' }], machines: [] };
  }
  const format = formatOfSource(file);
  const parsed = parseDocument({ text: file.text, format, sidecar: file.sidecar });
  const lines = new Lines(file.text);
  const beside = file.sidecarProblem === null ? [] : [findingAt(file, 'SIDECAR_UNREADABLE', file.sidecarProblem)];
  if (parsed.ok) {
    const { document, warnings } = parsed.value;
    const name = file.name === '' ? 'workflow' : workflowStem(file.name);
    const placeOf = (offset: number) => lines.at(offset);
    const workflow = { file, label: file.label, name, machine: null, document, inFile: asItIs, copied: null, placeOf };
    return {
      workflows: [workflow],
      findings: [...beside, ...warnings.map((each) => oddity(workflow, each))],
      machines: [],
    };
  }
  const host = recognised(file.text, file.name);
  if (!host) {
    const { line, column, code, message } = parsed.problem;
    const problem = { ...findingAt(file, code, message), line, column, severity: 'error' as const };
    return { workflows: [], findings: [problem], machines: [] };
  }
  const machines = host.machines.map(({ id }) => id);
  if (machines.length === 0) {
    const message = `This ${host.importer.label} holds no state machine.`;
    return {
      workflows: [],
      findings: [{ ...findingAt(file, 'NO_STATE_MACHINE', message), severity: 'error' }],
      machines,
    };
  }
  const read = host.machines.map((found) => insideFile(file, lines, found));
  return {
    workflows: read.flatMap(({ workflow }) => workflow ?? []),
    findings: [...beside, ...read.flatMap(({ findings }) => findings)],
    machines,
  };
}

function insideFile(
  file: SourceFile,
  lines: Lines,
  { id, definition, substitutions }: FoundMachine,
): { readonly workflow: Workflow | null; readonly findings: readonly Finding[] } {
  const here = (code: string, message: string) => ({ ...findingAt(file, code, message), machine: id });
  if (definition.kind === 'elsewhere')
    return { workflow: null, findings: [{ ...here('ELSEWHERE', definition.why), severity: 'note' }] };
  const placeOf = (offset: number) => lines.at(offsetInFile(definition, offset));
  const { text, format } = definition;
  const parsed = parseDocument({ text, format, sidecar: sidecarOfMachine(file.sidecar, id) });
  if (!parsed.ok) {
    const { code, message, offset } = parsed.problem;
    return { workflow: null, findings: [{ ...here(code, message), ...placeOf(offset), severity: 'error' }] };
  }
  const { document, warnings } = parsed.value;
  // What the file says of placeholders holds in runs, unless the sidecar says otherwise.
  const placeholders = { ...substitutions, ...document.sidecar.placeholders };
  const workflow: Workflow = {
    file,
    label: `${file.label} (${id})`,
    name: id,
    machine: id,
    document: { ...document, sidecar: { ...document.sidecar, placeholders } },
    inFile: definition.kind === 'inPlace' ? (next) => definition.inFile(next) : null,
    copied: definition.kind === 'copy' ? definition.why : null,
    placeOf,
  };
  return { workflow, findings: warnings.map((each) => oddity(workflow, each)) };
}

const asItIs = (text: string) => text;

/** What is odd about a text that can be read. */
function oddity(workflow: Workflow, { code, message, offset }: ParseProblem): Finding {
  return { ...findingAt(workflow.file, code, message), ...workflow.placeOf(offset), machine: workflow.machine };
}

function findingAt(file: SourceFile, code: string, message: string): Finding {
  return {
    file: file.label,
    line: 1,
    column: 1,
    severity: 'warning',
    code,
    rule: null,
    message,
    machine: null,
    state: null,
  };
}

/** By its name; a text without one that says it is JSON when it begins as JSON does. */
function formatOfSource({ name, text }: SourceFile): SourceFormat {
  if (/\.ya?ml$/i.test(name)) return 'yaml';
  const isTold = isWorkflowName(name) && !/\.template$/i.test(name);
  return isTold || /^\uFEFF?\s*(?:[[{"]|\/\/|\/\*)/.test(text) || text.trim() === '' ? 'json' : 'yaml';
}
