import type { StatePath } from '../workflow/index';
import { autoLayout, snap } from './autoLayout';
import { measureWith } from './measure';
import { columnGap, rowGap } from './sizes';
import type { Graph, Point, Rect, ScopeGraph, Size } from './types';

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
): PositionMap {
  if (mode === 'edit' && graph.scopes.every(({ nodes }) => nodes.every(({ path }) => positions[path] !== undefined))) {
    return withoutOthers(graph, positions);
  }
  const result: Record<string, Position> = {};
  measureWith(graph, collapsed, (scope, sizeOf) => {
    const known = mode === 'fresh' ? [] : scope.nodes.filter(({ path }) => positions[path] !== undefined);
    const anew = mode !== 'edit' || known.length === 0;
    const placed = anew ? autoLayout(scope, sizeOf) : placeNew(scope, positions, sizeOf);
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
  });
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
): Map<StatePath, Point> {
  const placed = new Map<StatePath, Point>();
  for (const { path } of scope.nodes) {
    const position = positions[path];
    if (position) placed.set(path, position);
  }
  for (const { path } of scope.nodes) if (!placed.has(path)) placeOne(scope, path, placed, sizeOf);
  return placed;
}

/** Between the state before and the state after it where there are such, else below everything. */
function placeOne(
  scope: ScopeGraph,
  path: StatePath,
  placed: Map<StatePath, Point>,
  sizeOf: (state: StatePath) => Size,
): void {
  const size = sizeOf(path);
  const rectOf = (state: StatePath | null): Rect | undefined => {
    const point = state === null ? undefined : placed.get(state);
    return point && state !== null ? { ...point, ...sizeOf(state) } : undefined;
  };
  const before = scope.edges.filter((edge) => edge.to === path).map((edge) => rectOf(edge.from));
  const above = before.find((rect) => rect !== undefined);
  const after = scope.edges.filter((edge) => edge.from === path).map((edge) => rectOf(edge.to));
  const below = after.find((rect) => rect !== undefined && (!above || rect.y > above.y));
  if (below) {
    const top = above ? above.y + above.height + rowGap : below.y;
    makeRoom(placed, below.y, top + size.height + rowGap - below.y);
    placed.set(path, { x: snap(below.x + below.width / 2 - size.width / 2), y: snap(top) });
    return;
  }
  const wished = above
    ? { x: above.x + above.width / 2 - size.width / 2, y: above.y + above.height + rowGap }
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
