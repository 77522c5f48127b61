import { type FailureDetails, StateFailure } from '../../expressions/index';
import type { StateRun } from '../execution';

/** Whether a text takes more bytes of UTF-8 than allowed. Counts only where the length leaves it open. */
export function exceedsBytes(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return false;
  return text.length > bytes || bytesOf(text) > bytes;
}

/** How many bytes a text takes in UTF-8. */
export function bytesOf(text: string): number {
  let size = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A pair of surrogates is four bytes in two characters.
    if (code >= 0xd800 && code < 0xdc00) i++;
    size += code < 0x800 ? 1 : 2;
  }
  return size;
}

/**
 * Fails the state where what it sends (`provided parameters`) or what came of its work (`returned a result`) is larger
 * than AWS passes on; `name` is the state or the service that AWS blames. Source: AWS developer guide, "Handling
 * errors", States.DataLimitExceeded: a connector's output, a state's output, a state's input after Parameters. AWS calls
 * it terminal: States.ALL does not take it.
 */
export function limitPayload(
  run: StateRun,
  text: string,
  act: 'provided parameters' | 'returned a result',
  name = run.stateName,
): void {
  if (exceedsBytes(text, run.environment.limits.payloadBytes)) throw tooLarge(act, name);
}

export function tooLarge(
  act: 'provided parameters' | 'returned a result',
  name: string,
  details: FailureDetails = {},
): StateFailure {
  const cause = `The state/task '${name}' ${act} with a size exceeding the maximum number of bytes service limit.`;
  return new StateFailure('States.DataLimitExceeded', cause, { ...details, terminal: true });
}
