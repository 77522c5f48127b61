interface Timer {
  readonly at: number;
  readonly order: number;
  readonly fire: () => void;
}

/** Timers in the order of their times; those of one time in the order they were set. A binary heap. */
export class TimerQueue {
  private readonly heap: Timer[] = [];
  private order = 0;

  get nextTime(): number | undefined {
    return this.heap[0]?.at;
  }

  /** How many timers are set for the first time of all. */
  countAtNext(): number {
    const { nextTime, heap } = this;
    // Whatever stands above a timer of the first time in the heap is of that time, too.
    const count = (i: number): number => (heap[i]?.at === nextTime ? 1 + count(2 * i + 1) + count(2 * i + 2) : 0);
    return nextTime === undefined ? 0 : count(0);
  }

  add(at: number, fire: () => void): void {
    const { heap } = this;
    const timer = { at, order: this.order++, fire };
    let i = heap.length;
    while (i > 0) {
      const up = (i - 1) >> 1;
      const parent = heap[up];
      if (parent === undefined || !before(timer, parent)) break;
      heap[i] = parent;
      i = up;
    }
    heap[i] = timer;
  }

  /** Takes the first timer out. */
  take(): (() => void) | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first?.fire;
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      const [left, right] = [heap[down], heap[down + 1]];
      if (left === undefined) break;
      let smaller = left;
      if (right !== undefined && before(right, left)) {
        smaller = right;
        down++;
      }
      if (!before(smaller, last)) break;
      heap[i] = smaller;
      i = down;
    }
    heap[i] = last;
    return first.fire;
  }
}

function before(a: Timer, b: Timer): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
