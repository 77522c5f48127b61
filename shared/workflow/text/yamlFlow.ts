import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject, own } from '../../base/index';
import { replacingTagged } from './cloudFormationTags';
import { diffMembers } from './memberDiff';
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
import { flowText, type YamlWriter } from './yamlWriter';

export interface FlowChange {
  readonly writer: YamlWriter;
  readonly node: SyntaxNode;
  readonly start: number;
  readonly old: JsonValue;
  readonly next: JsonValue;
}

/** What to change inside brackets and braces of YAML; null when they have to be written anew. Lines and comments in them stay. */
export function flowSplices({ writer, node, start, old, next }: FlowChange): readonly Splice[] | null {
  const splicer = new FlowSplicer(writer);
  return splicer.inside(node, start, old, next) ? splicer.splices : null;
}

class FlowSplicer {
  readonly splices: Splice[] = [];

  constructor(private readonly writer: YamlWriter) {}

  inside(node: SyntaxNode, start: number, old: JsonValue, next: JsonValue): boolean {
    if (node.kind === 'object' && isObject(old) && isObject(next)) return this.map(node, start, old, next);
    return node.kind === 'array' && isArray(old) && isArray(next) && this.seq(node, start, old, next);
  }

  private value(node: SyntaxNode, start: number, old: JsonValue, next: JsonValue): void {
    if (old === next || jsonEqualInOrder(old, next)) return;
    const mark = this.splices.length;
    if (this.inside(node, start, old, next)) return;
    this.splices.length = mark;
    const gap = node.length === 0 ? ' ' : '';
    const replacing = replacingTagged(this.writer.text, start, next, gap + this.writer.flow(next));
    this.splices.push({ ...replacing, end: start + node.length });
  }

  private map(node: ObjectNode, start: number, old: JsonObject, next: JsonObject): boolean {
    const { members } = node;
    const named = membersByKey(node);
    if (named.size !== members.length) return false;
    const changes = diffMembers([...named.keys()], old, next);
    if (!changes?.some(({ kind }) => kind === 'keep' || kind === 'rename')) return false;
    const gone = new Set(changes.flatMap((change) => (change.kind === 'remove' ? [change.key] : [])));
    this.removeRuns(
      members.map((member) => ({ at: start + member.keyAt, end: start + endOf(member), gone: gone.has(member.key) })),
    );
    let anchor: MemberNode | undefined;
    for (const change of changes) {
      if (change.kind === 'remove') continue;
      if (change.kind === 'add') {
        const text = `${flowText(change.key)}: ${this.writer.flow(change.value)}`;
        const first = members.find((member) => !gone.has(member.key));
        if (!this.insert(anchor && start + endOf(anchor), first && start + first.keyAt, text)) return false;
        continue;
      }
      const from = change.kind === 'rename' ? change.from : change.key;
      const member = named.get(from);
      if (!member) return false;
      anchor = member;
      const at = start + member.keyAt;
      if (change.kind === 'rename') {
        this.splices.push({ start: at, end: at + member.keyLength, text: flowText(change.key) });
      }
      this.value(member.value, start + member.at, own(old, from) ?? null, change.value);
    }
    return true;
  }

  private seq(node: ArrayNode, start: number, old: JsonArray, next: JsonArray): boolean {
    if (old.length === 0 || next.length === 0) return false;
    const shorter = Math.min(old.length, next.length);
    let head = 0;
    while (head < shorter && jsonEqualInOrder(old[head], next[head])) head++;
    let tail = 0;
    while (tail < shorter - head && jsonEqualInOrder(old[old.length - 1 - tail], next[next.length - 1 - tail])) tail++;
    const pairs = shorter - head - tail;
    for (let index = head; index < head + pairs; index++) {
      const item = node.items[index];
      if (!item) return false;
      this.value(item.value, start + item.at, old[index] ?? null, next[index] ?? null);
    }
    const isGone = (index: number) => index >= head + pairs && index < old.length - tail;
    this.removeRuns(
      node.items.map((item, index) => ({ at: start + item.at, end: start + endOf(item), gone: isGone(index) })),
    );
    const before = node.items[head + pairs - 1];
    const first = node.items[0];
    const added = next.slice(head + pairs, next.length - tail);
    const text = added.map((value) => this.writer.flow(value)).join(', ');
    return added.length === 0 || this.insert(before && start + endOf(before), first && start + first.at, text);
  }

  /** Takes members or items away with the comma that belongs to them. */
  private removeRuns(parts: readonly { readonly at: number; readonly end: number; readonly gone: boolean }[]): void {
    const head = parts.findIndex((part) => !part.gone);
    const [first, kept] = [parts[0], parts[head]];
    if (first && kept && head > 0) this.splices.push({ start: first.at, end: kept.at, text: '' });
    for (let index = head + 1; index < parts.length; index++) {
      const [part, before] = [parts[index], parts[index - 1]];
      if (part?.gone && before) this.splices.push({ start: before.end, end: part.end, text: '' });
    }
  }

  private insert(after: number | undefined, before: number | undefined, text: string): boolean {
    if (after !== undefined) this.splices.push({ start: after, end: after, text: `, ${text}` });
    else if (before !== undefined) this.splices.push({ start: before, end: before, text: `${text}, ` });
    else return false;
    return true;
  }
}

const endOf = ({ at, value }: MemberNode | ItemNode) => at + value.length;
