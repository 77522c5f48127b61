/** The door of this room: what others may use. Inside it, files import each other directly. */
export { comparisons, type Comparand } from './choice/comparisons';
export { conditionText } from './choice/conditionText';
export { compileChoice } from './choice/execute';
export { maxSeconds } from './commonFields';
export type { CompileProblem, CompileState, StateSource } from './compiling';
export type { StateField } from './contract';
export type {
  AbortedChild,
  ChildEnd,
  ChildExecutionFacts,
  ChildExecutionStart,
  ChildStart,
  CompiledScope,
  CompiledState,
  AnswerAtOnce,
  Effect,
  ExecutionEnvironment,
  FailureData,
  Flow,
  InspectionStage,
  RetainedChildren,
  MapItem,
  ItemCounts,
  MapRunChanges,
  MapRunRecord,
  ReadAs,
  RunLimits,
  RunSettings,
  StateChildren,
  StateHooks,
  StateOutcome,
  StateRun,
  StoreRequest,
  StoredObject,
  TakenSlot,
  TaskOutcome,
  TaskRequest,
  Watch,
} from './execution';
export { checkAssignedNames } from './execution/assignNames';
export { bytesOf, exceedsBytes, tooLarge } from './execution/payload';
export { compileFail } from './fail/execute';
export { evaluatedFields, visitTexts, type DataStage, type EvaluatedField } from './expressionFields';
export { checkField, isTimestamp } from './fieldCheck';
export { fieldsOf } from './fieldTable';
export { compileMap } from './map/execute';
export { checkMapFields } from './map/mapFields';
export { mapFieldsAt } from './map/nestedFields';
export { isDistributed, processorConfig } from './map/processor';
export { compileParallel } from './parallel/execute';
export { compilePass } from './pass/execute';
export { stateTypes, type FieldTab } from './stateTypes';
export { compileSucceed } from './succeed/execute';
export { summarizeState, type Badge } from './summary';
export { compileTask } from './task/execute';
export { newTask } from './task/newTask';
export { toBeFilled } from './task/toBeFilled';
export { variablesRead } from './variablesRead';
export { compileWait } from './wait/execute';
export { variableReferences } from './variableReferences';
