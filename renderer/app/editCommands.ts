import { edgeId } from '#shared/graph/index';
import { allScopes, redoLabel, statesIn, transitionsIn, undoLabel } from '#shared/workflow/index';
import { deleteStates } from '#shared/workflow/edits/deleteStates';
import { disconnect } from '#shared/workflow/edits/disconnect';
import { duplicateStates } from '#shared/workflow/edits/duplicateStates';
import type { CommandActions } from '../editor/commands';
import { activeDocument, applyEdit, redo, select, undo } from '../editor/editing';
import { activeSession, setRenaming, showOverlay } from '../editor/store';
import { selectedStates } from './selectedStates';

const undoStack = () => activeSession()?.undo ?? null;

export const editCommands: CommandActions<
  'edit.undo' | 'edit.redo' | 'edit.duplicate' | 'edit.rename' | 'edit.delete' | 'edit.selectAll' | 'edit.find'
> = {
  'edit.undo': { run: undo, enabled: () => isSome(undoStack(), undoLabel) },
  'edit.redo': { run: redo, enabled: () => isSome(undoStack(), redoLabel) },
  'edit.duplicate': {
    run: () => applyEdit(duplicateStates, { states: selectedStates() }),
    enabled: () => selectedStates().length > 0,
  },
  'edit.rename': {
    run: () => setRenaming(selectedStates()[0] ?? null),
    enabled: () => selectedStates().length > 0,
  },
  'edit.delete': {
    run: deleteSelection,
    enabled: () => selectedStates().length > 0 || (activeSession()?.selection.edge ?? null) !== null,
  },
  'edit.selectAll': { run: selectAll, enabled: () => activeDocument() !== null },
  'edit.find': { run: () => showOverlay('find'), enabled: () => activeDocument() !== null },
};

function isSome<Stack>(stack: Stack | null, label: (stack: Stack) => string | null): boolean {
  return stack !== null && label(stack) !== null;
}

function deleteSelection(): void {
  const session = activeSession();
  const document = activeDocument();
  if (!session || !document) return;
  const { states, edge } = session.selection;
  if (states.length > 0) {
    applyEdit(deleteStates, { states });
    return;
  }
  if (edge === null) return;
  const all = allScopes(document.definition).flatMap((scope) => transitionsIn(document.definition, scope));
  const transition = all.find(({ ref }) => edgeId(ref) === edge);
  if (transition) applyEdit(disconnect, { ref: transition.ref });
}

function selectAll(): void {
  const session = activeSession();
  const document = activeDocument();
  if (session && document) select(statesIn(document.definition, session.focus).map((entry) => entry.path));
}
