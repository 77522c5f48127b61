import { isArray, isObject, jsonEqual, type JsonArray, type JsonObject, type JsonValue } from '../../base/json';
import { indentationAt, printJson, reindent, styleOf, type JsonStyle, type Slices } from './jsonStyle';
import { diffMembers, type MemberChange } from './memberDiff';
import { applySplices, type Splice } from './splice';
import { membersByKey, type ArrayNode, type MemberNode, type ObjectNode, type SyntaxNode } from './syntax';

/**
 * The text of `next`, made from the text of `old` by changing only what differs: layout, number texts, duplicate keys
 * and everything else that the values do not say stay as they are.
 */
export function reprintJson(text: string, tree: SyntaxNode, old: JsonValue, next: JsonValue): string {
  const printer = new Reprinter(text, tree, old);
  printer.value(tree, old, next);
  return applySplices(text, printer.splices);
}

type Members = ReadonlyMap<string, MemberNode>;

class Reprinter {
  readonly splices: Splice[] = [];
  private readonly style: JsonStyle;
  private places: Map<JsonValue, SyntaxNode> | null = null;

  constructor(
    private readonly text: string,
    private readonly tree: SyntaxNode,
    private readonly old: JsonValue,
  ) {
    this.style = styleOf(text);
  }

  value(node: SyntaxNode, old: JsonValue, next: JsonValue): void {
    if (old === next || jsonEqualInOrder(old, next)) return;
    if (node.kind === 'object' && isObject(old) && isObject(next)) this.object(node, old, next);
    else if (node.kind === 'array' && isArray(old) && isArray(next)) this.array(node, old, next);
    else this.replace(node, next);
  }

