import { type JsonObject, type JsonValue, type Result, fail, isObject, ok, own } from '../base/index';
import { rememberTree, type Source, type SourceFormat, type WorkflowDocument } from './document';
import { emptySidecar, parseSidecar } from './sidecar';
import { parseJson } from './text/jsonParser';
import { Lines } from './text/lines';
import { problemAt, type ParseProblem } from './text/problem';
import { sharingObject } from './text/sharing';
import { memberOf, type SyntaxTree } from './text/syntax';
import { parseYaml } from './text/yamlParser';

export type { ParseProblem, ParseProblemCode } from './text/problem';

export interface ParseRequest {
  readonly text: string;
  readonly format: SourceFormat;
  /** Text of the sidecar; null or absent when there is none. */
  readonly sidecar?: string | null;
  /** The definition before; what is equal in the same place is taken from it, so that what did not change is known by identity. */
  readonly former?: JsonObject;
}

export interface ParsedDocument {
  readonly document: WorkflowDocument;
  /** What is odd but does not hinder: duplicate keys, a sidecar that cannot be read. */
  readonly warnings: readonly ParseProblem[];
}

/** Reads a definition. Refused text comes back as a problem with its place; the caller keeps the text for repair. */
export function parseDocument({ text, format, sidecar, former }: ParseRequest): Result<ParsedDocument, ParseProblem> {
  const parsed = format === 'json' ? parseJson(text) : parseYaml(text);
  if (!parsed.ok) return parsed;
  const { value, tree, warnings } = parsed.value;
  const lines = new Lines(text);
  const machine = machineOf(value);
  if (typeof machine === 'string') return fail(problemAt('NOT_A_STATE_MACHINE', machine, lines, placeOf(tree)));
  const source: Source = { format, text };
  rememberTree(source, tree);
  const beside = sidecar === undefined || sidecar === null ? ok(emptySidecar) : parseSidecar(sidecar);
  const besideWarnings = beside.ok ? [] : [problemAt('SIDECAR_UNREADABLE', beside.problem, lines, 0)];
  return ok({
    document: {
      definition: former ? sharingObject(former, machine) : machine,
      source,
      sidecar: beside.ok ? beside.value : emptySidecar,
    },
    warnings: [...warnings, ...besideWarnings],
  });
}

function machineOf(value: JsonValue): JsonObject | string {
  if (!isObject(value)) {
    return (
      'A state machine is an object with StartAt and States; this is ' +
      (Array.isArray(value) ? 'a list.' : 'a single value.')
    );
  }
  const states = own(value, 'States');
  if (isObject(states)) return value;
  if (states !== undefined) return 'States must be an object that maps names to states.';
  if (own(value, 'Resources') !== undefined) {
    return 'This is a CloudFormation or SAM template. Open the definition inside it: the object with StartAt and States.';
  }
  return 'This is not a state machine: it has no States. Add "StartAt" and "States".';
}

function placeOf({ at, root }: SyntaxTree): number {
  return at + (root.kind === 'object' ? (memberOf(root, 'States')?.at ?? 0) : 0);
}
