import type { Point } from './types';

const radius = 10;

/** An SVG path through the corners of a route, with rounded turns. */
export function edgePath(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return '';
  let path = `M ${first.x} ${first.y}`;
  for (let i = 1; i < points.length; i += 1) {
    const [before, at, after] = [points[i - 1], points[i], points[i + 1]];
    if (!before || !at) continue;
    if (!after) {
      path += ` L ${at.x} ${at.y}`;
      continue;
    }
    const r = Math.min(radius, distance(before, at) / 2, distance(at, after) / 2);
    const enter = towards(at, before, r);
    const leave = towards(at, after, r);
    path += ` L ${enter.x} ${enter.y} Q ${at.x} ${at.y} ${leave.x} ${leave.y}`;
  }
  return path;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}
