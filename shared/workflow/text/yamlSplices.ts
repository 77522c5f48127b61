import {
  type JsonArray,
  type JsonObject,
  type JsonValue,
  isArray,
  isObject,
  jsonEqual,
  objectFrom,
  own,
} from '../../base/index';
import { replacingTagged } from './cloudFormationTags';
import { diffMembers, type MemberChange } from './memberDiff';
import { jsonEqualInOrder } from './sharing';
import type { Splice } from './splice';
import {
  membersByKey,
  type ArrayNode,
  type ItemNode,
  type MemberNode,
  type ObjectNode,
  type SyntaxNode,
} from './syntax';
import type { Change } from './yamlChange';
import { flowSplices } from './yamlFlow';
import type { YamlLines } from './yamlLines';
import { isContainer } from './yamlParser';
import { flowYaml } from './yamlStyle';
import { blockText, isBlockText, YamlWriter } from './yamlWriter';

interface Removal {
  readonly at: number;
  readonly splice: number;
  /** Text in place of what goes, which begins in the column of what went; null when the lines go whole. */
  readonly text: string | null;
  readonly valueEnd: number;
}

/** Collects what to change in the lines of a value. Comments, tags, anchors, layout and number texts of the rest stay. */
export class YamlSplicer {
  readonly splices: Splice[] = [];
  private readonly removals: Removal[] = [];
  private readonly writer: YamlWriter;
  private readonly lines: YamlLines;
  private readonly text: string;

  constructor(private readonly change: Change) {
    this.lines = change.lines;
    this.text = change.lines.text;
    this.writer = new YamlWriter(change, (place, value) => {
      const inner = new YamlSplicer(change);
      return inner.value(place.node, place.start, place.value, value) ? inner.finished() : null;
    });
  }

  /** All splices; what moved away goes with the comments that moved along. */
  finished(): readonly Splice[] {
    const taken = [...this.change.taken];
    for (const { at, splice, text, valueEnd } of this.removals) {
      const made = this.splices[splice];
      const whole = this.change.taken.has(at);
      // The comment at its end went along if anything inside of it did.
      if (!made || !(whole || (text !== null && taken.some((place) => place > at && place < valueEnd)))) continue;
      const column = this.lines.columnOf(at);
      const start = whole ? this.lines.leadOf(at) : at;
      let end = this.lines.endOf(valueEnd, column);
      if (text === null) {
        const removed = { ...made, start: Math.min(made.start, start), end: Math.max(made.end, end) };
        this.splices[splice] = removed;
        this.putInFront(removed);
        continue;
      }
      if (this.text[end - 1] === '\n') end -= this.text[end - 2] === '\r' ? 2 : 1;
      const pad = start < at ? ' '.repeat(column) : '';
      this.splices[splice] = { start, end, text: pad + made.text };
    }
    return this.splices;
  }

  /** What comes in among lines that now go as well comes in front of them. */
  private putInFront({ start, end }: Splice): void {
    for (const [index, each] of this.splices.entries()) {
      const inside = each.start === each.end && each.start > start && each.start < end;
      if (inside) this.splices[index] = { ...each, start, end: start };
    }
  }

  /** Whether the change could be written as splices. */
  value(node: SyntaxNode, start: number, old: JsonValue, next: JsonValue): boolean {
    const { expand } = this.change.reach;
    const same = old === next || jsonEqualInOrder(old, next);
    if (same && expand === null) return true;
    if (this.isAlias(node, start)) {
      const isScalar = typeof old !== 'object' || old === null;
      const stays = same && expand !== 'all' && (isScalar ? !this.change.reach.scalars : !expand?.has(old));
      if (stays) return true;
      return !isContainer(next) && this.put(start, start + node.length, flowYaml(next));
    }
    if (!same && typeof old === 'object' && old !== null) this.change.touched.add(old);
    if (node.kind === 'object' && node.block && isObject(old) && isObject(next)) {
      return this.map(node, start, old, next);
    }
    if (node.kind === 'array' && node.block && isArray(old) && isArray(next) && next.length > 0) {
      return this.seq(node, start, old, next);
    }
    // Braces without anything in them are not a layout that somebody chose.
    if (node.kind !== 'scalar' && !node.block && isEmpty(old) && isContainer(next) && !isEmpty(next)) return false;
    if (node.kind !== 'scalar' && !node.block && (isArray(old) ? isArray(next) : isObject(old) && isObject(next))) {
      const inside = flowSplices({ writer: this.writer, node, start, old, next });
      if (inside) {
        this.splices.push(...inside);
        return true;
      }
    }
    if (same) return true;
    // Lines become brackets, a scalar or other lines only together with their key.
    if (node.kind === 'scalar' ? isContainer(next) : node.block) return false;
    if (typeof next === 'string' && isBlockText(this.text, start)) return this.putBlockText(node, start, next);
    const gap = node.length === 0 && /[:-]/.test(this.text[start - 1] ?? '') ? ' ' : '';
    const scalar = isContainer(next) ? this.writer.flow(next) : flowYaml(next);
    const replacing = replacingTagged(this.text, start, next, gap + scalar);
    return this.put(replacing.start, start + node.length, replacing.text);
  }

