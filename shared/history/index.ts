/** The door of this room: what others may use. Inside it, files import each other directly. */
export { HistoryCursor, eventsUntil } from './cursor';
export { diffRuns } from './diffRuns';
export {
  rowOf,
  stateEvents,
  type EventDetails,
  type EventMeaning,
  type EventType,
  type StateEvents,
} from './eventTable';
export { detailsOf, makeEvent, timeOf, type HistoryEvent } from './events';
export { isExecutionStatus, type ExecutionStatus } from './executionStatus';
export { foldHistory } from './fold';
export type { Attempt, RunView, ScopeRef, StateVisit } from './runView';
