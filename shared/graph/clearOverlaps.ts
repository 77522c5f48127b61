import { clearance } from './sizes';
import type { Point, Rect } from './types';

/**
 * Moves rectangles down, as little as needed, until no two overlap; the one that is higher stays.
 * Works top down, so a card that has grown pushes what is below it, and that what is below in turn.
 */
export function clearOverlaps<Key>(rects: ReadonlyMap<Key, Rect>): Map<Key, Point> {
  const waiting = [...rects].sort(([, a], [, b]) => a.y - b.y || a.x - b.x);
  const placed = new Strips();
  const points = new Map<Key, Point>();
  for (const [key, rect] of waiting) {
    let y = rect.y;
    for (let hit = placed.lowestHit(rect, y); hit !== undefined; hit = placed.lowestHit(rect, y)) y = hit;
    placed.add({ ...rect, y });
    points.set(key, { x: rect.x, y });
  }
  return points;
}

const bottom = (rect: Rect | undefined) => (rect ? rect.y + rect.height : 0);

/** Settled cards by upright strips of a card's width, so that a row of thousands is not looked through for each of them. */
class Strips {
  private static readonly width = 256;
  private readonly strips = new Map<number, Rect[]>();

  add(rect: Rect): void {
    for (const strip of this.under(rect)) {
      const list = this.strips.get(strip) ?? [];
      this.strips.set(strip, list);
      // In order of their lower edge, so that a search can stop at the first card that ends above.
      let at = list.length;
      while (at > 0 && bottom(list[at - 1]) > bottom(rect)) at -= 1;
      list.splice(at, 0, rect);
    }
  }

  /** The y just below the settled cards that the rectangle would touch at `y`; undefined when it is free. */
  lowestHit(rect: Rect, y: number): number | undefined {
    let lowest: number | undefined;
    for (const strip of this.under(rect)) {
      const hit = lowestOf(this.strips.get(strip) ?? [], rect, y);
      if (hit !== undefined) lowest = Math.max(lowest ?? hit, hit);
    }
    return lowest;
  }

  private *under(rect: Rect): Iterable<number> {
    const first = Math.floor(rect.x / Strips.width);
    const count = Math.floor((rect.x + rect.width) / Strips.width) - first;
    // Counted, since far from the origin a strip plus one is the same number.
    for (let index = 0; index <= count; index += 1) yield first + index;
  }
}

function lowestOf(placed: readonly Rect[], rect: Rect, y: number): number | undefined {
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const other = placed[i];
    if (!other || bottom(other) <= y) return undefined;
    const apart = other.x >= rect.x + rect.width || other.x + other.width <= rect.x || other.y >= y + rect.height;
    if (!apart) return bottom(other) + clearance;
  }
  return undefined;
}
