/** The door of this room: what others may use. Inside it, files import each other directly. */
export { checkPath, type PathForm } from './checkPath';
export { compilePath, type CompiledPath } from './compilePath';
export type { Environment } from './environment';
export { evaluateJsonata } from './evaluateJsonata';
export { type FailureDetails, StateFailure, queryFailure, runtimeFailure } from './failure';
export { PathNotFound } from './jsonPath/evaluate';
export { parsePath } from './jsonPath/parse';
export type { FilterOperand, FilterTest, ParsedPath, Segment } from './jsonPath/syntax';
export { expressionText, type StatesValue } from './jsonata/compileExpression';
export { expressionFacts } from './jsonata/expressionFacts';
export { functionNames, missingFunction } from './jsonata/functionNames';
export { compileJsonataTemplate, type CompiledJsonata } from './jsonata/compileTemplate';
export { parseIntrinsic, type IntrinsicArgument, type IntrinsicCall } from './parseIntrinsic';
export { compileDynamic, compileTemplate, readField, type CompiledTemplate } from './payloadTemplate';
export { pathFacts } from './pathFacts';
export { compileResultPath, type CompiledResultPath } from './referencePath';
export { checkTemplate, looksEvaluated, visitTemplate } from './templateProblems';
export { assignVariables, noVariables, type Variables } from './variables';