  private isAlias(node: SyntaxNode, start: number): boolean {
    return node.kind === 'scalar' && this.text[start] === '*';
  }

  private putBlockText(node: SyntaxNode, start: number, next: string): boolean {
    const parent = /^ */.exec(this.text.slice(this.lines.lineStart(start)))?.[0].length ?? 0;
    const text = blockText(this.text.slice(start, start + node.length), next, parent + this.change.indent);
    return this.put(start, start + node.length, text ?? flowYaml(next));
  }

  private map(node: ObjectNode, start: number, old: JsonObject, next: JsonObject): boolean {
    const named = membersByKey(node);
    const keys = [...new Set(node.members.flatMap((member) => (member.merge ? [] : [member.key])))];
    const [first] = node.members;
    if (!first) return false;
    const held = this.withoutMerged(node, start, keys, old, next);
    if (!held) return false;
    const changes = diffMembers(keys, held.old, held.next);
    if (!changes || (keys.length > 0 && !changes.some(({ kind }) => kind === 'keep' || kind === 'rename')))
      return false;
    const firstAt = start + first.keyAt;
    const column = this.lines.columnOf(firstAt);
    const gone = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.key] : [])));
    if (!this.removeMembers(node, start, gone, old)) return false;
    // A merge is expected at the head of its map.
    let anchor = first.merge ? first : undefined;
    for (const change of changes) {
      if (change.kind === 'remove') continue;
      if (change.kind === 'add') {
        const text = this.writer.member(change.key, change.value, column);
        if (anchor) this.insertAfter(start + endOf(anchor), text);
        else this.insertAt(firstAt, text, column);
        continue;
      }
      const member = named.get(change.kind === 'rename' ? change.from : change.key);
      if (!member) return false;
      anchor = member;
      this.keepOrRename(node, member, start, column, old, change);
    }
    return true;
  }

  /** The members that the map itself holds. Null when what `<<` brings goes away, or is to be written out. */
  private withoutMerged(
    node: ObjectNode,
    start: number,
    keys: readonly string[],
    old: JsonObject,
    next: JsonObject,
  ): { readonly old: JsonObject; readonly next: JsonObject } | null {
    if (!node.members.some((member) => member.merge)) return { old, next };
    const { expand } = this.change.reach;
    if (expand === 'all') return null;
    if (expand && node.members.some(({ merge, at, value }) => merge && this.isAlias(value, start + at))) return null;
    const holds = new Set(keys);
    const merged = Object.keys(old).filter((key) => !holds.has(key));
    if (merged.some((key) => !Object.hasOwn(next, key))) return null;
    const hidden = new Set(merged.filter((key) => jsonEqual(own(old, key), own(next, key))));
    return {
      old: objectFrom(Object.entries(old).filter(([key]) => holds.has(key))),
      next: objectFrom(Object.entries(next).filter(([key]) => !hidden.has(key))),
    };
  }

  private keepOrRename(
    node: ObjectNode,
    member: MemberNode,
    start: number,
    column: number,
    old: JsonObject,
    change: Extract<MemberChange, { kind: 'keep' | 'rename' }>,
  ): void {
    const before = own(old, member.key) ?? null;
    const { value, key } = change;
    const replace = () => {
      this.touch(before);
      const at = start + member.keyAt;
      const written = this.writer.member(key, value, column).slice(column);
      // Under another key it is about something else, and goes along with what it is about.
      const beside = key === member.key ? this.lines.commentBeside(at + member.keyLength, start + member.at) : '';
      const text = withComment(written, beside);
      this.removals.push({ at, splice: this.splices.length, text, valueEnd: start + endOf(member) });
      this.put(at, this.lines.trimmedEnd(start + endOf(member)), text);
    };
    if (change.kind === 'rename') {
      const stays = jsonEqual(before, value) || this.change.places.of(value)?.value === before;
      if (!stays) return replace();
      // All of the same key, else an earlier one would count.
      for (const same of node.members) {
        if (same.key !== member.key || same.merge) continue;
        const at = start + same.keyAt;
        this.put(at, at + same.keyLength, flowYaml(key));
      }
    }
    const mark = this.splices.length;
    const removals = this.removals.length;
    if (this.value(member.value, start + member.at, before, value)) return;
    this.splices.length = mark;
    this.removals.length = removals;
    replace();
  }

  private removeMembers(node: ObjectNode, start: number, gone: ReadonlySet<string>, old: JsonObject): boolean {
    for (const key of gone) this.touch(own(old, key) ?? null);
    const isGone = (member: MemberNode) => !member.merge && gone.has(member.key);
    let from = 0;
    const [first] = node.members;
    if (first && isGone(first) && this.lines.isShared(start + first.keyAt)) {
      from = node.members.findIndex((member) => !isGone(member));
      const head = node.members[from];
      if (!head) return false;
      const at = start + head.keyAt;
      const lead = this.lines.leadOf(at);
      const end = lead === at ? at : lead + this.lines.columnOf(at);
      this.splices.push({ start: start + first.keyAt, end, text: '' });
    }
    for (const member of node.members.slice(from)) {
      if (isGone(member) && !this.removeLines(start + member.keyAt, start + endOf(member))) return false;
    }
    return true;
  }

  private seq(node: ArrayNode, start: number, old: JsonArray, next: JsonArray): boolean {
    const { items } = node;
    const { expand } = this.change.reach;
    const shorter = Math.min(old.length, next.length);
    let head = 0;
    while (head < shorter && jsonEqualInOrder(old[head], next[head])) head++;
    let tail = 0;
    while (tail < shorter - head && jsonEqualInOrder(old[old.length - 1 - tail], next[next.length - 1 - tail])) tail++;
    const pairs = shorter - head - tail;
    for (let index = 0; index < old.length; index++) {
      const inTail = index >= old.length - tail;
      if (index >= head + pairs && !inTail) continue;
      if (expand === null && (index < head || inTail)) continue;
      const item = items[index];
      const to = inTail ? index + next.length - old.length : index;
      if (!item || !this.item(item, start, old, index, next[to] ?? null)) return false;
    }
    for (let index = head + pairs; index < old.length - tail; index++) {
      const item = items[index];
      const dash = item ? this.lines.dashOf(start + item.at) : -1;
      this.touch(old[index] ?? null);
      if (!item || dash < 0 || !this.removeLines(dash, start + endOf(item))) return false;
    }
    return this.insertItems(node, start, head + pairs, next.slice(head + pairs, next.length - tail));
  }

  private insertItems(node: ArrayNode, start: number, at: number, added: JsonArray): boolean {
    if (added.length === 0) return true;
    const [first] = node.items;
    const dash = first ? this.lines.dashOf(start + first.at) : -1;
    if (dash < 0) return false;
    const column = this.lines.columnOf(dash);
    const text = added.map((value) => this.writer.item(value, column)).join('\n');
    const before = node.items[at - 1];
    if (before) this.insertAfter(start + endOf(before), text);
    else this.insertAt(dash, text, column);
    return true;
  }

  private item(item: ItemNode, start: number, list: JsonArray, index: number, next: JsonValue): boolean {
    const before = list[index] ?? null;
    const origin = this.change.places.of(next)?.value;
    const fromElsewhere = origin !== undefined && origin !== before && list.includes(origin);
    const mark = this.splices.length;
    const removals = this.removals.length;
    if (!fromElsewhere && this.value(item.value, start + item.at, before, next)) return true;
    this.splices.length = mark;
    this.removals.length = removals;
    const dash = this.lines.dashOf(start + item.at);
    if (dash < 0) return false;
    this.touch(before);
    const column = this.lines.columnOf(dash);
    const text = this.writer.item(next, column).slice(column);
    this.removals.push({ at: dash, splice: this.splices.length, text, valueEnd: start + endOf(item) });
    return this.put(dash, start + endOf(item), text);
  }

  /** What is anchored in a value that goes away is gone as well. */
  private touch(value: JsonValue): void {
    if (typeof value !== 'object' || value === null || this.change.touched.has(value)) return;
    this.change.touched.add(value);
    if (isArray(value)) value.forEach((item) => this.touch(item));
    else if (isObject(value)) Object.values(value).forEach((item) => this.touch(item));
  }

  private put(start: number, end: number, text: string): boolean {
    const to = Math.max(start, this.lines.trimmedEnd(end));
    this.splices.push({ start, end: to, text: this.broken(text) });
    return true;
  }

  private broken(text: string): string {
    return this.lines.eol === '\n' ? text : text.replaceAll('\n', this.lines.eol);
  }

  private insertAfter(offset: number, text: string): void {
    const at = this.lines.nextLine(this.lines.trimmedEnd(offset));
    const { eol } = this.lines;
    const broken = this.broken(text);
    const open = this.text[at - 1] !== '\n';
    this.splices.push({ start: at, end: at, text: open ? eol + broken : broken + eol });
  }

  private insertAt(offset: number, text: string, column: number): void {
    if (this.lines.isShared(offset)) {
      const rest = `${this.broken(text).slice(column)}${this.lines.eol}${' '.repeat(column)}`;
      this.splices.push({ start: offset, end: offset, text: rest });
      return;
    }
    const at = this.lines.lineStart(offset);
    this.splices.push({ start: at, end: at, text: this.broken(text) + this.lines.eol });
  }

  private removeLines(start: number, end: number): boolean {
    if (this.lines.isShared(start)) return false;
    this.removals.push({ at: start, splice: this.splices.length, text: null, valueEnd: end });
    this.splices.push({
      start: this.lines.lineStart(start),
      end: this.lines.nextLine(this.lines.trimmedEnd(end)),
      text: '',
    });
    return true;
  }
}

const isEmpty = (value: JsonValue) =>
  isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;

/** The comment beside a key stays there, whatever its value becomes. */
function withComment(text: string, comment: string): string {
  if (comment === '') return text;
  const end = text.indexOf('\n');
  return end < 0 ? text + comment : text.slice(0, end) + comment + text.slice(end);
}

const endOf = ({ at, value }: MemberNode | ItemNode) => at + value.length;
