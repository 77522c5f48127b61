import { type JsonArray, type JsonObject, type JsonValue, isArray, isObject, jsonEqual, own } from '../../base/index';
import { diffMembers } from './memberDiff';
import { jsonEqualInOrder } from './sharing';
import type { Splice } from './splice';
import type { ArrayNode, MemberNode, ObjectNode, SyntaxNode, SyntaxTree } from './syntax';
import { isContainer } from './yamlParser';
import { flowYaml, indentOf, printYaml } from './yamlStyle';

/**
 * What to change in a YAML text so that it says `next`, touching only the lines that differ; null where lines cannot be
 * changed alone. The caller checks that the result reads as it shall.
 */
export function yamlSplices(text: string, tree: SyntaxTree, old: JsonValue, next: JsonValue): readonly Splice[] | null {
  const splicer = new Splicer(text);
  return splicer.value(tree.root, tree.at, old, next) ? splicer.splices : null;
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
  value(node: SyntaxNode, start: number, old: JsonValue, next: JsonValue): boolean {
    if (old === next || jsonEqualInOrder(old, next)) return true;
    if (node.kind === 'object' && node.block && isObject(old) && isObject(next)) {
      return this.map(node, start, old, next);
    }
    if (node.kind === 'array' && node.block && isArray(old) && isArray(next) && next.length > 0) {
      return this.seq(node, start, old, next);
    }
    if (isContainer(next) && (node.kind === 'scalar' || node.block)) return false;
    const gap = node.length === 0 && this.text[start - 1] === ':' ? ' ' : '';
    return this.put(start, start + node.length, gap + flowYaml(next));
  }

  private map(node: ObjectNode, start: number, old: JsonObject, next: JsonObject): boolean {
    const named = new Map(node.members.map((member) => [member.key, member]));
    if (named.size !== node.members.length) return false;
    const changes = diffMembers([...named.keys()], old, next);
    const [first] = node.members;
    if (!changes || !first || !changes.some((change) => change.kind === 'keep' || change.kind === 'rename')) {
      return false;
    }
    const firstAt = start + first.keyAt;
    const column = this.columnOf(firstAt);
    let anchor: MemberNode | undefined;
    for (const change of changes) {
      if (change.kind === 'add') {
        const text = this.shifted(printYaml({ [change.key]: change.value }, this.indent), column);
        if (!(anchor ? this.insertAfter(start + this.endOf(anchor), text) : this.insertAtLine(firstAt, text))) {
          return false;
        }
        continue;
      }
      const key = change.kind === 'rename' ? change.from : change.key;
      const member = named.get(key);
      if (!member) return false;
      const keyAt = start + member.keyAt;
      if (change.kind === 'remove') {
        if (keyAt === firstAt && this.onSharedLine(firstAt)) return false;
        if (!this.removeLines(keyAt, start + this.endOf(member))) return false;
        continue;
      }
      anchor = member;
      const before = own(old, key) ?? null;
      if (change.kind === 'rename' && !jsonEqual(before, change.value)) {
        if (!this.replaceMember(member, start, change.key, change.value, column)) return false;
        continue;
      }
      if (change.kind === 'rename') this.put(keyAt, keyAt + member.keyLength, flowYaml(change.key));
      const splices = this.splices.length;
      if (!this.value(member.value, start + member.at, before, change.value)) {
        this.splices.length = splices;
        if (!this.replaceMember(member, start, change.key, change.value, column)) return false;
      }
    }
    return true;
  }

  private seq(node: ArrayNode, start: number, old: JsonArray, next: JsonArray): boolean {
    const { items } = node;
    const shorter = Math.min(old.length, next.length);
    let head = 0;
    while (head < shorter && jsonEqual(old[head], next[head])) head++;
    let tail = 0;
    while (tail < shorter - head && jsonEqual(old[old.length - 1 - tail], next[next.length - 1 - tail])) tail++;
    const pairs = shorter - head - tail;
    for (let index = head; index < head + pairs; index++) {
      const item = items[index];
      if (!item || !this.value(item.value, start + item.at, old[index] ?? null, next[index] ?? null)) return false;
    }
    for (let index = head + pairs; index < old.length - tail; index++) {
      const item = items[index];
      const dash = item ? this.dashOf(start + item.at) : -1;
      if (!item || dash < 0 || !this.removeLines(dash, start + item.at + item.value.length)) return false;
    }
    const added = next.slice(head + pairs, next.length - tail);
    if (added.length === 0) return true;
    const [first] = items;
    const dash = first ? this.dashOf(start + first.at) : -1;
    if (dash < 0) return false;
    const text = this.shifted(printYaml(added, this.indent), this.columnOf(dash));
    const before = items[head + pairs - 1];
    return before ? this.insertAfter(start + before.at + before.value.length, text) : this.insertAtLine(dash, text);
  }

  private replaceMember(member: MemberNode, start: number, key: string, value: JsonValue, column: number): boolean {
    const text = this.shifted(printYaml({ [key]: value }, this.indent), column).trim();
    return this.put(start + member.keyAt, this.trimmedEnd(start + this.endOf(member)), text);
  }

  private endOf(member: MemberNode): number {
    return member.at + member.value.length;
  }

  private put(start: number, end: number, text: string): boolean {
    this.splices.push({ start, end: Math.max(start, this.trimmedEnd(end)), text: text.replaceAll('\n', this.eol) });
    return true;
  }

  /** Ranges of block values reach over the line break; what is replaced must not. */
  private trimmedEnd(end: number): number {
    let at = end;
    while (at > 0 && /\s/.test(this.text[at - 1] ?? '')) at -= 1;
    return at;
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
    const at = line < 0 ? this.text.length : line + 1;
    const lines = text.replaceAll('\n', this.eol);
    this.splices.push({ start: at, end: at, text: line < 0 ? this.eol + lines : lines + this.eol });
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
