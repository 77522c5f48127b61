import { scopeFields } from '../asl/index';
import { nodeAt, type PlacedNode } from '../workflow/index';
import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';
import { scalarText } from './scalarText';

/** A state in the outline of a text, with those inside it. */
export interface OutlineState {
  readonly name: string;
  /** Its type; empty while it has none. */
  readonly detail: string;
  /** From its key to the end of its value. */
  readonly range: Range;
  readonly nameRange: Range;
  readonly children: readonly OutlineState[];
}

/** The states of a text as a tree. Entries that are no objects are left out. */
export function outlineOf({ tree, text, format }: DocumentIndex): readonly OutlineState[] {
  return scopeIn(tree);

  function scopeIn(scope: Placed): readonly OutlineState[] {
    const states = nodeAt(scope, ['States']);
    if (states?.node.kind !== 'object') return [];
    return states.node.members.flatMap(({ key, keyAt, keyLength, at, value }) => {
      if (value.kind !== 'object') return [];
      const state = { at: states.start + at, root: value };
      const nameRange = { start: states.start + keyAt, end: states.start + keyAt + keyLength };
      return [
        {
          name: key,
          detail: textOf(nodeAt(state, ['Type'])),
          range: { start: nameRange.start, end: state.at + value.length },
          nameRange,
          children: scopesIn(state).flatMap(scopeIn),
        },
      ];
    });
  }

  function textOf(placed: PlacedNode | null): string {
    if (placed?.node.kind !== 'scalar') return '';
    return scalarText(text, placed.start, placed.start + placed.node.length, format).text;
  }
}

type Placed = Parameters<typeof nodeAt>[0];

/** The scopes inside a state: its processor, its branches. */
function scopesIn(state: Placed): readonly Placed[] {
  return scopeFields.flatMap(({ field, holds }) => {
    const placed = nodeAt(state, [field]);
    if (!placed) return [];
    const { node, start } = placed;
    if (holds === 'processor') return [{ at: start, root: node }];
    return node.kind === 'array' ? node.items.map(({ at, value }) => ({ at: start + at, root: value })) : [];
  });
}
