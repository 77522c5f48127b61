/** The door of this room: what others may use. Inside it, files import each other directly. */
export { exportText, locate, newDocument, printDocument, withDefinition, type WorkflowDocument } from './document';
export { addState } from './edits/addState';
export { addBranch, removeBranch } from './edits/branches';
export { changeStateType } from './edits/changeStateType';
export { connect } from './edits/connect';
export type { Edit, EditProblem, Edited } from './edits/contract';
export { copyStates } from './edits/copyStates';
export { deleteStates } from './edits/deleteStates';
export { disconnect } from './edits/disconnect';
export { duplicateStates } from './edits/duplicateStates';
export { insertFragment } from './edits/insertFragment';
export { insertOnTransition } from './edits/insertOnTransition';
export { insertWaitBefore } from './edits/insertWaitBefore';
export { keepInSidecar } from './edits/keepInSidecar';
export { moveStates } from './edits/moveStates';
export { pasteStates } from './edits/pasteStates';
export { reconnect } from './edits/reconnect';
export { renameState } from './edits/renameState';
export { reorder } from './edits/reorder';
export { setFields } from './edits/setFields';
export { setPositions } from './edits/setPositions';
export { setStart } from './edits/setStart';
export { toggleBreakpoint } from './edits/toggleBreakpoint';
export { wrapStates } from './edits/wrapStates';
export { parseDocument, type ParsedDocument, type ParseProblem } from './parse';
export {
  fromJsonPath,
  isInside,
  parentState,
  rootScope,
  scopeOf,
  stateName,
  stateOfPlace,
  statePath,
  toJsonPath,
  type ScopePath,
  type StatePath,
} from './paths';
export { allScopes, allStates, childScopes, queryLanguageOf, stateAt, statesIn } from './scopes';
export { printSidecar, remapSidecar } from './sidecar';
export { transitionProblem, type TransitionEnd } from './transitionProblem';
export {
  hasNext,
  hasRules,
  isEnd,
  transitionsFrom,
  transitionsIn,
  typeOf,
  type TransitionRef,
  type TransitionSlot,
} from './transitions';
export {
  pushEntry,
  redoEntry,
  redoLabel,
  startUndo,
  undoEntry,
  undoLabel,
  type UndoEntry,
  type UndoStack,
} from './undo';
