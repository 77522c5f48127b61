import { clearance } from './sizes';
import type { Point, Rect } from './types';

/**
 * Moves rectangles down, as little as needed, until no two overlap; the one that is higher stays.
 * Works top down, so a card that has grown pushes what is below it, and that what is below in turn.
 */
export function clearOverlaps<Key>(rects: ReadonlyMap<Key, Rect>): Map<Key, Point> {
  const waiting = [...rects].sort(([, a], [, b]) => a.y - b.y || a.x - b.x);
  const placed: Rect[] = [];
  const points = new Map<Key, Point>();
  for (const [key, rect] of waiting) {
    let y = rect.y;
    for (let hit = lowestHit(placed, rect, y); hit !== undefined; hit = lowestHit(placed, rect, y)) y = hit;
    // Kept in order of their lower edge, so that the search can stop at the first card that ends above.
    const settled = { ...rect, y };
    let at = placed.length;
    while (at > 0 && bottom(placed[at - 1]) > bottom(settled)) at -= 1;
    placed.splice(at, 0, settled);
    points.set(key, { x: rect.x, y });
  }
  return points;
}

const bottom = (rect: Rect | undefined) => (rect ? rect.y + rect.height : 0);

/** The y just below the settled cards that the rectangle would touch at `y`; undefined when it is free. */
function lowestHit(placed: readonly Rect[], rect: Rect, y: number): number | undefined {
  for (let i = placed.length - 1; i >= 0; i -= 1) {
    const other = placed[i];
    if (!other || bottom(other) <= y) return undefined;
    const apart = other.x >= rect.x + rect.width || other.x + other.width <= rect.x || other.y >= y + rect.height;
    if (!apart) return bottom(other) + clearance;
  }
  return undefined;
}
