import { type JsonObject, isArray, own, valueAt, withKey, withoutValueAt } from '../../base/index';
import { stateName, toJsonPath, type StatePath } from '../paths';
import { stateAt } from '../scopes';
import { remapSidecar } from '../sidecar';
import type { Edit } from './contract';
import { edited, noState, refuse, withState } from './support';
import { followIndex } from './reorder';

/** Adds a branch to a Parallel: a place for states, without any yet. */
export const addBranch: Edit<{ readonly state: StatePath }> = {
  label: ({ state }) => `Add branch to "${stateName(state)}"`,
  apply(document, { state: path }) {
    const { definition } = document;
    const state = stateAt(definition, path);
    if (!state) return noState(path);
    const branches = own(state, 'Branches');
    const before = isArray(branches) ? branches : [];
    const branch: JsonObject = { StartAt: '', States: {} };
    return edited(document, withState(definition, path, withKey(state, 'Branches', [...before, branch])), [path]);
  },
};

/** Takes a branch of a Parallel away with all its states; the last one stays. */
export const removeBranch: Edit<{ readonly state: StatePath; readonly index: number }> = {
  label: ({ state }) => `Remove branch of "${stateName(state)}"`,
  apply(document, { state, index }) {
    const at = [...toJsonPath(state), 'Branches'];
    const branches = valueAt(document.definition, at);
    if (!isArray(branches) || !(index in branches)) return refuse('NOTHING_TO_DO', 'There is no such branch.', state);
    if (branches.length === 1) return refuse('ILLEGAL_MOVE', 'A Parallel state needs at least one branch.', state);
    const follow = followIndex(`${state}/Branches`, (old) => (old === index ? null : old > index ? old - 1 : old));
    return edited(
      document,
      withoutValueAt(document.definition, [...at, index]) as JsonObject,
      [state],
      remapSidecar(document.sidecar, follow),
    );
  },
};
