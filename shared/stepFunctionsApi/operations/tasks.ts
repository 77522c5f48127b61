import { parseJsonText, type JsonValue } from '../../base/index';
import { ApiError } from '../apiError';
import type { Handlers } from '../call';
import { jacksonProblem } from '../jackson';

export const tasks: Handlers<'SendTaskSuccess' | 'SendTaskFailure' | 'SendTaskHeartbeat'> = {
  async SendTaskSuccess({ running }, { taskToken, output }) {
    const { live, id } = running.desk.task(taskToken);
    await live.report(id, { kind: 'outcome', outcome: { kind: 'success', output: parsed(output) } });
    return {};
  },

  async SendTaskFailure({ running }, { taskToken, error, cause }) {
    const { live, id } = running.desk.task(taskToken);
    const failure = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
    await live.report(id, { kind: 'outcome', outcome: { kind: 'failure', ...failure } });
    return {};
  },

  async SendTaskHeartbeat({ running }, { taskToken }) {
    const { live, id } = running.desk.task(taskToken);
    await live.report(id, { kind: 'heartbeat' });
    return {};
  },
};

function parsed(output: string): JsonValue {
  const problem = output.trim() === '' ? 'Invalid output.' : jacksonProblem(output)?.message;
  if (problem !== undefined) throw new ApiError('InvalidOutput', `Invalid Output: '${problem}'`);
  return parseJsonText(output);
}
