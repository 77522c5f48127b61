import type { JsonPath } from '../base/index';
import { childScopes, type ScopePath, rootScope, statesIn, toJsonPath, typeOf } from '../workflow/index';
import type { Range } from './contract';
import type { DocumentIndex } from './documentIndex';

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
export function outlineOf(index: DocumentIndex): readonly OutlineState[] {
  const definition = index.definition();
  const inScope = (scope: ScopePath): readonly OutlineState[] =>
    statesIn(definition, scope).flatMap(({ name, path, state }) => {
      const at: JsonPath = toJsonPath(path);
      const placed = index.placeOf(at);
      if (!placed?.key) return [];
      return [
        {
          name,
          detail: typeOf(state),
          range: { start: placed.key.start, end: placed.start + placed.node.length },
          nameRange: placed.key,
          children: childScopes(definition, path).flatMap(inScope),
        },
      ];
    });
  return inScope(rootScope);
}
