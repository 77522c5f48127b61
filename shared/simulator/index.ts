/** The door of this room: what others may use. Inside it, files import each other directly. */
export { compile } from './compile';
export { Simulation } from './simulation';
export type { TaskAnswer, Worker } from './worker';
export { listTestCases, readMockTestCase } from './workers/mockConfig';
export { mockWorker } from './workers/mockWorker';
export { stubStore } from './workers/stubStore';
export { stubWorker } from './workers/stubWorker';
export type { TestStateAnswer, TestStateRequest } from './testState/request';
export { testState } from './testState/testState';
