import { type StateEvents, stateEvents } from '../../history/index';
import type { StateRun } from '../execution';
import type { StateType } from '../../asl/index';

/** Writes that a state in a branch or iteration was stopped; nothing for states that AWS has no such event for. */
export function emitAborted(run: StateRun, previousEventId: number, stateType: StateType | undefined): void {
  if (stateType === undefined) return;
  const { aborted }: StateEvents = stateEvents[stateType];
  if (aborted !== undefined) run.emitAside(previousEventId, aborted, undefined);
}
