import { type JsonValue, isArray, isObject, originOf } from '../../base/index';
import { membersByKey, type SyntaxNode, type SyntaxTree } from './syntax';

/** Where an object or list of the old definition stands in the old text. */
export interface Place {
  readonly node: SyntaxNode;
  readonly start: number;
  /** Where its key begins, or itself in a list. */
  readonly memberStart: number;
  /** The old value itself, which one that was made from it may differ from. */
  readonly value: JsonValue;
  /** What it is in a value that is set in lines; null for the whole and for what stands in brackets and braces. */
  readonly role: Role | null;
}

export type Role = { readonly key: string; readonly keyStart: number; readonly keyLength: number } | 'item';

/** More changes in one edit lead back to no place; it also ends where an edit made values from each other. */
const mostSteps = 100;

/** Where values of a definition stood in the text before an edit. Looked for when first asked. */
export class Places {
  private places: Map<object, Place> | null = null;

  constructor(
    private readonly tree: SyntaxTree,
    private readonly old: JsonValue,
  ) {}

  /** The place of a value, or of what the edit made it from; null for a value that is new. */
  of(value: JsonValue): Place | null {
    if (!isArray(value) && !isObject(value)) return null;
    this.places ??= placesOf(this.tree, this.old);
    let from: object | undefined = value;
    for (let step = 0; from && step < mostSteps; step++) {
      const place = this.places.get(from);
      if (place) return place;
      from = originOf(from);
    }
    return null;
  }
}

function placesOf(tree: SyntaxTree, root: JsonValue): Map<object, Place> {
  const places = new Map<object, Place>();
  const walk = (
    node: SyntaxNode,
    start: number,
    value: JsonValue | undefined,
    role: Role | null,
    memberStart: number,
  ) => {
    if (node.kind === 'object' && isObject(value)) {
      if (!places.has(value)) places.set(value, { node, start, memberStart, value, role });
      for (const [key, member] of membersByKey(node)) {
        if (member.value.kind === 'scalar') continue;
        const { keyAt, keyLength } = member;
        const inMap = node.block ? { key, keyStart: start + keyAt, keyLength } : null;
        walk(member.value, start + member.at, value[key], inMap, start + keyAt);
      }
    } else if (node.kind === 'array' && isArray(value)) {
      if (!places.has(value)) places.set(value, { node, start, memberStart, value, role });
      node.items.forEach((item, index) => {
        if (item.value.kind === 'scalar') return;
        const at = start + item.at;
        walk(item.value, at, value[index], node.block ? 'item' : null, at);
      });
    }
  };
  walk(tree.root, tree.at, root, null, tree.at);
  return places;
}
