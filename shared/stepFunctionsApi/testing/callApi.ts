import type { JsonValue } from '../../base/json';
import { seededRandom } from '../../base/seededRandom';
import { ApiError } from '../apiError';
import { memoryStore } from './memoryStore';
import type { ApiSettings } from '../settings';
import { StepFunctionsApi } from '../stepFunctionsApi';

export const base = 'arn:aws:states:us-east-1:123456789012';
export const role = 'arn:aws:iam::123456789012:role/r';
export const pass = '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}';
/** Waits for somebody outside. */
export const waits =
  '{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"End":true}}}';

/** An API on virtual time, called as the wire calls it. Its clock stands still. */
export function apiOf(settings: Partial<ApiSettings> = {}): StepFunctionsApi {
  return new StepFunctionsApi({
    store: memoryStore(),
    accountId: '123456789012',
    now: () => Date.UTC(2026, 0, 31),
    after: () => () => undefined,
    clock: null,
    random: seededRandom(1),
    onFault: (problem) => {
      throw problem;
    },
    ...settings,
  });
}

/** What is answered, or the error with its code. */
export async function ask(
  api: StepFunctionsApi,
  operation: string,
  request: unknown,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    const caller = { region: 'us-east-1', gone: () => undefined };
    return (await api.call(operation, request as JsonValue, caller)) as Readonly<Record<string, unknown>>;
  } catch (problem) {
    if (!(problem instanceof ApiError)) throw problem;
    return { code: problem.code, message: problem.message, ...problem.more };
  }
}
