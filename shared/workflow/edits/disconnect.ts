import { stateName } from '../paths';
import { stateAt } from '../scopes';
import { sameSlot, type TransitionRef } from '../transitions';
import type { Edit } from './contract';
import { edited, noState, refuse, retargeted, withStart, withState } from './support';

export interface Disconnect {
  readonly ref: TransitionRef;
}

/** Takes a transition away: Next becomes End, a rule or catcher goes, Default and StartAt become empty. */
export const disconnect: Edit<Disconnect> = {
  label: ({ ref }) => (ref.from === null ? 'Disconnect Start' : `Disconnect "${stateName(ref.from)}"`),
  apply(document, { ref }) {
    const { definition } = document;
    if (ref.from === null) return edited(document, withStart(definition, ref.scope, ''), []);
    const state = stateAt(definition, ref.from);
    if (!state) return noState(ref.from);
    const next = retargeted(state, (target, slot) => (sameSlot(slot, ref.slot) ? null : target));
    if (next === state) return refuse('NO_SUCH_TRANSITION', 'The transition is gone.');
    return edited(document, withState(definition, ref.from, next), [ref.from]);
  },
};
