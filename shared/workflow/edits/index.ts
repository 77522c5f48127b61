import { addBranch, removeBranch } from './branches';
import { addState } from './addState';
import { changeStateType } from './changeStateType';
import { connect } from './connect';
import { deleteStates } from './deleteStates';
import { disconnect } from './disconnect';
import { duplicateStates } from './duplicateStates';
import { insertFragment } from './insertFragment';
import { insertOnTransition } from './insertOnTransition';
import { keepInSidecar } from './keepInSidecar';
import { insertWaitBefore } from './insertWaitBefore';
import { setNote, toggleBreakpoint } from './marks';
import { moveStates } from './moveStates';
import { pasteStates } from './pasteStates';
import { reconnect } from './reconnect';
import { renameState } from './renameState';
import { reorder } from './reorder';
import { setFields } from './setFields';
import { setPositions } from './setPositions';
import { setStart } from './setStart';
import { wrapStates } from './wrapStates';

/** Every act on a document, by name. The property test runs random sequences of them. */
export const edits = {
  addBranch,
  addState,
  changeStateType,
  connect,
  deleteStates,
  disconnect,
  duplicateStates,
  insertFragment,
  insertOnTransition,
  insertWaitBefore,
  keepInSidecar,
  moveStates,
  pasteStates,
  reconnect,
  removeBranch,
  renameState,
  reorder,
  setFields,
  setNote,
  setPositions,
  setStart,
  toggleBreakpoint,
  wrapStates,
} as const;
