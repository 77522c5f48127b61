import {
  type JsonArray,
  type JsonObject,
  type JsonValue,
  NumberText,
  isArray,
  isObject,
  jsonEqual,
  own,
} from '../../base/index';
import { indentationAt, printJson, reindent, styleOf, type JsonStyle } from './jsonStyle';
import { Places, type Place } from './places';
import { commentsOf, linesWithComments, removedWithComments, restOfLine } from './jsonComments';
import { isPlaceholder } from './jsonExtras';
import { jsonEqualInOrder } from './sharing';
import { diffMembers, type MemberChange } from './memberDiff';
import { applySplices, type Splice } from './splice';
import {
  memberOf,
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
  const printer = new Reprinter(text, new Places(tree, old), styleOf(text), !tree.plain);
  printer.value(tree.root, tree.at, old, next);
  return printer.splices;
}

type Members = ReadonlyMap<string, MemberNode>;

class Reprinter {
  readonly splices: Splice[] = [];
  /** Where keys and items begin whose comments were written before them elsewhere. */
  private readonly led = new Set<number>();

  constructor(
    private readonly text: string,
    private readonly places: Places,
    private readonly style: JsonStyle,
    /** Whether the text holds comments, which stay with what they stand beside. */
    private readonly commented: boolean,
  ) {}

  value(node: SyntaxNode, start: number, old: JsonValue, next: JsonValue): void {
    if (old === next) return;
    if (node.kind === 'object' && isObject(old) && isObject(next)) this.object(node, start, old, next);
    else if (node.kind === 'array' && isArray(old) && isArray(next)) this.array(node, start, old, next);
    else if (!jsonEqualInOrder(old, next)) this.replace(node, start, next);
  }

  private object(node: ObjectNode, start: number, old: JsonObject, next: JsonObject): void {
    const members = membersByKey(node);
    // Of keys that stand twice the place of the first counts, as in the definition.
    const keys = [...new Set(node.members.map((member) => member.key))];
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
    for (const change of changes) this.keepOrRename(node, members, start, old, change);
    this.insertMembers(node, start, members, changes);
  }

  private keepOrRename(node: ObjectNode, members: Members, start: number, old: JsonObject, change: MemberChange): void {
    if (change.kind !== 'keep' && change.kind !== 'rename') return;
    const from = change.kind === 'keep' ? change.key : change.from;
    const member = members.get(from);
    if (!member) return;
    const before = old[from] ?? null;
    if (change.kind === 'rename') {
      // Asked only here: to know the places of values takes a walk over the whole text.
      const stays = jsonEqual(before, change.value) || this.places.of(change.value)?.value === before;
      if (this.commented && !stays) return this.replaceMember(member, start, change);
      // All of the same key, else an earlier one would count.
      for (const same of node.members) {
        if (same.key !== from) continue;
        const at = start + same.keyAt;
        this.splices.push({ start: at, end: at + same.keyLength, text: JSON.stringify(change.key) });
      }
      // Another value is not set as the one that stood there.
      if (!stays) return this.replace(member.value, start + member.at, change.value);
    }
    this.value(member.value, start + member.at, before, change.value);
  }

  /** Puts another member in the place of one. When that one moves, as into the other, the comments about it move along. */
  private replaceMember(member: MemberNode, start: number, { key, value }: { key: string; value: JsonValue }): void {
    const [from, to] = [start + member.keyAt, start + endOf(member)];
    const around = indentationAt(this.text, from);
    const text =
      this.lead(value, around, true) + JSON.stringify(key) + this.style.colon + this.print(value, around, true);
    const lines = this.led.has(from) ? linesWithComments(this.text, from, to) : null;
    if (!lines) return void this.splices.push({ start: from, end: to, text });
    const indentation = this.text.slice(this.text.lastIndexOf('\n', from - 1) + 1, from);
    const comma = lines.comma === null ? '' : ',';
    this.splices.push({ start: lines.start, end: lines.end, text: indentation + text + comma });
  }

