import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject } from '../../base/index';
import { indentationAt, printJson, reindent, styleOf, type JsonStyle, type Slices } from './jsonStyle';
import { jsonEqualInOrder } from './sharing';
import { diffMembers, type MemberChange } from './memberDiff';
import type { Splice } from './splice';
import {
  membersByKey,
  type ArrayNode,
  type ItemNode,
  type MemberNode,
  type ObjectNode,
  type SyntaxNode,
  type SyntaxTree,
} from './syntax';

/**
 * What to change in the text of `old` so that it says `next`: layout, number texts, duplicate keys and everything else
 * that the values do not say stay as they are.
 */
export function jsonSplices(text: string, tree: SyntaxTree, old: JsonValue, next: JsonValue): readonly Splice[] {
  const printer = new Reprinter(text, tree, old);
  printer.value(tree.root, tree.at, old, next);
  return printer.splices;
}

type Members = ReadonlyMap<string, MemberNode>;

class Reprinter {
  readonly splices: Splice[] = [];
  private readonly style: JsonStyle;
  private places: Map<JsonValue, Place> | null = null;

  constructor(
    private readonly text: string,
    private readonly tree: SyntaxTree,
    private readonly old: JsonValue,
  ) {
    this.style = styleOf(text);
  }

  value(node: SyntaxNode, start: number, old: JsonValue, next: JsonValue): void {
    if (old === next) return;
    if (node.kind === 'object' && isObject(old) && isObject(next)) this.object(node, start, old, next);
    else if (node.kind === 'array' && isArray(old) && isArray(next)) this.array(node, start, old, next);
    else if (!jsonEqualInOrder(old, next)) this.replace(node, start, next);
  }

