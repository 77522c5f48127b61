import { type JsonObject, own } from '../base/index';
import { readResource } from '../services/index';

/** Reserved names that a retrier or catcher may list. Source: ASL specification, "Appendix A: Predefined error codes". */
const reserved = [
  'States.ALL',
  'States.TaskFailed',
  'States.Timeout',
  'States.HeartbeatTimeout',
  'States.Permissions',
  'States.BranchFailed',
  'States.ItemReaderFailed',
  'States.ResultWriterFailed',
  'States.ExceedToleratedFailureThreshold',
  'States.IntrinsicFailure',
  'States.QueryEvaluationError',
];

/** Error names worth offering for a state: those of its service first. */
export function errorNamesFor(state: JsonObject): readonly string[] {
  const resource = own(state, 'Resource');
  const read = readResource(typeof resource === 'string' ? resource : '');
  return [...new Set([...(read.kind === 'action' ? read.action.errors : []), ...reserved])];
}
