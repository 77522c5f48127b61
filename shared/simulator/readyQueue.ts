import type { LineOfControl } from './lineOfControl';

/** A line of control that can go on, and with what. */
export interface Ready {
  readonly thread: LineOfControl;
  readonly value: unknown;
  readonly threw: boolean;
}

/** Lines of control in the order they became ready. Taking one is O(1): what was taken is cut off now and then. */
export class ReadyQueue {
  private queue: (Ready | undefined)[] = [];
  private head = 0;

  get isEmpty(): boolean {
    return this.head >= this.queue.length;
  }

  add(ready: Ready): void {
    this.queue.push(ready);
  }

  take(): Ready | undefined {
    const next = this.queue[this.head];
    if (next === undefined) return undefined;
    // What was taken must not hold a child execution that has ended.
    this.queue[this.head++] = undefined;
    if (this.head === this.queue.length) {
      this.queue = [];
      this.head = 0;
    } else if (this.head > 1024 && this.head * 2 > this.queue.length) {
      this.queue = this.queue.slice(this.head);
      this.head = 0;
    }
    return next;
  }
}
