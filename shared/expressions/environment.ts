import type { JsonObject } from '../base/index';
import type { Variables } from './variables';

/** What an expression may read besides its own input, and the chance it may use. */
export interface Environment {
  readonly variables: Variables;
  /** The context object; built when first asked for. */
  context(): JsonObject;
  random(): number;
  uuid(): string;
  /** Milliseconds since the epoch. */
  now(): number;
}
