import { type JsonObject, type JsonPath, type JsonValue, isObject, objectFrom, valueAt } from '../base/index';
import type { Version } from './broken';
import { treeOf, type SourceFormat } from './document';
import { readBrokenJson, scalarIn } from './text/brokenJson';
import { textHunks } from './text/hunks';
import { Reusable } from './text/reuse';
import { sharingObject } from './text/sharing';
import type { SyntaxNode, SyntaxTree } from './text/syntax';
import { nodeAt } from './text/treePaths';
import { readBrokenYaml } from './text/yamlParser';

/** What a text says and where, also while it cannot be read as a definition. */
export interface Reading {
  readonly tree: SyntaxTree;
  /** The value at a path; undefined where there is none. */
  valueAt(path: JsonPath): JsonValue | undefined;
  /** The whole; an empty object where the text says no object. */
  definition(): JsonObject;
}

const nowhere: SyntaxTree = { at: 0, root: { kind: 'scalar', length: 0 }, plain: false };

/** The reading of a version's text. Of broken text it says what stands there, with objects of the last good one where they are equal. */
export function readingOf({ document, broken }: Version, format: SourceFormat): Reading {
  if (document && !broken) {
    const { definition, source } = document;
    return {
      tree: treeOf(source) ?? nowhere,
      valueAt: (path) => valueAt(definition, path),
      definition: () => definition,
    };
  }
  const text = broken?.text ?? '';
  const share = (value: JsonValue | undefined): JsonObject => {
    const read = isObject(value) ? value : {};
    return document ? sharingObject(document.definition, read) : read;
  };
  if (format === 'yaml') return brokenYaml(text, share);
  const old = document && treeOf(document.source);
  const reusable = old ? new Reusable(old, textHunks(document.source.text, text)) : null;
  const tree = readBrokenJson(text, reusable);
  let whole: JsonObject | null = null;
  return {
    tree,
    valueAt: (path) => {
      const placed = nodeAt(tree, path);
      return placed ? valueIn(text, placed.node, placed.start) : undefined;
    },
    definition: () => (whole ??= share(valueIn(text, tree.root, tree.at))),
  };
}

/** Read when it is first asked for: it takes as long as a whole parse. */
function brokenYaml(text: string, share: (value: JsonValue | undefined) => JsonObject): Reading {
  let found: { readonly tree: SyntaxTree; readonly definition: JsonObject } | null = null;
  const read = () => {
    if (found) return found;
    const { tree = nowhere, value } = readBrokenYaml(text) ?? {};
    return (found = { tree, definition: share(value) });
  };
  return {
    get tree() {
      return read().tree;
    },
    valueAt: (path) => valueAt(read().definition, path),
    definition: () => read().definition,
  };
}

function valueIn(text: string, node: SyntaxNode, start: number): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return scalarIn(text.slice(start, start + node.length));
    case 'array':
      return node.items.map(({ at, value }) => valueIn(text, value, start + at));
    case 'object':
      return objectFrom(node.members.map(({ key, at, value }) => [key, valueIn(text, value, start + at)]));
  }
}
