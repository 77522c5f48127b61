import type { LayoutDirection, StatePath } from '../workflow/index';
import { autoLayout, snap } from './autoLayout';
import { uprightPoint, uprightSize } from './direction';
import { gapFor } from './labelRoom';
import { measureWith, type Placement } from './measure';
import { columnGap, rowGap } from './sizes';
import type { Graph, GraphEdge, Point, Rect, ScopeGraph, Size } from './types';

/** A place of a state in its scope; pinned when a person put it there. */
export interface Position extends Point {
  readonly pinned: boolean;
}

export type PositionMap = Readonly<Record<string, Position>>;

/**
 * Positions for every state of the graph.
 * - `open`: each scope is laid out anew, pinned states stay where they were put.
 * - `edit`: what has a position keeps it; only new states are placed, and make room where they were inserted.
 * - `fresh`: everything is laid out, pins are dropped.
 *
 * A position that did not change is the same object, and the record is the same when none did: entries of the undo
 * history share them, and what is drawn is told apart by them.
 */
export function arrange(
  graph: Graph,
  positions: PositionMap,
  mode: 'open' | 'edit' | 'fresh',
  collapsed: ReadonlySet<StatePath> = new Set(),
  direction: LayoutDirection = 'down',
): PositionMap {
  if (mode === 'edit' && graph.scopes.every(({ nodes }) => nodes.every(({ path }) => positions[path] !== undefined))) {
    return withoutOthers(graph, positions);
  }
  const result: Record<string, Position> = {};
  const place: Placement = (scope, sizeOf) => {
    const known = mode === 'fresh' ? [] : scope.nodes.filter(({ path }) => positions[path] !== undefined);
    const anew = mode !== 'edit' || known.length === 0;
    const placed = anew ? autoLayout(scope, sizeOf, direction) : placeNew(scope, positions, sizeOf, direction);
    if (mode === 'open') {
      for (const { path } of known) {
        const position = positions[path];
        if (position?.pinned) placed.set(path, position);
      }
    }
    for (const [path, { x, y }] of placed) {
      const before = positions[path];
      const pinned = mode !== 'fresh' && before?.pinned === true;
      const same = before?.x === x && before.y === y && before.pinned === pinned;
      result[path] = same ? before : { x, y, pinned };
    }
    return placed;
  };
  measureWith(graph, collapsed, place, direction);
  const paths = Object.keys(result);
  const same =
    paths.length === Object.keys(positions).length && paths.every((path) => result[path] === positions[path]);
  return same ? positions : result;
}

/** The positions without those of states that are gone. */
function withoutOthers(graph: Graph, positions: PositionMap): PositionMap {
  const entries = Object.entries(positions);
  const count = graph.scopes.reduce((sum, { nodes }) => sum + nodes.length, 0);
  if (entries.length === count) return positions;
  const there = new Set<string>(graph.scopes.flatMap(({ nodes }) => nodes.map(({ path }) => path)));
  return Object.fromEntries(entries.filter(([path]) => there.has(path)));
}

function placeNew(
  scope: ScopeGraph,
  positions: PositionMap,
  sizeOf: (state: StatePath) => Size,
  direction: LayoutDirection,
): Map<StatePath, Point> {
  const placed = new Map<StatePath, Point>();
  for (const { path } of scope.nodes) {
    const position = positions[path];
    if (position) placed.set(path, uprightPoint(position, direction));
  }
  const upright = (state: StatePath) => uprightSize(sizeOf(state), direction);
  const gap = (edge: GraphEdge | undefined) => (edge && direction === 'right' ? gapFor(edge) : rowGap);
  for (const { path } of scope.nodes) if (!placed.has(path)) placeOne(scope, path, placed, upright, gap);
  return new Map([...placed].map(([path, point]) => [path, positions[path] ?? uprightPoint(point, direction)]));
}

/** Between the state before and the state after it where there are such, else below everything. Places are those of a picture that leads down. */
function placeOne(
  scope: ScopeGraph,
  path: StatePath,
  placed: Map<StatePath, Point>,
  sizeOf: (state: StatePath) => Size,
  gapOf: (edge: GraphEdge | undefined) => number,
): void {
  const size = sizeOf(path);
  const rectOf = (state: StatePath | null): Rect | undefined => {
    const point = state === null ? undefined : placed.get(state);
    return point && state !== null ? { ...point, ...sizeOf(state) } : undefined;
  };
  const into = scope.edges.find((edge) => edge.to === path && rectOf(edge.from) !== undefined);
  const above = into && rectOf(into.from);
  const out = scope.edges.find((edge) => {
    const rect = edge.from === path ? rectOf(edge.to) : undefined;
    return rect !== undefined && (!above || rect.y > above.y);
  });
  const below = out && rectOf(out.to);
  if (below) {
    const top = above ? above.y + above.height + gapOf(into) : below.y;
    makeRoom(placed, below.y, top + size.height + gapOf(out) - below.y);
    placed.set(path, { x: snap(below.x + below.width / 2 - size.width / 2), y: snap(top) });
    return;
  }
  const wished = above
    ? { x: above.x + above.width / 2 - size.width / 2, y: above.y + above.height + gapOf(into) }
    : { x: leftmost(placed), y: lowest(placed, sizeOf) + rowGap };
  placed.set(path, freeSpot({ ...wished, ...size }, placed, sizeOf));
}

function makeRoom(placed: Map<StatePath, Point>, from: number, by: number): void {
  if (by <= 0) return;
  for (const [path, point] of placed) if (point.y >= from) placed.set(path, { x: point.x, y: snap(point.y + by) });
}

/** To the right until nothing is in the way; every step passes a card, so there are no more steps than cards. */
function freeSpot(rect: Rect, placed: ReadonlyMap<StatePath, Point>, sizeOf: (state: StatePath) => Size): Point {
  let x = rect.x;
  for (let step = 0; step < placed.size; step += 1) {
    const hit = [...placed].find(([path, point]) => {
      const size = sizeOf(path);
      const apart = point.x >= x + rect.width || point.x + size.width <= x;
      return !apart && point.y < rect.y + rect.height && point.y + size.height > rect.y;
    });
    if (!hit) break;
    x = hit[1].x + sizeOf(hit[0]).width + columnGap;
  }
  return { x: snap(x), y: snap(rect.y) };
}

function leftmost(placed: ReadonlyMap<StatePath, Point>): number {
  return Math.min(...[...placed.values()].map((point) => point.x));
}

function lowest(placed: ReadonlyMap<StatePath, Point>, sizeOf: (state: StatePath) => Size): number {
  return Math.max(...[...placed].map(([path, point]) => point.y + sizeOf(path).height));
}
