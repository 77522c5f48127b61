import { copyOf, type JsonObject } from '../../base/index';
import type { StatePath } from '../paths';
import { takenNames } from '../scopes';
import type { Edit } from './contract';
import { existing, fragmentOf, pathsIn, renamedFragment } from './fragment';
import { withFragment } from './pasteStates';
import { commonScope, edited, named, refuse } from './support';

export interface DuplicateStates {
  readonly states: readonly StatePath[];
}

/** Adds copies of states beside them, with the transitions between the copies. Nothing leads to the copies yet. */
export const duplicateStates: Edit<DuplicateStates> = {
  label: ({ states }) => `Duplicate ${named(states)}`,
  apply(document, { states }) {
    const there = existing(document.definition, states);
    const scope = commonScope(there);
    if (scope === null) {
      return refuse(
        'ILLEGAL_MOVE',
        'States can be duplicated together when they lie in the same Map, branch or machine.',
      );
    }
    const renamed = renamedFragment(fragmentOf(document.definition, there), takenNames(document.definition));
    const copy = { ...renamed, States: copyOf(renamed.States) as JsonObject };
    return edited(document, withFragment(document.definition, scope, copy, there.at(-1)), pathsIn(scope, copy));
  },
};
