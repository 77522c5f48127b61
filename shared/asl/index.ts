/** The door of this room: what others may use. Inside it, files import each other directly. */
export { expressionProblem, expressionSource, isExpression, isMeantAsExpression } from './expression';
export type { MachineType } from './machineType';
export { isQueryLanguage, type QueryLanguage } from './queryLanguage';
export { hasPlaceholder, isPlaceholder } from './placeholder';
export { parseResource, type IntegrationPattern, type Resource } from './resource';
export {
  factsOf,
  isStateType,
  scopeFields,
  stateTypeNames,
  typeEnds,
  typeHasCatch,
  typeHasNext,
  typeHasResult,
  typeHasRules,
  type ContainerType,
  type StateType,
} from './stateFacts';
export { variableNameProblem, variableOfKey } from './variableName';
