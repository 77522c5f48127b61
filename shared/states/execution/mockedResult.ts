import type { JsonValue } from '../../base/index';
import { StateFailure } from '../../expressions/index';
import type { TaskOutcome } from '../execution';

/** The result that a test gives for a Map or Parallel; throws where it gives an error. */
export function mockedResult(outcome: TaskOutcome): JsonValue {
  if (outcome.kind === 'success') return outcome.output;
  if (outcome.kind === 'failure') throw new StateFailure(outcome.error, outcome.cause, { child: true });
  throw new StateFailure('States.Timeout', undefined, { child: true });
}
