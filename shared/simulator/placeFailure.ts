import { StateFailure } from '../expressions/index';
import type { LineOfControl } from './lineOfControl';

/**
 * The failure in AWS's words: "An error occurred while executing the state ..." before its cause, and reported by an
 * EvaluationFailed event where it comes from a query. A failure that was placed already is returned as it is.
 */
export function placeFailure(
  line: LineOfControl & { readonly beforeEventId: number },
  failure: StateFailure,
): StateFailure {
  const { details } = failure;
  if (details.placed !== true) return failure;
  const cause = `An error occurred while executing the state '${line.stateName}' (entered at the event id #${String(line.enteredEventId)}). ${failure.cause ?? ''}`;
  if (details.evaluation !== undefined) {
    const { location } = details.evaluation;
    // AWS lets EvaluationFailed point to the event before StateEntered, but for Wait to StateEntered itself.
    if (line.stateType !== 'Wait') line.continueFrom(line.beforeEventId);
    line.emit('EvaluationFailed', {
      ...(failure.error === undefined ? {} : { error: failure.error }),
      cause,
      ...(location === undefined ? {} : { location }),
      state: line.stateName,
    });
  }
  return new StateFailure(failure.error, cause);
}
