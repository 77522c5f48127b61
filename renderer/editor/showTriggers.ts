import { activeSession, setState, updateSession } from './store';
import { nothingSelected } from './session';

/** Shows the triggers of the workflow in the inspector. */
export function showTriggers(): void {
  const session = activeSession();
  if (!session) return;
  updateSession(session.id, (current) => ({ ...current, selection: nothingSelected }));
  setState({ machineTab: 'triggers', inspectorOpen: true });
}
