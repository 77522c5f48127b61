import {
  isMap,
  isScalar,
  isSeq,
  stringify,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isArray, isObject, jsonEqual, own, type JsonArray, type JsonObject, type JsonValue } from '../../base/json';
import { diffMembers } from './memberDiff';
import { applySplices, type Splice } from './splice';
import { hasReferences, isContainer, keyNameOf, parseYaml } from './yamlParser';

/**
 * The YAML text of `next`, made from the text of `old` by changing only the lines that differ, so that comments stay.
 * Where lines cannot be changed alone (anchors, unusual layout), the document is written anew with its comments.
 */
export function reprintYaml(text: string, document: Document, old: JsonValue, next: JsonValue): string {
  if (jsonEqual(old, next) && sameOrder(old, next)) return text;
  if (!hasReferences(document)) {
    const splicer = new Splicer(text);
    if (splicer.value(document.contents as Node | null, old, next)) {
      const spliced = applySplices(text, splicer.splices);
      if (reads(spliced, next)) return spliced;
    }
  }
  const merged = mergeInto(text, next);
  const anew = reads(merged, next) ? merged : printYaml(next, indentOf(text));
  return text.includes('\r\n') ? anew.replace(/\r?\n/g, '\r\n') : anew;
}

export function printYaml(value: JsonValue, indent = 2): string {
  return stringify(value, { lineWidth: 0, indent, aliasDuplicateObjects: false });
}

function reads(text: string, value: JsonValue): boolean {
  const parsed = parseYaml(text);
  return parsed.ok && jsonEqual(parsed.value.value, value);
}

