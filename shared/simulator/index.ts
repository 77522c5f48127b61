/** The door of this room: what others may use. Inside it, files import each other directly. */
export { compile, type Program } from './compile';
export { Simulation, type ExecutionResult } from './simulation';
export { StoreProblem, type ObjectStore, type TaskAnswer, type Worker } from './worker';
export { listTestCases, readMockTestCase, type MockedStep } from './workers/mockConfig';
export { mockWorker } from './workers/mockWorker';
export { stubStore } from './workers/stubStore';
export { nestedWorker } from './workers/nestedWorker';
export { stubWorker } from './workers/stubWorker';
export type { TestStateAnswer, TestStateRequest } from './testState/request';
export { testState } from './testState/testState';
