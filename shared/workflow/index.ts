/** The door of this room: what others may use. Inside it, files import each other directly. */
export { textOfVersion, withEditInBroken, type BrokenText, type Version } from './broken';
export {
  exportText,
  locate,
  newDocument,
  printAs,
  splicesBetween,
  withDefinition,
  type SourceFormat,
  type WorkflowDocument,
} from './document';
export { draftAt, type Draft } from './drafts';
export type { Edit, EditProblem, Edited } from './edits/contract';
export { retargeted } from './edits/support';
export { formatText } from './formatText';
export { jsonProblem } from './text/jsonProblem';
export { parseDocument, placedIn, readPlaced, type ParsedDocument, type ParseProblem, type PlacedValue } from './parse';
export { documentFromPieces, piecesOf, type DocumentPiece } from './pieces';
export {
  filledDefinition,
  placeholderNames,
  placeholdersOf,
  withPlaceholderNames,
  withTexts,
  type Placeholder,
} from './placeholders';
export {
  fromJsonPath,
  isInside,
  parentState,
  placeLabel,
  rootScope,
  scopeOf,
  stateName,
  stateOfPlace,
  statePath,
  toJsonPath,
  type ScopePath,
  type StatePath,
} from './paths';
export { readingOf, type Reading } from './readings';
export { allScopes, allStates, childScopes, queryLanguageOf, stateAt, statesIn, type StateEntry } from './scopes';
export { emptySidecar, printSidecar, printSidecarForRecovery, remapSidecar, type LayoutDirection } from './sidecar';
export { sidecarOfMachine, withSidecarOfMachine } from './sidecarMachines';
export { intrinsicText } from './text/cloudFormationTags';
export { textHunks } from './text/hunks';
export { Lines, type LineColumn } from './text/lines';
export { applySplices, type Splice } from './text/splice';
export type { SyntaxNode, SyntaxTree } from './text/syntax';
export { nodeAt, type PlacedNode } from './text/treePaths';
export { yamlAround } from './text/yamlFocus';
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