  private object(node: ObjectNode, old: JsonObject, next: JsonObject): void {
    const members = membersByKey(node);
    const keys = node.members.filter((member) => members.get(member.key) === member).map((member) => member.key);
    const changes = diffMembers(keys, old, next);
    if (!changes || !changes.some((change) => change.kind === 'keep' || change.kind === 'rename')) {
      this.replace(node, next);
      return;
    }
    const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.key] : [])));
    this.removeRuns(node, (member) => removed.has(member.key));
    for (const change of changes) this.keepOrRename(members, old, change);
    this.insertMembers(node, members, changes);
  }

  private keepOrRename(members: Members, old: JsonObject, change: MemberChange): void {
    if (change.kind !== 'keep' && change.kind !== 'rename') return;
    const from = change.kind === 'keep' ? change.key : change.from;
    const member = members.get(from);
    if (!member) return;
    if (change.kind === 'rename') {
      this.splices.push({ start: member.keyStart, end: member.keyEnd, text: JSON.stringify(change.key) });
    }
    this.value(member.value, old[from] ?? null, change.value);
  }

  /** Removes members together with the comma and the line break that belong to them. */
  private removeRuns(node: ObjectNode, gone: (member: MemberNode) => boolean): void {
    const { members } = node;
    const firstKept = members.findIndex((member) => !gone(member));
    const head = members[firstKept];
    const first = members[0];
    if (head && first && firstKept > 0) this.splices.push({ start: first.keyStart, end: head.keyStart, text: '' });
    for (let index = firstKept + 1; index < members.length; index++) {
      const member = members[index];
      const before = members[index - 1];
      if (member && before && gone(member)) {
        this.splices.push({ start: before.value.end, end: member.value.end, text: '' });
      }
    }
  }

  private insertMembers(node: ObjectNode, members: Members, changes: readonly MemberChange[]): void {
    let anchor: MemberNode | undefined;
    const first = node.members[0];
    const lines = first !== undefined && this.text.slice(node.start, first.keyStart).includes('\n');
    const indentation =
      first && lines ? indentationAt(this.text, first.keyStart) : indentationAt(this.text, node.start);
    const gap = lines ? `${this.style.eol}${indentation}` : this.style.colon === ':' ? '' : ' ';
    const waiting: string[] = [];
    for (const change of changes) {
      if (change.kind === 'remove') continue;
      if (change.kind === 'add') {
        const text = JSON.stringify(change.key) + this.style.colon + this.print(change.value, indentation, lines);
        if (anchor) this.splices.push({ start: anchor.value.end, end: anchor.value.end, text: `,${gap}${text}` });
        else waiting.push(text);
        continue;
      }
      anchor = members.get(change.kind === 'keep' ? change.key : change.from);
      if (anchor && waiting.length > 0) {
        const text = waiting
          .splice(0)
          .map((item) => `${item},${gap}`)
          .join('');
        this.splices.push({ start: anchor.keyStart, end: anchor.keyStart, text });
      }
    }
  }

  private array(node: ArrayNode, old: JsonArray, next: JsonArray): void {
    const shorter = Math.min(old.length, next.length);
    let head = 0;
    while (head < shorter && jsonEqualInOrder(old[head], next[head])) head++;
    let tail = 0;
    while (tail < shorter - head && jsonEqualInOrder(old[old.length - 1 - tail], next[next.length - 1 - tail])) tail++;
    const pairs = shorter - head - tail;
    for (let index = head; index < head + pairs; index++) {
      const item = node.items[index];
      const value = next[index] ?? null;
      if (!item) continue;
      // An item that only changed its place moves as it stands.
      if (typeof value === 'object' && value !== null && old.includes(value)) this.replace(item, value);
      else this.value(item, old[index] ?? null, value);
    }
    if (old.length > next.length) this.removeItems(node, head + pairs, old.length - tail);
    else if (next.length > old.length)
      this.insertItems(node, head + pairs, next.slice(head + pairs, next.length - tail));
  }

  private removeItems(node: ArrayNode, from: number, to: number): void {
    const first = node.items[from];
    const last = node.items[to - 1];
    const before = node.items[from - 1];
    const after = node.items[to];
    if (!first || !last) return;
    if (before) this.splices.push({ start: before.end, end: last.end, text: '' });
    else if (after) this.splices.push({ start: first.start, end: after.start, text: '' });
    else this.splices.push({ start: node.start, end: node.end, text: '[]' });
  }

  private insertItems(node: ArrayNode, at: number, values: readonly JsonValue[]): void {
    const first = node.items[0];
    if (!first) {
      this.replace(node, values);
      return;
    }
    const lines = this.text.slice(node.start, first.start).includes('\n');
    const indentation = lines ? indentationAt(this.text, first.start) : indentationAt(this.text, node.start);
    const gap = lines ? `${this.style.eol}${indentation}` : this.style.colon === ':' ? '' : ' ';
    const texts = values.map((value) => this.print(value, indentation, lines));
    const before = node.items[at - 1];
    if (before) {
      this.splices.push({ start: before.end, end: before.end, text: texts.map((text) => `,${gap}${text}`).join('') });
    } else {
      this.splices.push({ start: first.start, end: first.start, text: texts.map((text) => `${text},${gap}`).join('') });
    }
  }

  private replace(node: SyntaxNode, next: JsonValue): void {
    const lines = this.style.indent !== null;
    const text = this.print(next, indentationAt(this.text, node.start), lines);
    this.splices.push({ start: node.start, end: node.end, text });
  }

  private print(value: JsonValue, indentation: string, lines: boolean): string {
    const style = lines ? this.style : { ...this.style, indent: null };
    return printJson(value, style, indentation, lines ? this.slices : undefined);
  }

  /** A value that stood elsewhere in the text keeps its layout and the text of its numbers. */
  private readonly slices: Slices = (value, indentation) => {
    this.places ??= placesOf(this.tree, this.old);
    const node = this.places.get(value);
    if (!node) return null;
    return reindent(this.text.slice(node.start, node.end), indentationAt(this.text, node.start), indentation);
  };
}

function placesOf(tree: SyntaxNode, root: JsonValue): Map<JsonValue, SyntaxNode> {
  const places = new Map<JsonValue, SyntaxNode>();
  const walk = (node: SyntaxNode, value: JsonValue) => {
    if (node.kind === 'object' && isObject(value)) {
      places.set(value, node);
      for (const member of membersByKey(node).values()) walk(member.value, value[member.key] ?? null);
    } else if (node.kind === 'array' && isArray(value)) {
      places.set(value, node);
      for (const [index, item] of node.items.entries()) walk(item, value[index] ?? null);
    }
  };
  walk(tree, root);
  return places;
}

/** Equal with the keys in the same order: a definition whose keys moved has to be printed again. */
function jsonEqualInOrder(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (isArray(a)) return isArray(b) && a.length === b.length && a.every((item, i) => jsonEqualInOrder(item, b[i]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    const others = Object.keys(b);
    return (
      keys.length === others.length && keys.every((key, i) => key === others[i] && jsonEqualInOrder(a[key], b[key]))
    );
  }
  return jsonEqual(a, b);
}
