import { type JsonObject, type JsonValue, isArray, isObject, jsonEqual, own } from '../../base/index';
import { Shift } from './shift';
import { inOrder, type Splice } from './splice';
import type { ArrayNode, ItemNode, MemberNode, ObjectNode, SyntaxNode, SyntaxTree } from './syntax';
import { parseYaml } from './yamlParser';

export interface SplicedYaml {
  readonly tree: SyntaxTree;
  readonly text: string;
  readonly splices: readonly Splice[];
  /** The text with the splices made. */
  readonly spliced: string;
  readonly old: JsonObject;
  readonly next: JsonObject;
}

/**
 * The tree of a spliced text, made from the old tree by reading only the members of block maps that a splice touches;
 * null when the text must be read whole, because a part cannot be read alone or does not say what it shall.
 *
 * A member of a block map can be read alone: what belongs to it is indented deeper than its key, and the next key at the
 * same column ends it, whatever it holds (YAML 1.2, chapter 8.2.2). So its lines read the same in their map and as a
 * document of their own; a quote or bracket without an end is an error in both.
 */
export function carriedYamlTree(edit: SplicedYaml): SyntaxTree | null {
  const { tree, text, spliced, old, next } = edit;
  if (!tree.plain) return null;
  const splices = inOrder(edit.splices);
  const lines: Lines = { to: text.length, splices };
  const root = new Carrier(text, spliced, new Shift(splices)).value(tree.root, tree.at, lines, old, next);
  return root && { at: root.start, root: root.node, plain: true };
}

/** A node and where it begins in the new text. */
interface Placed {
  readonly node: SyntaxNode;
  readonly start: number;
}

/** Where the lines of a value, a member or an item end in the old text, and all changes that are made in them. */
interface Lines {
  readonly to: number;
  readonly splices: readonly Splice[];
}

interface Region extends Lines {
  readonly from: number;
  /** Where it begins in the new text. */
  readonly now: number;
}

/** A member by places in the whole new text. */
interface PlacedMember extends Placed {
  readonly key: string;
  readonly keyStart: number;
  readonly keyLength: number;
}

class Carrier {
  constructor(
    private readonly text: string,
    private readonly spliced: string,
    private readonly shift: Shift,
  ) {}

  value(
    node: SyntaxNode,
    start: number,
    lines: Lines,
    old: JsonValue | undefined,
    next: JsonValue | undefined,
  ): Placed | null {
    // A change before the value begins would have to be read together with what is around it.
    const begin = this.isFirstOfLine(start) ? this.lineStart(start) : start;
    if ((lines.splices[0]?.start ?? begin) < begin) return null;
    if (node.kind === 'object' && node.block && isObject(old) && isObject(next)) {
      return this.map(node, start, lines, old, next);
    }
    if (node.kind === 'array' && node.block && isArray(old) && isArray(next)) {
      return this.seq(node, start, lines, old, next);
    }
    return null;
  }

  private map(node: ObjectNode, start: number, lines: Lines, old: JsonObject, next: JsonObject): Placed | null {
    const regions = this.regions(
      node.members.map((member) => start + member.keyAt),
      lines,
    );
    if (!regions) return null;
    const members: PlacedMember[] = [];
    for (const [index, member] of node.members.entries()) {
      const region = regions[index];
      if (!region) return null;
      const { key, keyLength } = member;
      const [before, after] = [own(old, key), own(next, key)];
      const keyStart = region.now + start + member.keyAt - region.from;
      if (region.splices.length === 0) {
        if (!jsonEqual(before, after)) return null;
        members.push({ key, keyStart, keyLength, start: keyStart + member.at - member.keyAt, node: member.value });
        continue;
      }
      const inside = this.value(member.value, start + member.at, region, before, after);
      const read = inside ? [{ key, keyStart, keyLength, ...inside }] : this.alone(region, start, next);
      if (!read) return null;
      members.push(...read);
    }
    const distinct = new Set(members.map((member) => member.key)).size;
    if (distinct !== members.length || distinct !== Object.keys(next).length) return null;
    return mapOf(members);
  }

