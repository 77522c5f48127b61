import { type JsonObject, type JsonPath, forgetOrigins, isObject, jsonEqual } from '../base/index';
import type { Sidecar } from './sidecar';
import { emptySidecar } from './sidecar';
import { textHunks } from './text/hunks';
import { withoutComments } from './text/jsonExtras';
import { parseJson, readJsonTree } from './text/jsonParser';
import { jsonSplices } from './text/jsonReprint';
import { defaultStyle, printJson } from './text/jsonStyle';
import { Lines, type LineColumn } from './text/lines';
import { withNumberTexts, withoutNumberTexts } from './text/numberTexts';
import { Reusable } from './text/reuse';
import { sharingObject } from './text/sharing';
import { applySplices, type Splice } from './text/splice';
import { memberOf, type SyntaxTree } from './text/syntax';
import { carriedYamlTree } from './text/yamlCarry';
import { parseYaml } from './text/yamlParser';
import { reprintYaml, type Reprinted } from './text/yamlReprint';
import { printYaml } from './text/yamlStyle';

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

/** The text of the document in a format; its own text when that is its format already, without comments that JSON has not. */
export function exportText(document: WorkflowDocument, format: SourceFormat): string {
  const { source } = document;
  if (source.format !== format) return printAs(definitionAsWritten(document), format);
  return format === 'json' && treeOf(source)?.plain === false ? withoutComments(source.text) : source.text;
}

/**
 * The definition with its numbers as the text has them, to be printed elsewhere: in another format, on a clipboard.
 * @param placeholders whether placeholders without quotes are to be printed so, in JSON
 */
export function definitionAsWritten({ definition, source }: WorkflowDocument, placeholders = false): JsonObject {
  const tree = treeOf(source);
  const written = tree
    ? withNumberTexts(definition, source.text, tree, placeholders && source.format === 'json')
    : definition;
  return isObject(written) ? written : definition;
}

/**
 * The document with another definition. Its text changes only where the definitions differ, and its definition shares
 * with the former one what is equal in the same place. Numbers may carry their text, as those of a clipboard do: they are
 * written so, and are plain in the document.
 */
export function withDefinition(document: WorkflowDocument, definition: JsonObject): WorkflowDocument {
  const next = sharingObject(document.definition, definition);
  if (next === document.definition) return document;
  const { format } = document.source;
  const plain = withoutNumberTexts(next, document.definition) as JsonObject;
  const { text, tree, splices } = reprint(document, next, plain);
  forgetOrigins();
  const source: Source = { format, text };
  if (tree) rememberTree(source, tree);
  if (splices) edits.set(source, splices);
  return { ...document, definition: plain, source };
}

/**
 * The document with changes in its text, and the definition that the text then says. The caller knows that it does,
 * as the undo history does of a document that was there before.
 */
export function withText(
  document: WorkflowDocument,
  splices: readonly Splice[],
  definition: JsonObject,
): WorkflowDocument {
  if (splices.length === 0) return { ...document, definition };
  const { format, text } = document.source;
  const spliced = applySplices(text, splices);
  const source: Source = { format, text: spliced };
  const tree = trees.get(document.source);
  if (tree) {
    const carried =
      format === 'json'
        ? carriedJsonTree(spliced, tree, splices)
        : carriedYamlTree({ tree, text, splices, spliced, old: document.definition, next: definition });
    if (carried) rememberTree(source, carried);
  }
  return { ...document, definition, source };
}

function carriedJsonTree(spliced: string, tree: SyntaxTree, splices: readonly Splice[]): SyntaxTree | null {
  const carried = readJsonTree(spliced, new Reusable(tree, splices));
  // What was taken over may hold comments, too.
  return carried.ok ? { ...carried.value, plain: carried.value.plain && tree.plain } : null;
}

/** @param plain what the text shall say: `next` with plain numbers */
function reprint({ source, definition }: WorkflowDocument, next: JsonObject, plain: JsonObject): Reprinted {
  const { text, format } = source;
  const tree = treeOf(source);
  if (!tree) return { text: printAs(next, format), tree: null, splices: null };
  if (format === 'yaml') return reprintYaml(text, tree, definition, next);
  const splices = jsonSplices(text, tree, definition, next);
  const spliced = applySplices(text, splices);
  const carried = carriedJsonTree(spliced, tree, splices);
  // A comment can stand where no splice expects it; then the values matter more than the layout.
  if (!tree.plain && !says(spliced, plain)) return { text: printAs(next, 'json'), tree: null, splices: null };
  return { text: spliced, tree: carried, splices };
}

function says(text: string, value: JsonObject): boolean {
  const read = parseJson(text);
  return read.ok && jsonEqual(read.value.value, value);
}

/** How the texts came about that an edit wrote. */
const edits = new WeakMap<Source, readonly Splice[]>();

/**
 * What an edit changed in the text: each place that it meant, also where the texts alone could be read as other changes.
 * Of documents that are further apart, what differs.
 */
export function splicesBetween(before: WorkflowDocument, edited: WorkflowDocument): readonly Splice[] {
  const [from, to] = [before.source.text, edited.source.text];
  const written = edits.get(edited.source);
  return written && applySplices(from, written) === to ? written : textHunks(from, to);
}

/**
 * The trees of texts that somebody holds. An edit makes the tree of its text from the one before, so a text is parsed
 * once, when it is opened or typed.
 */
const trees = new WeakMap<Source, SyntaxTree>();

/** Where the values of a text stand; null when it cannot be read. */
export function treeOf(source: Source): SyntaxTree | null {
  const known = trees.get(source);
  if (known) return known;
  const parsed = source.format === 'json' ? parseJson(source.text) : parseYaml(source.text);
  if (!parsed.ok) return null;
  rememberTree(source, parsed.value.tree);
  return parsed.value.tree;
}

/** Saves a second parse of a text that was parsed just now. */
export function rememberTree(source: Source, tree: SyntaxTree): void {
  trees.set(source, tree);
}

const lineTables = new WeakMap<Source, Lines>();

function linesOf(source: Source): Lines {
  const known = lineTables.get(source) ?? new Lines(source.text);
  lineTables.set(source, known);
  return known;
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
  const { source } = document;
  const tree = treeOf(source);
  if (!tree) return null;
  let node = tree.root;
  let start = tree.at;
  let place = { start, end: start + node.length };
  for (const [index, step] of path.entries()) {
    if (node.kind === 'object') {
      const member = memberOf(node, String(step));
      if (!member) break;
      const keyStart = start + member.keyAt;
      node = member.value;
      start += member.at;
      const last = index === path.length - 1;
      place = key && last ? { start: keyStart, end: keyStart + member.keyLength } : { start, end: start + node.length };
    } else if (node.kind === 'array' && typeof step === 'number') {
      const item = node.items[step];
      if (!item) break;
      node = item.value;
      start += item.at;
      place = { start, end: start + node.length };
    } else break;
  }
  return { ...place, ...linesOf(source).at(place.start) };
}
