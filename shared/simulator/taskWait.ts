import type { MapItem, TaskRequest } from '../states/index';
import type { LineOfControl } from './lineOfControl';

/** A task attempt under way, with the timers that may end it. */
export interface TaskWait {
  readonly kind: 'task';
  readonly line: LineOfControl;
  readonly request: TaskRequest;
  /** Effect ids of the running timers. */
  timeoutId: number | undefined;
  heartbeatId: number | undefined;
}

/** What an effect id stands for while the host has not answered it. */
export type Wait =
  | TaskWait
  /** Resumes the line of control with the value of the answer. `item` is the one an expression sees. */
  | { readonly kind: 'value'; readonly line: LineOfControl; readonly item: MapItem | undefined }
  | { readonly kind: 'timer'; readonly task: number; readonly by: 'timeout' | 'heartbeat' }
  | { readonly kind: 'executionTimeout'; readonly onTime: () => void };
