import { stateName, type StatePath } from '../paths';
import { stateAt } from '../scopes';
import type { Edit } from './contract';
import { edited, noState } from './support';

/** Writes a note on a state, kept in the sidecar; empty text takes it away. */
export const setNote: Edit<{ readonly state: StatePath; readonly note: string }> = {
  name: 'setNote',
  label: ({ state }) => `Note on "${stateName(state)}"`,
  apply(document, { state, note }) {
    if (!stateAt(document.definition, state)) return noState(state);
    const others = Object.entries(document.sidecar.notes).filter(([path]) => path !== state);
    const notes = Object.fromEntries(note.trim() === '' ? others : [...others, [state, note]]);
    return edited(document, document.definition, [state], { ...document.sidecar, notes });
  },
};

/** Sets or takes away the breakpoint of a state. */
export const toggleBreakpoint: Edit<{ readonly state: StatePath }> = {
  name: 'toggleBreakpoint',
  label: ({ state }) => `Breakpoint on "${stateName(state)}"`,
  apply(document, { state }) {
    if (!stateAt(document.definition, state)) return noState(state);
    const { breakpoints } = document.sidecar;
    const next = breakpoints.includes(state) ? breakpoints.filter((path) => path !== state) : [...breakpoints, state];
    return edited(document, document.definition, [state], { ...document.sidecar, breakpoints: next });
  },
};
