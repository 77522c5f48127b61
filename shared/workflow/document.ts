import type { JsonObject, JsonPath } from '../base/json';
import type { Sidecar } from './sidecar';
import { emptySidecar } from './sidecar';
import { parseJson } from './text/jsonParser';
import { reprintJson } from './text/jsonReprint';
import { defaultStyle, printJson } from './text/jsonStyle';
import { lineColumnAt, membersByKey, type LineColumn, type SyntaxNode } from './text/syntax';
import { parseYaml } from './text/yamlParser';
import { printYaml, reprintYaml } from './text/yamlReprint';

export type SourceFormat = 'json' | 'yaml';

/** The text that a definition was read from or is written as. */
export interface Source {
  readonly format: SourceFormat;
  readonly text: string;
}

/** An open workflow: the definition, the text it stands in, and what lives beside it. Immutable; versions share structure. */
export interface WorkflowDocument {
  readonly definition: JsonObject;
  readonly source: Source;
  readonly sidecar: Sidecar;
}

/** A machine without states. */
export function newDocument(
  format: SourceFormat = 'json',
  queryLanguage: 'JSONPath' | 'JSONata' = 'JSONata',
): WorkflowDocument {
  const definition: JsonObject = {
    Comment: '',
    ...(queryLanguage === 'JSONata' ? { QueryLanguage: 'JSONata' } : {}),
    StartAt: '',
    States: {},
  };
  return { definition, source: { format, text: printAs(definition, format) }, sidecar: emptySidecar };
}

/** The text of the document, byte for byte what was parsed where nothing was edited. */
export function printDocument(document: WorkflowDocument): string {
  return document.source.text;
}

/** A definition as new text in a format, without regard to any text it came from. */
export function printAs(definition: JsonObject, format: SourceFormat): string {
  return format === 'json' ? `${printJson(definition, defaultStyle)}\n` : printYaml(definition);
}

/** The text of the document in a format; its own text when that is its format already. */
export function exportText(document: WorkflowDocument, format: SourceFormat): string {
  return document.source.format === format ? document.source.text : printAs(document.definition, format);
}

/** The document with another definition. Its text changes only where the definitions differ. */
export function withDefinition(document: WorkflowDocument, definition: JsonObject): WorkflowDocument {
  if (definition === document.definition) return document;
  const { source } = document;
  return { ...document, definition, source: { format: source.format, text: reprint(document, definition) } };
}

function reprint(document: WorkflowDocument, definition: JsonObject): string {
  const { text, format } = document.source;
  if (format === 'json') {
    const tree = treeOf(document);
    return tree ? reprintJson(text, tree, document.definition, definition) : printAs(definition, format);
  }
  const parsed = parseYaml(text);
  return parsed.ok
    ? reprintYaml(text, parsed.value.document, document.definition, definition)
    : printAs(definition, format);
}

const trees = new WeakMap<Source, SyntaxNode>();

function treeOf(document: WorkflowDocument): SyntaxNode | null {
  const { source } = document;
  const known = trees.get(source);
  if (known) return known;
  const parsed = source.format === 'json' ? parseJson(source.text) : parseYaml(source.text);
  if (!parsed.ok) return null;
  trees.set(source, parsed.value.tree);
  return parsed.value.tree;
}

/** Saves a second parse of a text that was parsed just now. */
export function rememberTree(source: Source, tree: SyntaxNode): void {
  trees.set(source, tree);
}

/** Where something stands in the text: offsets in UTF-16 units, line and column from 1. */
export interface Location extends LineColumn {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the value at a path stands in the text; with `key`, where its key stands.
 * A path that leads nowhere gives the nearest place that exists.
 */
export function locate(document: WorkflowDocument, path: JsonPath, key = false): Location | null {
  let node = treeOf(document);
  if (!node) return null;
  let place = { start: node.start, end: node.end };
  for (const [index, step] of path.entries()) {
    if (node.kind === 'object') {
      const member = membersByKey(node).get(String(step));
      if (!member) break;
      node = member.value;
      const last = index === path.length - 1;
      place = key && last ? { start: member.keyStart, end: member.keyEnd } : { start: node.start, end: node.end };
    } else if (node.kind === 'array' && typeof step === 'number') {
      const item: SyntaxNode | undefined = node.items[step];
      if (!item) break;
      node = item;
      place = { start: node.start, end: node.end };
    } else break;
  }
  return { ...place, ...lineColumnAt(document.source.text, place.start) };
}
