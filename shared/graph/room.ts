import { Blocked, type Intervals } from './blocked';
import type { Rect } from './types';

/** Distance an edge keeps from cards, and from other edges that run beside it. */
export const margin = 20;
export const laneStep = 16;
/** Below a card, before an edge turns. */
export const stub = 24;

/** Steps of a search for a free place; in a crowd beyond that, the way goes round everything. */
const patience = 64;
/** Steps of all searches for lanes. Where thousands of lines cross each other nobody follows one: those after it search little. */
const stepsOfAll = 200_000;
const patienceAfter = 2;

/** The cards of a scope and the lanes that edges have taken, asked for room for further edges. */
export class Room {
  private readonly lanes: Blocked;
  private steps = 0;

  private constructor(private readonly cards: Blocked) {
    this.lanes = cards.emptied(2 * laneStep);
  }

  static among(cards: readonly Rect[]): Room {
    const heights = cards.flatMap((rect) => [rect.y, rect.y + rect.height]).sort((a, b) => a - b);
    const blocked = new Blocked(
      heights.filter((y, index) => y !== heights[index - 1]),
      margin,
    );
    for (const rect of cards) blocked.add(rect.x, rect.x + rect.width, rect.y, rect.y + rect.height);
    return new Room(blocked);
  }

  /** Room among the same cards, with every lane free. */
  withoutLanes(): Room {
    return new Room(this.cards);
  }

  /** Whether no card is in the way of an upright piece, or within `clearance` of it. */
  freeDown(x: number, top: number, bottom: number, clearance: number): boolean {
    return top >= bottom || this.cards.every(top, bottom, (list) => list.past(x, clearance, 1) === x);
  }

  /** Whether no card is in the way of a level piece. */
  freeAcross(x1: number, x2: number, y: number): boolean {
    const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
    return this.cards.every(y, y, (list) => !list.touch(left, right));
  }

  /**
   * The free upright line between two heights that is nearest to a wish, on one side of it or on both. It is taken then.
   */
  lane(top: number, bottom: number, wish: number, sides: readonly (-1 | 1)[] = [1, -1]): number {
    const cards = this.cards.between(top, bottom);
    const lanes = this.lanes.between(top, bottom);
    const found = sides.map((side) => this.pushed(cards, lanes, wish, side));
    const x = found.reduce((best, each) => (Math.abs(each - wish) < Math.abs(best - wish) ? each : best));
    this.lanes.add(x, x, top, bottom);
    return x;
  }

  /** A height between two others at which a level piece is free and `fits`: nearest to the wish, those below it first. */
  level(
    [x1, x2]: readonly [number, number],
    [top, bottom]: readonly [number, number],
    wish: number,
    fits: (y: number) => boolean,
    steps = patience,
  ): number | null {
    const good = (y: number) => y >= top && y <= bottom && fits(y) && this.freeAcross(x1, x2, y);
    if (good(wish)) return wish;
    let down = this.cards.slabOf(wish).bottom;
    let up = this.cards.slabOf(wish).top;
    for (let step = 0; step < steps && (down < bottom || up > top); step += 1) {
      if (down < bottom) {
        const slab = this.cards.slabOf(down);
        const y = down + Math.min(stub, (slab.bottom - down) / 2);
        if (good(y)) return y;
        down = slab.bottom;
      }
      if (up > top) {
        const above = this.slabAbove(up);
        const y = up - Math.min(stub, (up - above) / 2);
        if (good(y)) return y;
        up = above;
      }
    }
    return null;
  }

  private slabAbove(y: number): number {
    const { top } = this.cards.slabOf(y - 1e-6);
    return top < y ? top : -Infinity;
  }

  /** The first x on a side of the wish that is free of cards and lanes. */
  private pushed(cards: readonly Intervals[], lanes: readonly Intervals[], wish: number, side: -1 | 1): number {
    let x = wish;
    const most = this.steps < stepsOfAll ? patience : patienceAfter;
    for (let step = 0; step < most; step += 1) {
      this.steps += 1;
      const before = x;
      for (const list of cards) x = list.past(x, margin, side);
      for (const list of lanes) x = list.past(x, laneStep, side);
      if (x === before) return x;
    }
    const around = [
      ...cards.map((list) => list.outside(margin, side)),
      ...lanes.map((list) => list.outside(laneStep, side)),
    ];
    return side > 0 ? Math.max(x, ...around) : Math.min(x, ...around);
  }
}
