/** Intervals of x, disjoint and in order. Those with less than `gap` between them become one: nothing fits in there. */
export class Intervals {
  private readonly lows: number[];
  private readonly highs: number[];

  /** With a first interval: most have no other, and a list that grows from nothing reserves room for many. */
  constructor(
    private readonly gap: number,
    low: number,
    high: number,
  ) {
    this.lows = [low];
    this.highs = [high];
  }

  add(low: number, high: number): void {
    const first = firstAbove(this.highs, low - this.gap);
    let after = first;
    while (after < this.lows.length && (this.lows[after] ?? Infinity) < high + this.gap) after += 1;
    const left = after > first ? Math.min(low, this.lows[first] ?? low) : low;
    const right = after > first ? Math.max(high, this.highs[after - 1] ?? high) : high;
    // Nearly all widen an interval that is there, or come last; neither moves what is behind.
    if (after === first + 1 || first === this.lows.length) {
      this.lows[first] = left;
      this.highs[first] = right;
      return;
    }
    this.lows.splice(first, after - first, left);
    this.highs.splice(first, after - first, right);
  }

  /** The x itself when it is at least `clearance` away from every interval, else the next such x to one side of this interval. */
  past(x: number, clearance: number, side: -1 | 1): number {
    const at = firstAbove(this.highs, x - clearance);
    const low = this.lows[at];
    const high = this.highs[at];
    if (low === undefined || high === undefined || low - clearance >= x) return x;
    return side > 0 ? high + clearance : low - clearance;
  }

  /** Whether one of them reaches in between two x. */
  touch(left: number, right: number): boolean {
    const low = this.lows[firstAbove(this.highs, left)];
    return low !== undefined && low < right;
  }

  /** The first x on a side that has all of them on the other. */
  outside(clearance: number, side: -1 | 1): number {
    return side > 0 ? (this.highs.at(-1) ?? -Infinity) + clearance : (this.lows[0] ?? Infinity) - clearance;
  }
}

/**
 * What is blocked at which height: a segment tree over the heights at which something begins or ends, with the blocked
 * intervals of x in its nodes. A question about any range of heights looks at some log n lists, however many cards
 * stand there; without it, routing a scope grows with the square of its states and worse.
 */
export class Blocked {
  private readonly size: number;
  /** By node: what spans all heights of the node, and what begins or ends inside. */
  private readonly spanning: (Intervals | undefined)[];
  private readonly inside: (Intervals | undefined)[];

  /** @param heights in order, without repetition; the slab between two of them is the smallest unit */
  constructor(
    private readonly heights: readonly number[],
    private readonly gap: number,
  ) {
    this.size = 2 ** Math.ceil(Math.log2(heights.length + 1));
    this.spanning = new Array<Intervals | undefined>(2 * this.size).fill(undefined);
    this.inside = new Array<Intervals | undefined>(2 * this.size).fill(undefined);
  }

  /** One over the same heights in which nothing is blocked. */
  emptied(gap: number): Blocked {
    return new Blocked(this.heights, gap);
  }

  add(left: number, right: number, top: number, bottom: number): void {
    const [first, last] = this.slabs(top, bottom);
    for (const end of [first, last]) {
      for (let node = end + this.size; node >= 1; node >>= 1) this.block(this.inside, node, left, right);
    }
    for (const node of this.nodes(first, last)) this.block(this.spanning, node, left, right);
  }

  /** The lists of all that reaches in between two heights. */
  between(top: number, bottom: number): Intervals[] {
    const found: Intervals[] = [];
    this.every(top, bottom, (list) => found.push(list) > 0);
    return found;
  }

  /** Whether a condition holds for every list of what reaches in between two heights. */
  every(top: number, bottom: number, holds: (list: Intervals) => boolean): boolean {
    const [first, last] = this.slabs(top, bottom);
    if (!allAbove(this.spanning, first + this.size, holds)) return false;
    if (first === last) return good(this.inside[first + this.size], holds);
    if (!allAbove(this.spanning, last + this.size, holds)) return false;
    for (const node of this.nodes(first, last)) {
      if (!good(this.spanning[node], holds) || !good(this.inside[node], holds)) return false;
    }
    return true;
  }

  /** Where the slab of a height begins and ends; the outermost are without end. */
  slabOf(y: number): { readonly top: number; readonly bottom: number } {
    const index = firstAbove(this.heights, y);
    return { top: this.heights[index - 1] ?? -Infinity, bottom: this.heights[index] ?? Infinity };
  }

  /** The first and the last slab that two heights have something of between them. */
  private slabs(top: number, bottom: number): [number, number] {
    const first = firstAbove(this.heights, top);
    const last = firstAbove(this.heights, bottom);
    const onBound = this.heights[last - 1] === bottom && last > first;
    return [first, onBound ? last - 1 : last];
  }

  private nodes(first: number, last: number): number[] {
    const nodes: number[] = [];
    let [low, high] = [first + this.size, last + this.size + 1];
    for (; low < high; low >>= 1, high >>= 1) {
      if (low & 1) nodes.push(low++);
      if (high & 1) nodes.push(--high);
    }
    return nodes;
  }

  private block(lists: (Intervals | undefined)[], node: number, left: number, right: number): void {
    const list = lists[node];
    if (list) list.add(left, right);
    else lists[node] = new Intervals(this.gap, left, right);
  }
}

type Lists = readonly (Intervals | undefined)[];

function good(list: Intervals | undefined, holds: (list: Intervals) => boolean): boolean {
  return list === undefined || holds(list);
}

/** Whether a condition holds for the list of a node and those of all nodes above it. */
function allAbove(lists: Lists, leaf: number, holds: (list: Intervals) => boolean): boolean {
  for (let node = leaf; node >= 1; node >>= 1) if (!good(lists[node], holds)) return false;
  return true;
}

/** The index of the first number above a bound in a sorted list. */
function firstAbove(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if ((sorted[at] ?? Infinity) > bound) high = at;
    else low = at + 1;
  }
  return low;
}
