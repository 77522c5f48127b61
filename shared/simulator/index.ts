/** The door of this room: what others may use. Inside it, files import each other directly. */
export { compile, type Program } from './compile';
export { Simulation, type ChildExecutionResult, type ExecutionResult } from './simulation';
export type { JournalEntry } from './live/journal';
export { LiveExecution, type Carried, type LiveClock, type LiveHost } from './live/liveExecution';
export type { Asked } from './live/liveScheduler';
export { StoreProblem, type ObjectStore, type TaskAnswer, type Worker } from './worker';
export { nestedAnswer } from './workers/nestedWorker';
export { lambdaInvokeResult } from './workers/lambdaResult';
export { listTestCases, readMockTestCase, type MockedStep } from './workers/mockConfig';
export { mockWorker } from './workers/mockWorker';
export { stubStore } from './workers/stubStore';
export { nestedWorker } from './workers/nestedWorker';
export { stubWorker } from './workers/stubWorker';
export type { TestStateAnswer, TestStateRequest } from './testState/request';
export { testState } from './testState/testState';
