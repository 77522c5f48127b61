/** The door of this room: what others may use. Inside it, files import each other directly. */
export { codeActions, fixTitle, type CodeAction } from './codeActions';
export { completionAt } from './completion/completion';
export type { Completion, CompletionItem, CompletionKind, Knowledge, Range, StateData, TextChange } from './contract';
export { diagnosticsOf, type PlacedDiagnostic } from './diagnostics';
export { indexText, indexVersion, type DocumentIndex } from './documentIndex';
export { fieldCompletion, type FieldText } from './fieldText';
export { fieldValue, stageOfField, type FieldQuestion } from './fieldValue';
export { foldingRanges } from './folding';
export { formattingChanges } from './formatting';
export { hoverAt, type Hover } from './hover';
export { errorNamesFor } from './offeredErrors';
export { definitionAt, referencesAt } from './references';
export { renameChanges, renamedAt } from './rename';
export { semanticTokens, type SemanticToken } from './semanticTokens';
export { signatureHelpAt, type SignatureHelp } from './signatureHelp';
export { stateAtOffset } from './surroundings';
export { outlineOf, type OutlineState } from './symbols';
export type { TokenKind } from './tokens';
