/** The door of this room: what others may use. Inside it, files import each other directly. */
export { breakpointIds, hasExpressions } from './breakpoints';
export { carryOut, childAgain, childLimit, type ChildPlace, type EndedRun } from './carryOut';
export { childCosts, typeOfChildren } from './childCosts';
export {
  summariseChances,
  usualChances,
  type Bar,
  type ChanceOutcome,
  type ChancesByState,
  type ChanceSummary,
  type TaskChances,
} from './chances';
export {
  defaultConfiguration,
  readMockFile,
  type BreakCondition,
  type MockFile,
  type RunConfiguration,
} from './configuration';
export { proposeTests, type ProposedTests } from './cover/proposeTests';
export { coverage, type CoverItem } from './coverage';
export { taskDurations, timedTasks, type TaskDurations, type TimedTask } from './durations';
export { importedCalls } from './exchange/importTestStateCalls';
export { importedCases, mockConfigOf } from './exchange/mockConfigFile';
export { testStateScript, type TestedRun } from './exchange/testStateCalls';
export { historyText } from './exportHistory';
export { failureOf, type RunFailure } from './failure';
export { readHistory, unknownStates } from './importHistory';
export type { NestedRun, NestedWorkflow } from './nested';
export { prettyJsonText, readJsonText } from './jsonText';
export { runManyTimes, type ManyRunsRequest } from './manyRuns';
export { readTaskMocks, sampleMocks, type EntryChange, type OutcomeChange, type TaskMock } from './mocks';
export type { FileReaders, PlacedObject } from './objects';
export type { RunPolicies } from './policyWorker';
export { definitionTexts, requestFor, runnableText, withEntry, withOutcome, type RunRequest } from './request';
export {
  isShown,
  requestOf,
  withHistory,
  withoutHistory,
  type ChildRun,
  type LoadedRun,
  type RefusedRun,
  type Run,
  type RunHistory,
  type ShownRun,
  type StoredRun,
} from './run';
export { nextStop, runTo, stepBack, stepInto, stepOut, stepOver, visitAt, type Stops } from './stepping';
export {
  judgeStep,
  keptStepTest,
  readStepTests,
  testStep,
  withStepTest,
  type KeptStepTest,
  type StepAnswer,
  type StepMock,
  type StepTest,
} from './stepTest';
export { suggestInput } from './suggestInput';
export { statusLabels, statusOf, summarise, takenTransitions, transitionKey, type DisplayStatus } from './summary';
export {
  barsOf,
  isMostlyIdle,
  timelineRows,
  timelineScale,
  type TimelineBar,
  type TimelineRow,
  type TimelineScale,
} from './timeline';
export { watchData, watched, type WatchData } from './watch';
export { filesForTest } from './testFiles';
export { judge, readTests, testOf, withTest, type Mismatch, type WorkflowTest } from './workflowTest';