  private object(node: ObjectNode, start: number, old: JsonObject, next: JsonObject): void {
    const members = membersByKey(node);
    const keys = node.members.filter((member) => members.get(member.key) === member).map((member) => member.key);
    const changes = diffMembers(keys, old, next);
    if (
      !changes ||
      (keys.length > 0 && !changes.some((change) => change.kind === 'keep' || change.kind === 'rename'))
    ) {
      this.replace(node, start, next);
      return;
    }
    if (keys.length === 0) {
      if (changes.length > 0) this.replace(node, start, next);
      return;
    }
    const removed = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.key] : [])));
    if (removed.size > 0) this.removeRuns(node, start, (member) => removed.has(member.key));
    for (const change of changes) this.keepOrRename(members, start, old, change);
    this.insertMembers(node, start, members, changes);
  }

  private keepOrRename(members: Members, start: number, old: JsonObject, change: MemberChange): void {
    if (change.kind !== 'keep' && change.kind !== 'rename') return;
    const from = change.kind === 'keep' ? change.key : change.from;
    const member = members.get(from);
    if (!member) return;
    if (change.kind === 'rename') {
      const at = start + member.keyAt;
      this.splices.push({ start: at, end: at + member.keyLength, text: JSON.stringify(change.key) });
    }
    this.value(member.value, start + member.at, old[from] ?? null, change.value);
  }

  /** Removes members together with the comma and the line break that belong to them. */
  private removeRuns(node: ObjectNode, start: number, gone: (member: MemberNode) => boolean): void {
    const { members } = node;
    const firstKept = members.findIndex((member) => !gone(member));
    const head = members[firstKept];
    const first = members[0];
    if (head && first && firstKept > 0) {
      this.splices.push({ start: start + first.keyAt, end: start + head.keyAt, text: '' });
    }
    for (let index = firstKept + 1; index < members.length; index++) {
      const member = members[index];
      const before = members[index - 1];
      if (member && before && gone(member)) {
        this.splices.push({ start: start + endOf(before), end: start + endOf(member), text: '' });
      }
    }
  }

  private insertMembers(node: ObjectNode, start: number, members: Members, changes: readonly MemberChange[]): void {
    let anchor: MemberNode | undefined;
    const first = node.members[0];
    const lines = first !== undefined && this.text.slice(start, start + first.keyAt).includes('\n');
    const indentation = indentationAt(this.text, first && lines ? start + first.keyAt : start);
    const gap = lines ? `${this.style.eol}${indentation}` : this.style.colon === ':' ? '' : ' ';
    const waiting: string[] = [];
    for (const change of changes) {
      if (change.kind === 'remove') continue;
      if (change.kind === 'add') {
        const text = JSON.stringify(change.key) + this.style.colon + this.print(change.value, indentation, lines);
        const at = start + (anchor ? endOf(anchor) : 0);
        if (anchor) this.splices.push({ start: at, end: at, text: `,${gap}${text}` });
        else waiting.push(text);
        continue;
      }
      anchor = members.get(change.kind === 'keep' ? change.key : change.from);
      if (anchor && waiting.length > 0) {
        const text = waiting
          .splice(0)
          .map((item) => `${item},${gap}`)
          .join('');
        this.splices.push({ start: start + anchor.keyAt, end: start + anchor.keyAt, text });
      }
    }
  }

  private array(node: ArrayNode, start: number, old: JsonArray, next: JsonArray): void {
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
      const moves = typeof value === 'object' && value !== null && old.includes(value);
      if (moves) this.replace(item.value, start + item.at, value);
      else this.value(item.value, start + item.at, old[index] ?? null, value);
    }
    if (old.length > next.length) this.removeItems(node, start, head + pairs, old.length - tail);
    else if (next.length > old.length)
      this.insertItems(node, start, head + pairs, next.slice(head + pairs, next.length - tail));
  }

  private removeItems(node: ArrayNode, start: number, from: number, to: number): void {
    const first = node.items[from];
    const last = node.items[to - 1];
    const before = node.items[from - 1];
    const after = node.items[to];
    if (!first || !last) return;
    if (before) this.splices.push({ start: start + endOf(before), end: start + endOf(last), text: '' });
    else if (after) this.splices.push({ start: start + first.at, end: start + after.at, text: '' });
    else this.splices.push({ start, end: start + node.length, text: '[]' });
  }

  private insertItems(node: ArrayNode, start: number, at: number, values: readonly JsonValue[]): void {
    const first = node.items[0];
    if (!first) {
      this.replace(node, start, values);
      return;
    }
    const lines = this.text.slice(start, start + first.at).includes('\n');
    const indentation = indentationAt(this.text, lines ? start + first.at : start);
    const gap = lines ? `${this.style.eol}${indentation}` : this.style.colon === ':' ? '' : ' ';
    const texts = values.map((value) => this.print(value, indentation, lines));
    const before = node.items[at - 1];
    const place = start + (before ? endOf(before) : first.at);
    const text = texts.map((each) => (before ? `,${gap}${each}` : `${each},${gap}`)).join('');
    this.splices.push({ start: place, end: place, text });
  }

  private replace(node: SyntaxNode, start: number, next: JsonValue): void {
    const lines = this.style.indent !== null;
    const text = this.print(next, indentationAt(this.text, start), lines);
    this.splices.push({ start, end: start + node.length, text });
  }

  private print(value: JsonValue, indentation: string, lines: boolean): string {
    const style = lines ? this.style : { ...this.style, indent: null };
    return printJson(value, style, indentation, lines ? this.slices : undefined);
  }

  /** A value that stood elsewhere in the text keeps its layout and the text of its numbers. */
  private readonly slices: Slices = (value, indentation) => {
    this.places ??= placesOf(this.tree, this.old);
    const place = this.places.get(value);
    if (!place) return null;
    const { start, length } = place;
    return reindent(this.text.slice(start, start + length), indentationAt(this.text, start), indentation);
  };
}

interface Place {
  readonly start: number;
  readonly length: number;
}

const endOf = ({ at, value }: MemberNode | ItemNode) => at + value.length;

function placesOf(tree: SyntaxTree, root: JsonValue): Map<JsonValue, Place> {
  const places = new Map<JsonValue, Place>();
  const walk = (node: SyntaxNode, start: number, value: JsonValue | undefined) => {
    if (node.kind === 'object' && isObject(value)) {
      places.set(value, { start, length: node.length });
      // Of members with one key the last one counts, and so its place.
      for (const member of node.members) {
        if (member.value.kind !== 'scalar') walk(member.value, start + member.at, value[member.key]);
      }
    } else if (node.kind === 'array' && isArray(value)) {
      places.set(value, { start, length: node.length });
      node.items.forEach((item, index) => {
        if (item.value.kind !== 'scalar') walk(item.value, start + item.at, value[index]);
      });
    }
  };
  walk(tree.root, tree.at, root);
  return places;
}