  /** Removes members together with the comma and the line break that belong to them. */
  private removeRuns(node: ObjectNode, start: number, gone: (member: MemberNode) => boolean): void {
    const { members } = node;
    if (this.commented) {
      const parts = members.map((member) => {
        return { start: start + member.keyAt, end: start + endOf(member), isGone: gone(member) };
      });
      const splices = removedWithComments(this.text, parts);
      if (splices) return void this.splices.push(...splices);
    }
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
        const member = JSON.stringify(change.key) + this.style.colon + this.print(change.value, indentation, lines);
        waiting.push(this.lead(change.value, indentation, lines) + member);
        continue;
      }
      const next = members.get(change.kind === 'keep' ? change.key : change.from);
      if (anchor) this.insertAfter(start + endOf(anchor), gap, indentation, waiting.splice(0));
      else if (next && waiting.length > 0) {
        const text = waiting
          .splice(0)
          .map((item) => `${item},${gap}`)
          .join('');
        this.splices.push({ start: start + next.keyAt, end: start + next.keyAt, text });
      }
      anchor = next;
    }
    if (anchor) this.insertAfter(start + endOf(anchor), gap, indentation, waiting);
  }

  /** Puts members or items after one that ends at a place; a comment on its line stays with it. */
  private insertAfter(end: number, gap: string, indentation: string, texts: readonly string[]): void {
    if (texts.length === 0) return;
    const rest = this.commented ? restOfLine(this.text, end) : null;
    if (!rest) {
      this.splices.push({ start: end, end, text: texts.map((text) => `,${gap}${text}`).join('') });
      return;
    }
    const broken = gap.includes('\n') ? gap : `${this.style.eol}${indentation}`;
    // What followed may be on its way out, and the comma with it: now something follows again.
    const going = this.splices.findIndex(({ start, end: to }) => start === rest.comma && to === start + 1);
    if (going >= 0) this.splices.splice(going, 1);
    if (rest.comma === null) this.splices.push({ start: end, end, text: ',' });
    const lines = texts.map((text) => broken + text).join(',') + (rest.comma === null || going >= 0 ? '' : ',');
    this.splices.push({ start: rest.end, end: rest.end, text: lines });
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
      const origin = this.places.of(value)?.value;
      const moves = origin !== undefined && origin !== old[index] && old.includes(origin);
      if (moves) this.replace(item.value, start + item.at, value);
      else this.value(item.value, start + item.at, old[index] ?? null, value);
    }
    if (old.length > next.length) this.removeItems(node, start, head + pairs, old.length - tail);
    else if (next.length > old.length)
      this.insertItems(node, start, head + pairs, next.slice(head + pairs, next.length - tail));
  }

  private removeItems(node: ArrayNode, start: number, from: number, to: number): void {
    if (this.commented) {
      const parts = node.items.map((item, index) => {
        return { start: start + item.at, end: start + endOf(item), isGone: index >= from && index < to };
      });
      const splices = removedWithComments(this.text, parts);
      if (splices) return void this.splices.push(...splices);
    }
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
    const texts = values.map((value) => this.lead(value, indentation, lines) + this.print(value, indentation, lines));
    const before = node.items[at - 1];
    if (before) return this.insertAfter(start + endOf(before), gap, indentation, texts);
    const place = start + first.at;
    this.splices.push({ start: place, end: place, text: texts.map((each) => `${each},${gap}`).join('') });
  }

  private replace(node: SyntaxNode, start: number, next: JsonValue): void {
    // Another placeholder in place of one without quotes has none either.
    if (this.text[start] === '$' && typeof next === 'string' && isPlaceholder(next)) {
      this.splices.push({ start, end: start + node.length, text: next });
      return;
    }
    const lines = this.style.indent !== null;
    const indentation = indentationAt(this.text, start);
    const place = this.places.of(next);
    // What cannot be changed in its own text is composed of what it holds.
    const text =
      place?.node === node ? this.compose(next, indentation, lines, place) : this.print(next, indentation, lines);
    this.splices.push({ start, end: start + node.length, text });
  }

  /** A value that stood elsewhere in the text, or was made from one that did, keeps its layout and the text of its numbers. */
  private print(value: JsonValue, indentation: string, lines: boolean): string {
    const place = this.places.of(value);
    const text = place && this.moved(place, value);
    if (!place || text === null) return this.compose(value, indentation, lines, place);
    if (!lines && text.includes('\n')) return this.compose(value, indentation, lines, place);
    return reindent(text, indentationAt(this.text, place.start), indentation);
  }

  /** The comments about a value that moves, on lines of their own before it. */
  private lead(value: JsonValue, indentation: string, lines: boolean): string {
    const place = this.commented && lines ? this.places.of(value) : null;
    if (!place) return '';
    this.led.add(place.memberStart);
    const comments = commentsOf(this.text, place.memberStart, place.start + place.node.length);
    return comments.map((comment) => `${comment}${this.style.eol}${indentation}`).join('');
  }

  private moved({ node, start, value: old }: Place, value: JsonValue): string {
    const text = this.text.slice(start, start + node.length);
    if (old === value) return text;
    const inside = new Reprinter(this.text, this.places, this.style, this.commented);
    inside.value(node, start, old, value);
    return applySplices(
      text,
      inside.splices.map((splice) => ({ ...splice, start: splice.start - start, end: splice.end - start })),
    );
  }

  private compose(value: JsonValue, indentation: string, lines: boolean, from: Place | null): string {
    const style = lines ? this.style : { ...this.style, indent: null };
    return printJson(
      value,
      style,
      indentation,
      (item, indented, step) => this.scalarOf(from, step, item) ?? this.print(item, indented, lines),
      (item, indented) => this.lead(item, indented, lines),
    );
  }

  /** The text of a scalar that is as it was in what this was made from. */
  private scalarOf(from: Place | null, step: string | number, value: JsonValue): string | null {
    if (!from || isArray(value) || isObject(value)) return null;
    const { node, start, value: old } = from;
    const inner =
      node.kind === 'object' ? memberOf(node, String(step)) : node.kind === 'array' ? node.items[Number(step)] : null;
    const before = isArray(old) ? old[Number(step)] : isObject(old) ? own(old, String(step)) : undefined;
    if (inner?.value.kind !== 'scalar' || before === undefined || !jsonEqual(before, value)) return null;
    if (value instanceof NumberText) return value.text;
    return this.text.slice(start + inner.at, start + inner.at + inner.value.length);
  }
}

const endOf = ({ at, value }: MemberNode | ItemNode) => at + value.length;
