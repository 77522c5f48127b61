import type { Effect } from '../states/execution';
import type { Thread } from './thread';

/** A task attempt under way, with the timers that may end it. */
export interface TaskWait {
  readonly kind: 'task';
  readonly thread: Thread;
  readonly effect: Effect & { readonly kind: 'invoke' };
  /** Effect ids of the running timers. */
  timeoutId: number | undefined;
  heartbeatId: number | undefined;
}

/** What an effect id stands for while the host has not answered it. */
export type Wait =
  | TaskWait
  /** Resumes the thread with the value of the answer. */
  | { readonly kind: 'value'; readonly thread: Thread }
  | { readonly kind: 'timer'; readonly thread: Thread; readonly task: number; readonly by: 'timeout' | 'heartbeat' }
  | { readonly kind: 'executionTimeout'; readonly onTime: () => void };
