import { fail, withKeyRenamed } from '../../base/index';
import { scopeOf, stateName, statePath, type StatePath } from '../paths';
import { stateAt } from '../scopes';
import { remapSidecar } from '../sidecar';
import type { Edit } from './contract';
import { checkName, edited, movePaths, noState, retargetScope, statesOf, withStates } from './support';

export interface RenameState {
  readonly state: StatePath;
  readonly to: string;
}

/** Renames a state and everything that names it: StartAt, Next, Default, Catch and Choices of its scope. */
export const renameState: Edit<RenameState> = {
  label: ({ state, to }) => `Rename "${stateName(state)}" to "${to}"`,
  apply(document, { state, to }) {
    const { definition } = document;
    if (!stateAt(definition, state)) return noState(state);
    const from = stateName(state);
    if (to === from) return edited(document, definition, [state]);
    const problem = checkName(definition, to, state);
    if (problem) return fail({ ...problem, at: state });
    const scope = scopeOf(state);
    const path = statePath(scope, to);
    const renamed = withStates(definition, scope, withKeyRenamed(statesOf(definition, scope), from, to));
    const next = retargetScope(renamed, scope, (target) => (target === from ? to : target));
    return edited(document, next, [path], remapSidecar(document.sidecar, movePaths(state, path)));
  },
};
