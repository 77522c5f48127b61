import { type StatePath, stateAt } from '#shared/workflow/index';
import { activeDocument } from '../editor/editing';
import { activeSession } from '../editor/store';

/** The selected states that the workflow on screen still has. */
export function selectedStates(): readonly StatePath[] {
  const document = activeDocument();
  const states = activeSession()?.selection.states ?? [];
  return document ? states.filter((path) => stateAt(document.definition, path) !== undefined) : [];
}
