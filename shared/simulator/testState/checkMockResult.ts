import { type JsonObject, type JsonValue, own } from '../../base/index';
import { checkResult, type TaskResults } from '../../services/index';

/**
 * Checks a mocked result against the shape of what the Task gives, as far as it is known. STRICT wants the required
 * members too, PRESENT looks at what is there, NONE at nothing. Members that the shape does not name pass.
 */
export function checkMockResult(
  state: JsonObject,
  result: JsonValue,
  mode: 'STRICT' | 'PRESENT' | 'NONE',
  results: TaskResults | undefined,
): string | undefined {
  if (mode === 'NONE' || own(state, 'Type') !== 'Task') return undefined;
  const shape = results?.(String(own(state, 'Resource')));
  return shape ? checkResult(shape, result, mode === 'STRICT') : undefined;
}
