import { type ScopePath, type StatePath, isInside, parentState, rootScope, scopeOf } from '#shared/workflow/index';
import { canvasView } from './canvasView';
import { select } from './editing';
import { activeSession, updateSession } from './store';

/**
 * Goes to states: leaves a scope that does not hold them, opens the containers around them, selects them and brings them
 * into view. The one way to "show me that state".
 */
export function reveal(states: readonly StatePath[]): void {
  const session = activeSession();
  const [first] = states;
  if (!session || first === undefined) return;
  const shown = session.focus === rootScope || states.every((state) => isInside(state, session.focus));
  const around = new Set(states.flatMap(containersOf));
  updateSession(session.id, (current) => ({
    ...current,
    focus: shown ? current.focus : scopeOf(first),
    collapsed: [...current.collapsed].some((state) => around.has(state))
      ? new Set([...current.collapsed].filter((state) => !around.has(state)))
      : current.collapsed,
  }));
  select(states);
  canvasView()?.show(states);
}

/** The Map and Parallel states around a state, from the inside out. */
function containersOf(state: StatePath): StatePath[] {
  const containers: StatePath[] = [];
  let scope: ScopePath = scopeOf(state);
  for (let parent = parentState(scope); parent !== null; parent = parentState(scope)) {
    containers.push(parent);
    scope = scopeOf(parent);
  }
  return containers;
}
