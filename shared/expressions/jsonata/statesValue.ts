import type { JsonValue } from '../../base/index';

/** `$states` of one evaluation: input, and result or errorOutput where the field has them. */
export interface StatesValue {
  readonly input: JsonValue;
  readonly result?: JsonValue;
  readonly errorOutput?: JsonValue;
}
