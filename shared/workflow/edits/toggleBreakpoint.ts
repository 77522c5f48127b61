import { stateName, type StatePath } from '../paths';
import { stateAt } from '../scopes';
import type { Edit } from './contract';
import { edited, noState } from './support';

/** Sets or takes away the breakpoint of a state. */
export const toggleBreakpoint: Edit<{ readonly state: StatePath }> = {
  label: ({ state }) => `Breakpoint on "${stateName(state)}"`,
  apply(document, { state }) {
    if (!stateAt(document.definition, state)) return noState(state);
    const { breakpoints } = document.sidecar;
    const next = breakpoints.includes(state) ? breakpoints.filter((path) => path !== state) : [...breakpoints, state];
    return edited(document, document.definition, [state], { ...document.sidecar, breakpoints: next });
  },
};
