import { type JsonObject, isArray, own } from '../../base/index';
import type { StateFailure } from '../../expressions/index';

/** The names that a retrier or catcher takes. */
export function errorNames(handler: JsonObject): readonly string[] {
  const names = own(handler, 'ErrorEquals');
  return isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

type Takes = (failure: StateFailure) => boolean;

/**
 * The names that take more than the error of that name. Sources: AWS developer guide, "Handling errors in Step Functions
 * workflows", and the States Language's appendix A; docs/conformance.md has the table with what was recorded.
 */
const wildcards: Readonly<Record<string, Takes>> = {
  'States.ALL': ({ details }) => details.terminal !== true,
  'States.TaskFailed': ({ error, details }) => error !== 'States.Timeout' && details.terminal !== true,
  'States.HeartbeatTimeout': ({ details }) => details.heartbeat === true,
  'States.BranchFailed': ({ details }) => details.branch === true,
};

/** Whether a handler's error names take a failure. States.Runtime is never taken, not even by its own name. */
export function takes(names: readonly string[], failure: StateFailure): boolean {
  if (failure.error === 'States.Runtime') return false;
  return names.some((name) => name === failure.error || wildcards[name]?.(failure) === true);
}
