/** The door of this room: what others may use. Inside it, files import each other directly. */
export { expressionSource, isExpression } from './expression';
export { isQueryLanguage, type QueryLanguage } from './queryLanguage';
export { hasPlaceholder, isFilledIn, parseResource, type IntegrationPattern, type Resource } from './resource';
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
