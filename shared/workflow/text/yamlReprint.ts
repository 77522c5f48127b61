import { isAlias, isMap, isNode, isScalar, isSeq, visit } from 'yaml';
import { type JsonObject, type JsonValue, isArray, isObject, jsonEqual } from '../../base/index';
import { Places } from './places';
import { applySplices, type Splice } from './splice';
import type { SyntaxTree } from './syntax';
import { carriedYamlTree } from './yamlCarry';
import { keyNameOf, parseYaml, valueOfNode } from './yamlParser';
import { YamlLines } from './yamlLines';
import { YamlSplicer } from './yamlSplices';
import type { Reach } from './yamlChange';
import { indentOf, printYaml } from './yamlStyle';
import { withoutAliases } from './yamlUnaliased';

export interface Reprinted {
  readonly text: string;
  readonly tree: SyntaxTree | null;
  /** What was changed in the text before; null where it was written anew. */
  readonly splices: readonly Splice[] | null;
}

/**
 * The YAML text of `next`, made from the text of `old` by changing only the lines that differ, so that comments stay.
 * Where an alias would lose its anchor, aliases are written out; where lines cannot be changed alone (unusual layout), the
 * document is written anew with its comments.
 */
export function reprintYaml(text: string, tree: SyntaxTree, old: JsonObject, next: JsonObject): Reprinted {
  const lines = new YamlLines(text);
  const places = new Places(tree, old);
  let touched = new Set<JsonValue>();
  const anchorsBefore = anchorNames(text);
  // Each try changes more than the one before: as it stands, what was anchored and changed written out, all aliases
  // written out where anchors move.
  const tries: (() => Reach)[] = [
    ...(anchorsBefore.length > 0 ? [() => ({ expand: null, anchors: true })] : []),
    () => ({ expand: null, anchors: false }),
    () => ({ expand: touched, anchors: false }),
    () => ({ expand: touched, anchors: false, scalars: true }),
    () => ({ expand: 'all', anchors: true }),
  ];
  for (const reachOf of tries) {
    const change = {
      lines,
      places,
      indent: indentOf(text),
      reach: reachOf(),
      touched: new Set<JsonValue>(),
      taken: new Set<number>(),
    };
    const splicer = new YamlSplicer(change);
    const made = splicer.value(tree.root, tree.at, old, next);
    if (change.reach.expand === null) touched = change.touched;
    if (!made) continue;
    const splices = splicer.finished();
    const spliced = applySplices(text, splices);
    // A copy must not take its anchor along: aliases would mean the copy.
    if (change.reach.expand === null && change.reach.anchors && anchorNames(spliced).length > anchorsBefore.length)
      continue;
    const carried = carriedYamlTree({ tree, text, splices, spliced, old, next });
    if (carried) return { text: spliced, tree: carried, splices };
    const read = reading(spliced, next);
    if (read) return { text: spliced, tree: read, splices };
    // Without aliases, further tries would say the same.
    if (tree.plain && anchorsBefore.length === 0) break;
  }
  const again = reprintUnaliased(text, tree, old, next);
  if (again) return again;
  const merged = mergeInto(text, next);
  const read = reading(merged, next);
  const anew = read ? merged : printYaml(next, indentOf(text));
  if (!text.includes('\r\n')) return { text: anew, tree: read, splices: null };
  return { text: anew.replace(/\r?\n/g, '\r\n'), tree: null, splices: null };
}

function anchorNames(text: string): readonly string[] {
  return text.match(/(?<=^|\s)&\S+/gm) ?? [];
}

/** The same after all aliases have been written out, as where one would come to stand before its anchor. */
function reprintUnaliased(text: string, tree: SyntaxTree, old: JsonObject, next: JsonObject): Reprinted | null {
  const unaliased = tree.plain ? null : withoutAliases(text);
  if (unaliased === null || unaliased === text) return null;
  const read = reading(unaliased, old);
  return read && { ...reprintYaml(unaliased, read, old, next), splices: null };
}

/** The tree of a text that says just this value; null when it says something else. */
function reading(text: string, value: JsonValue): SyntaxTree | null {
  const parsed = parseYaml(text);
  return parsed.ok && jsonEqual(parsed.value.value, value) ? parsed.value.tree : null;
}

/**
 * Keeps the nodes, and with them the comments, of everything that did not change. Empty where that cannot be.
 */
function mergeInto(text: string, next: JsonValue): string {
  const parsed = parseYaml(text);
  if (!parsed.ok) return '';
  const { document } = parsed.value;
  // Taken before anything moves: an alias cannot be resolved once its anchor is gone.
  const means = new Map<unknown, JsonValue>();
  visit(document, { Alias: (_key, alias) => void means.set(alias, alias.toJS(document) as JsonValue) });
  const merge = (node: unknown, value: JsonValue): unknown => {
    // What a tag gives has to be taken whole.
    if (isNode(node) && !isAlias(node) && node.tag?.startsWith('!')) {
      return jsonEqual(valueOfNode(node), value) ? node : document.createNode(value);
    }
    if (isMap(node) && isObject(value)) {
      const pairs = new Map(node.items.map((pair) => [keyNameOf(pair.key), pair]));
      node.items = Object.entries(value).map(([key, item]) => {
        const pair = pairs.get(key);
        if (!pair) return document.createPair(key, item);
        pair.value = merge(pair.value, item);
        return pair;
      });
      return node;
    }
    if (isSeq(node) && isArray(value)) {
      node.items = value.map((item, index) => merge(node.items[index], item));
      return node;
    }
    if (isAlias(node) && jsonEqual(means.get(node), value)) return node;
    return isScalar(node) && node.value === value ? node : document.createNode(value);
  };
  document.contents = merge(document.contents, next) as typeof document.contents;
  try {
    return document.toString({ lineWidth: 0, indent: indentOf(text) });
  } catch {
    // An alias would stand before its anchor, or without it; the package throws errors of several kinds then.
    return '';
  }
}
