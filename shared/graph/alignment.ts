import type { Point, Rect } from './types';

/** A line along which a card that is being moved stands with another one. */
export interface Guide {
  readonly axis: 'x' | 'y';
  /** Where it is on that axis. */
  readonly at: number;
  /** How far it reaches on the other axis: over both cards. */
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  readonly at: Point;
  readonly guides: readonly Guide[];
}

/** Where a rectangle goes that is near to standing in line with others, by its edges or its middle, and what with. */
export function snapped(rect: Rect, others: Iterable<Rect>, reach: number): Snapped {
  const [x, y] = [nearest('x'), nearest('y')];
  const at = { x: rect.x + (x?.by ?? 0), y: rect.y + (y?.by ?? 0) };
  const moved = { ...rect, ...at };
  return { at, guides: [...(x ? [guide('x', x, moved)] : []), ...(y ? [guide('y', y, moved)] : [])] };

  function nearest(axis: 'x' | 'y') {
    let best: { by: number; at: number; other: Rect } | null = null;
    for (const other of others) {
      for (const own of lines(rect, axis)) {
        for (const line of lines(other, axis)) {
          const by = line - own;
          if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best.by)))
            best = { by, at: line, other };
        }
      }
    }
    return best;
  }
}

/** The near edge, the middle and the far edge. */
function lines(rect: Rect, axis: 'x' | 'y'): readonly number[] {
  const [start, length] = axis === 'x' ? [rect.x, rect.width] : [rect.y, rect.height];
  return [start, start + length / 2, start + length];
}

function guide(axis: 'x' | 'y', { at, other }: { at: number; other: Rect }, moved: Rect): Guide {
  const across = axis === 'x' ? 'y' : 'x';
  const ends = [...lines(moved, across), ...lines(other, across)];
  return { axis, at, from: Math.min(...ends), to: Math.max(...ends) };
}

/**
 * Places on one axis with the same free space between all; the first and the last stay where they are. Rectangles that have
 * no room for that overlap by the same length.
 */
export function distributed<Key>(rects: ReadonlyMap<Key, Rect>, axis: 'x' | 'y'): Map<Key, Point> {
  const length = (rect: Rect) => (axis === 'x' ? rect.width : rect.height);
  const inOrder = [...rects].sort(([, a], [, b]) => a[axis] - b[axis]);
  const [first, last] = [inOrder[0]?.[1], inOrder.at(-1)?.[1]];
  if (!first || !last) return new Map();
  const taken = inOrder.reduce((sum, [, rect]) => sum + length(rect), 0);
  const gap = (last[axis] + length(last) - first[axis] - taken) / Math.max(1, inOrder.length - 1);
  let at = first[axis];
  return new Map(
    inOrder.map(([key, rect]): [Key, Point] => {
      const place = { x: rect.x, y: rect.y, [axis]: Math.round(at / 4) * 4 };
      at += length(rect) + gap;
      return [key, place];
    }),
  );
}
