import { type JsonObject, type JsonValue, type Result, fail, isArray, isObject, ok, own } from '../base/index';
import { rememberTree, type Source, type SourceFormat, type WorkflowDocument } from './document';
import { emptySidecar, parseSidecar } from './sidecar';
import { parseJson } from './text/jsonParser';
import { Lines } from './text/lines';
import { problemAt, type ParseProblem } from './text/problem';
import { sharingObject } from './text/sharing';
import { memberOf, type SyntaxNode, type SyntaxTree } from './text/syntax';
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

/** A value of a text, and where it stands in it. */
export interface PlacedValue {
  readonly value: JsonValue;
  readonly node: SyntaxNode;
  readonly start: number;
}

/** Reads any text, such as a template that a definition stands in; null when it cannot be read. */
export function readPlaced(text: string, format: SourceFormat): PlacedValue | null {
  const parsed = format === 'json' ? parseJson(text) : parseYaml(text);
  if (!parsed.ok) return null;
  const { value, tree } = parsed.value;
  return { value, node: tree.root, start: tree.at };
}

/** The value of a key, or of an index, in one that is placed; null when there is none, or no place of its own. */
export function placedIn({ value, node, start }: PlacedValue, step: string | number): PlacedValue | null {
  const inside =
    node.kind === 'object'
      ? memberOf(node, String(step))
      : node.kind === 'array'
        ? node.items[Number(step)]
        : undefined;
  const held = isObject(value) ? own(value, String(step)) : isArray(value) ? value[Number(step)] : undefined;
  return inside && held !== undefined ? { value: held, node: inside.value, start: start + inside.at } : null;
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
