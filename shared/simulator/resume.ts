import type { JsonValue } from '../base/index';
import type { Variables } from '../expressions/index';

/**
 * Where a failed scope goes on when it is redriven: at the state that failed, with the input it had, keeping the
 * children of a Parallel or Map that succeeded and going on inside those that did not.
 */
export interface ResumePoint {
  readonly stateName: string;
  /** The state's StateEntered, and the last event before the scope stopped. */
  readonly enteredEventId: number;
  readonly lastEventId: number;
  /** The Map Run of a distributed Map: a redrive goes on with it. */
  readonly mapRunArn?: string | undefined;
  readonly input: JsonValue;
  readonly variables: Variables;
  /** Outputs of the children that succeeded, by index. */
  readonly outputs: ReadonlyMap<number, JsonValue>;
  /** The children that failed or were stopped, by index. */
  readonly children: ReadonlyMap<number, ResumePoint>;
}