function sameOrder(a: JsonValue, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function indentOf(text: string): number {
  return Math.min(8, Math.max(2, /:\s*\n( +)\S/.exec(text)?.[1]?.length ?? 2));
}

/** Keeps the nodes, and with them the comments, of everything that did not change. */
function mergeInto(text: string, next: JsonValue): string {
  const parsed = parseYaml(text);
  if (!parsed.ok) return '';
  const { document } = parsed.value;
  const merge = (node: unknown, value: JsonValue): unknown => {
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
    return isScalar(node) && node.value === value ? node : document.createNode(value);
  };
  document.contents = merge(document.contents, next) as typeof document.contents;
  return document.toString({ lineWidth: 0, indent: indentOf(text) });
}

class Splicer {
  readonly splices: Splice[] = [];
  private readonly indent: number;
  private readonly eol: string;

  constructor(private readonly text: string) {
    this.indent = indentOf(text);
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** Whether the change could be written as splices. */
  value(node: Node | null, old: JsonValue, next: JsonValue): boolean {
    if (jsonEqual(old, next) && sameOrder(old, next)) return true;
    if (isMap(node) && !node.flow && isObject(old) && isObject(next)) return this.map(node, old, next);
    if (isSeq(node) && !node.flow && isArray(old) && isArray(next) && next.length > 0) return this.seq(node, old, next);
    if (!node?.range) return false;
    if (isContainer(next) && !isFlow(node)) return false;
    return this.put(node.range[0], node.range[1], this.inline(next));
  }

  private map(node: YAMLMap, old: JsonObject, next: JsonObject): boolean {
    const pairs = node.items as Pair<Node, Node | null>[];
    const named = new Map(pairs.map((pair) => [keyNameOf(pair.key), pair]));
    if (named.size !== pairs.length) return false;
    const changes = diffMembers([...named.keys()], old, next);
    const first = pairs[0]?.key.range?.[0];
    if (
      !changes ||
      first === undefined ||
      !changes.some((change) => change.kind === 'keep' || change.kind === 'rename')
    ) {
      return false;
    }
    const column = this.columnOf(first);
    let anchor: Pair<Node, Node | null> | undefined;
    for (const change of changes) {
      if (change.kind === 'add') {
        if (!this.addPair(change.key, change.value, column, anchor, first)) return false;
        continue;
      }
      const key = change.kind === 'rename' ? change.from : change.key;
      const pair = named.get(key);
      if (!pair?.key.range) return false;
      if (change.kind === 'remove') {
        if (pair.key.range[0] === first && this.onSharedLine(first)) return false;
        if (!this.removeLines(pair.key.range[0], this.endOf(pair))) return false;
        continue;
      }
      anchor = pair;
      const before = own(old, key) ?? null;
      if (change.kind === 'rename' && !jsonEqual(before, change.value)) {
        if (!this.replacePair(pair, change.key, change.value, column)) return false;
        continue;
      }
      if (change.kind === 'rename') this.put(pair.key.range[0], pair.key.range[1], this.inline(change.key));
      const splices = this.splices.length;
      if (!this.value(pair.value, before, change.value)) {
        this.splices.length = splices;
        if (!this.replacePair(pair, change.key, change.value, column)) return false;
      }
    }
    return true;
  }

  private seq(node: YAMLSeq, old: JsonArray, next: JsonArray): boolean {
    const items = node.items as Node[];
    const shorter = Math.min(old.length, next.length);
    let head = 0;
    while (head < shorter && jsonEqual(old[head], next[head])) head++;
    let tail = 0;
    while (tail < shorter - head && jsonEqual(old[old.length - 1 - tail], next[next.length - 1 - tail])) tail++;
    const pairs = shorter - head - tail;
    for (let index = head; index < head + pairs; index++) {
      if (!this.value(items[index] ?? null, old[index] ?? null, next[index] ?? null)) return false;
    }
    for (let index = head + pairs; index < old.length - tail; index++) {
      const item = items[index];
      const dash = item?.range ? this.dashOf(item.range[0]) : -1;
      if (!item?.range || dash < 0 || !this.removeLines(dash, item.range[1])) return false;
    }
    const added = next.slice(head + pairs, next.length - tail);
    if (added.length === 0) return true;
    const first = items[0]?.range?.[0];
    if (first === undefined) return false;
    const dash = this.dashOf(first);
    if (dash < 0) return false;
    const column = this.columnOf(dash);
    const text = this.shifted(printYaml(added, this.indent), column);
    const before = items[head + pairs - 1];
    if (!before?.range) return this.insertAtLine(dash, text);
    return this.insertAfter(before.range[1], text);
  }

  private addPair(
    key: string,
    value: JsonValue,
    column: number,
    anchor: Pair<Node, Node | null> | undefined,
    first: number,
  ) {
    const text = this.shifted(printYaml({ [key]: value }, this.indent), column);
    return anchor ? this.insertAfter(this.endOf(anchor), text) : this.insertAtLine(first, text);
  }

  private replacePair(pair: Pair<Node, Node | null>, key: string, value: JsonValue, column: number): boolean {
    if (!pair.key.range) return false;
    const text = this.shifted(printYaml({ [key]: value }, this.indent), column)
      .trimStart()
      .trimEnd();
    return this.put(pair.key.range[0], this.trimmedEnd(this.endOf(pair)), text);
  }

  private endOf(pair: Pair<Node, Node | null>): number {
    return pair.value?.range?.[1] ?? this.text.indexOf(':', pair.key.range?.[1] ?? 0) + 1;
  }

  private put(start: number, end: number, text: string): boolean {
    this.splices.push({ start, end: Math.max(start, this.trimmedEnd(end)), text: text.replaceAll('\n', this.eol) });
    return true;
  }

  /** Ranges of block values reach over the line break; what is replaced must not. */
  private trimmedEnd(end: number): number {
    return this.text.slice(0, end).trimEnd().length;
  }

  private inline(value: JsonValue): string {
    return isContainer(value)
      ? JSON.stringify(value)
      : stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
  }

  private shifted(text: string, column: number): string {
    const pad = ' '.repeat(column);
    return text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? line : pad + line))
      .join('\n');
  }

  private columnOf(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  /** Whether something other than spaces stands before the place on its line, such as the dash of a list. */
  private onSharedLine(offset: number): boolean {
    return this.text.slice(offset - this.columnOf(offset), offset).trim() !== '';
  }

  private dashOf(offset: number): number {
    const dash = this.text.lastIndexOf('-', offset);
    return dash >= 0 && this.text.slice(dash + 1, offset).trim() === '' ? dash : -1;
  }

  private insertAfter(offset: number, text: string): boolean {
    const line = this.text.indexOf('\n', this.trimmedEnd(offset));
    if (line < 0)
      this.splices.push({
        start: this.text.length,
        end: this.text.length,
        text: this.eol + text.replaceAll('\n', this.eol),
      });
    else this.splices.push({ start: line + 1, end: line + 1, text: text.replaceAll('\n', this.eol) + this.eol });
    return true;
  }

  private insertAtLine(offset: number, text: string): boolean {
    if (this.onSharedLine(offset)) return false;
    const line = offset - this.columnOf(offset);
    this.splices.push({ start: line, end: line, text: text.replaceAll('\n', this.eol) + this.eol });
    return true;
  }

  private removeLines(start: number, end: number): boolean {
    if (this.onSharedLine(start)) return false;
    const from = start - this.columnOf(start);
    const line = this.text.indexOf('\n', this.trimmedEnd(end));
    this.splices.push({ start: from, end: line < 0 ? this.text.length : line + 1, text: '' });
    return true;
  }
}

function isFlow(node: Node): boolean {
  return ((isMap(node) || isSeq(node)) && node.flow === true) || false;
}
