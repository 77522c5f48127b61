import type { Splice } from './splice';

/** Where places of an old text are in the new one. A place inside of what a splice replaced is none. */
export class Shift {
  private readonly ends: readonly number[];
  /** By how much the text has grown after as many splices. */
  private readonly grown: readonly number[];

  /** @param splices in the order in which they are made */
  constructor(private readonly splices: readonly Splice[]) {
    this.ends = splices.map((splice) => splice.end);
    const grown = [0];
    for (const { start, end, text } of splices) grown.push((grown.at(-1) ?? 0) + text.length - (end - start));
    this.grown = grown;
  }

  /** Before what is inserted at this very place. */
  of(offset: number): number {
    let count = this.countTo(offset, false);
    for (let splice = this.splices[count]; splice; splice = this.splices[count]) {
      if (splice.end !== offset || splice.start === offset) break;
      count += 1;
    }
    return offset + (this.grown[count] ?? 0);
  }

  /** After what is inserted at this very place. */
  after(offset: number): number {
    return offset + (this.grown[this.countTo(offset, true)] ?? 0);
  }

  /** How many splices end before the offset, or at it. */
  private countTo(offset: number, inclusive: boolean): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = this.ends[middle] ?? Infinity;
      if (end < offset || (inclusive && end === offset)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
