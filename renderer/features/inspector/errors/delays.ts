import { type JsonObject, own } from '#shared/base/index';

/** One delay before a retry: in seconds; with full jitter anything from 0 to `most`. */
export interface Delay {
  readonly attempt: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The delays that a retrier gives, at most `limit` of them.
 * Source: AWS developer guide, "Retrying after an error": IntervalSeconds 1, MaxAttempts 3 and BackoffRate 2.0 when left
 * out, each delay the one before times BackoffRate, none above MaxDelaySeconds; FULL jitter draws from 0 to the delay.
 */
export function delaysOf(retrier: JsonObject, limit = 12): readonly Delay[] {
  const number = (name: string, otherwise: number) => {
    const value = own(retrier, name);
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise;
  };
  const attempts = Math.min(limit, Math.floor(number('MaxAttempts', 3)));
  const cap = number('MaxDelaySeconds', Infinity);
  const interval = number('IntervalSeconds', 1);
  const rate = Math.max(1, number('BackoffRate', 2));
  const jitter = own(retrier, 'JitterStrategy') === 'FULL';
  return Array.from({ length: attempts }, (_, index) => {
    const most = Math.min(cap, interval * rate ** index);
    return { attempt: index + 1, least: jitter ? 0 : most, most };
  });
}
