import type { Point, Rect } from '#shared/graph/index';

/** The parts of a line inside a rectangle, in their order. Lines lead along the axes; a slanted one is kept whole. */
export function clippedLine(points: readonly Point[], { x, y, width, height }: Rect): readonly (readonly Point[])[] {
  const parts: Point[][] = [];
  const [right, bottom] = [x + width, y + height];
  const inside = (at: Point) => at.x >= x && at.x <= right && at.y >= y && at.y <= bottom;
  const held = (at: Point): Point => ({
    x: Math.min(Math.max(at.x, x), right),
    y: Math.min(Math.max(at.y, y), bottom),
  });
  for (let index = 1; index < points.length; index += 1) {
    const [from, to] = [points[index - 1], points[index]];
    if (!from || !to) continue;
    const slanted = from.x !== to.x && from.y !== to.y;
    const across = Math.max(from.x, to.x) < x || Math.min(from.x, to.x) > right;
    const down = Math.max(from.y, to.y) < y || Math.min(from.y, to.y) > bottom;
    if (across || down) continue;
    const [start, end] = slanted ? [from, to] : [held(from), held(to)];
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last && before?.x === start.x && before.y === start.y && (inside(from) || slanted)) last.push(end);
    else parts.push([start, end]);
  }
  return parts;
}
