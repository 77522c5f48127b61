import { scopeOf, stateName, type ScopePath, type StatePath } from '../paths';
import { stateAt } from '../scopes';
import type { Edit } from './contract';
import { edited, noState, refuse, withStart } from './support';

export interface SetStart {
  readonly scope: ScopePath;
  readonly to: StatePath;
}

/** Makes a state the first one of its scope. */
export const setStart: Edit<SetStart> = {
  label: ({ to }) => `Start at "${stateName(to)}"`,
  apply(document, { scope, to }) {
    if (!stateAt(document.definition, to)) return noState(to);
    if (scopeOf(to) !== scope) {
      return refuse('ILLEGAL_TRANSITION', 'A scope starts at one of its own states.', to);
    }
    return edited(document, withStart(document.definition, scope, stateName(to)), [to]);
  },
};
