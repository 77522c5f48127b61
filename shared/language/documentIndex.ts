import type { JsonObject, JsonPath, JsonValue } from '../base/index';
import {
  Lines,
  nodeAt,
  parseDocument,
  readingOf,
  textOfVersion,
  type ParseProblem,
  type PlacedNode,
  type SourceFormat,
  type SyntaxTree,
  type Version,
  type WorkflowDocument,
} from '../workflow/index';

/**
 * A text with what all providers ask of it. One for each text; the index of the next text shares tree nodes and states with
 * the one before, because versions of a document do.
 */
export interface DocumentIndex {
  readonly text: string;
  readonly format: SourceFormat;
  readonly lines: Lines;
  /** Of text that cannot be read, where things stand as far as can be told. */
  readonly tree: SyntaxTree;
  /** Why the text is no definition; null where it is one. */
  readonly problem: ParseProblem | null;
  /** The last text that could be read. Edits are made in it. */
  readonly document: WorkflowDocument | null;
  /** What the text says, also while it cannot be read. Made when it is first asked for. */
  definition(): JsonObject;
  valueAt(path: JsonPath): JsonValue | undefined;
  placeOf(path: JsonPath): PlacedNode | null;
}

const indices = new WeakMap<object, DocumentIndex>();

/** The index of a version of a document. The same version gives the same index. */
export function indexVersion(version: Version, format: SourceFormat): DocumentIndex {
  const key = version.broken ?? version.document?.source ?? version;
  const known = indices.get(key);
  if (known && known.document === version.document) return known;
  const text = textOfVersion(version);
  const reading = readingOf(version, format);
  const index: DocumentIndex = {
    text,
    format,
    lines: new Lines(text),
    get tree() {
      return reading.tree;
    },
    problem: version.broken?.problem ?? null,
    document: version.document,
    definition: () => reading.definition(),
    valueAt: (path) => reading.valueAt(path),
    placeOf: (path) => nodeAt(reading.tree, path),
  };
  indices.set(key, index);
  return index;
}

/** The index of a text that is no document of the app. @param former of the text before it, whose parts it shares */
export function indexText(text: string, format: SourceFormat, former?: DocumentIndex): DocumentIndex {
  const before = former?.document ?? null;
  const parsed = parseDocument({ text, format, ...(before ? { former: before.definition } : {}) });
  const version: Version = parsed.ok
    ? { document: parsed.value.document, broken: null }
    : { document: before, broken: { text, problem: parsed.problem } };
  return indexVersion(version, format);
}