  private seq(
    node: ArrayNode,
    start: number,
    lines: Lines,
    old: readonly JsonValue[],
    next: readonly JsonValue[],
  ): Placed | null {
    if (node.items.length !== next.length) return null;
    const regions = this.regions(
      node.items.map((item) => this.text.lastIndexOf('-', start + item.at)),
      lines,
    );
    if (!regions) return null;
    const newStart = this.shift.of(start);
    const items: ItemNode[] = [];
    for (const [index, item] of node.items.entries()) {
      const region = regions[index];
      if (!region) return null;
      if (region.splices.length === 0) {
        if (!jsonEqual(old[index], next[index])) return null;
        items.push({ at: region.now + start + item.at - region.from - newStart, value: item.value });
        continue;
      }
      const inside = this.value(item.value, start + item.at, region, old[index], next[index]);
      if (!inside) return null;
      items.push({ at: inside.start - newStart, value: inside.node });
    }
    const last = items.at(-1);
    if (!last) return null;
    const length = last.at + last.value.length;
    return { node: { kind: 'array', length, block: true, items }, start: newStart };
  }

  /**
   * The lines of each member or item, and each splice given to the lines that it is made in: an insertion between two
   * goes to the first. Null when a splice reaches over.
   */
  private regions(starts: readonly number[], lines: Lines): readonly Region[] | null {
    const froms: number[] = [];
    for (const [index, start] of starts.entries()) {
      const first = this.isFirstOfLine(start);
      if (!first && index > 0) return null;
      froms.push(first ? this.lineStart(start) : start);
    }
    let used = 0;
    const regions = froms.map((from, index): Region => {
      const to = froms[index + 1] ?? lines.to;
      const first = used;
      for (let splice = lines.splices[used]; splice; splice = lines.splices[used]) {
        if (splice.start < from || splice.end > to) break;
        used += 1;
      }
      const now = index === 0 ? this.shift.of(from) : this.shift.after(from);
      return { from, to, now, splices: lines.splices.slice(first, used) };
    });
    return used === lines.splices.length ? regions : null;
  }

  /** The members that stand in some lines now, read as a document of their own; null when they do not say what they shall. */
  private alone(region: Region, mapStart: number, next: JsonObject): readonly PlacedMember[] | null {
    const lines = this.spliced.slice(region.now, this.shift.after(region.to));
    if (lines === '') return [];
    const column = mapStart - this.lineStart(mapStart);
    // A first key may stand behind the dash of an item; spaces give it its column.
    const pad = region.from - this.lineStart(region.from);
    const parsed = parseYaml(' '.repeat(pad) + lines);
    if (!parsed.ok) return null;
    const { tree, value } = parsed.value;
    // It has to begin with the key: a comment before it could become part of a text in lines that stands above.
    if (!tree.plain || tree.at !== column || tree.root.kind !== 'object' || !tree.root.block) return null;
    if (!isObject(value) || tree.root.members.some(({ key }) => !jsonEqual(own(value, key), own(next, key))))
      return null;
    const begin = region.now + tree.at - pad;
    return tree.root.members.map(({ key, keyAt, keyLength, at, value: node }) => {
      return { key, keyStart: begin + keyAt, keyLength, start: begin + at, node };
    });
  }

  private lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  private isFirstOfLine(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }
}

function mapOf(placed: readonly PlacedMember[]): Placed | null {
  const [first] = placed;
  const last = placed.at(-1);
  if (!first || !last) return null;
  const start = first.keyStart;
  const members = placed.map(({ key, keyStart, keyLength, start: at, node }): MemberNode => {
    return { key, keyAt: keyStart - start, keyLength, at: at - start, value: node };
  });
  const length = last.start + last.node.length - start;
  return { node: { kind: 'object', length, block: true, members }, start };
}
