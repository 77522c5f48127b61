import type { StatePath } from '../workflow/paths';
import { Bands } from './bands';
import type { ScopeGeometry } from './measure';
import type { EdgeKind, Point, Rect, ScopeGraph } from './types';

/** The way of an edge: corners of a path of straight lines, and where its label goes. */
export interface Route {
  readonly id: string;
  readonly kind: EdgeKind | 'end';
  readonly points: readonly Point[];
  readonly label: Point;
}

/** Distance an edge keeps from cards, and from other edges that run beside it. */
const margin = 20;
const laneStep = 16;
/** A label fits on a level piece of this length. */
const labelRoom = 96;
/** Below a card, before an edge turns. */
const stub = 24;

interface Lane {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Ways for all edges of a scope around its cards. An edge goes straight down where nothing is in its way, else
 * along the nearest free lane; edges that lead upwards (loops) leave and arrive at the side.
 * Coordinates are those of the geometry.
 */
export function routeEdges(scope: ScopeGraph, geometry: ScopeGeometry): readonly Route[] {
  const known = found.get(geometry);
  if (known?.scope === scope) return known.routes;
  const routes = findRoutes(scope, geometry);
  found.set(geometry, { scope, routes });
  return routes;
}

/** Both are immutable, and asked about again at every selection and every move of a drag. */
const found = new WeakMap<ScopeGeometry, { readonly scope: ScopeGraph; readonly routes: readonly Route[] }>();

function findRoutes(scope: ScopeGraph, geometry: ScopeGeometry): Route[] {
  const obstacles = new Bands([...geometry.cards.values()]);
  const lanes: Lane[] = [];
  const ports = portsOf(scope, geometry);
  const routes: Route[] = [];
  for (const edge of scope.edges) {
    const to = geometry.cards.get(edge.to);
    const from = edge.from === null ? geometry.start : geometry.cards.get(edge.from);
    if (!to || !from) continue;
    const port = ports.get(edge.id) ?? middle(from);
    const points = edge.from === edge.to ? loop(to) : around(from, to, port, obstacles, lanes);
    routes.push({ id: edge.id, kind: edge.kind, points, label: labelPoint(points, edge.kind) });
  }
  if (geometry.end) {
    for (const node of scope.nodes) {
      const from = geometry.cards.get(node.path);
      if (!from || !node.ends || node.type === 'Fail') continue;
      const id = `${node.path}#end`;
      const points = around(from, geometry.end, ports.get(id) ?? middle(from), obstacles, lanes);
      routes.push({ id, kind: 'end', points, label: labelPoint(points, 'end') });
    }
  }
  return routes;
}

const middle = (rect: Rect) => rect.x + rect.width / 2;

/**
 * Where each edge leaves the lower side of its card: in the order of its targets, so that edges do not cross. The edge to
 * a target right below leaves in the middle, so that the main line runs straight.
 */
function portsOf(scope: ScopeGraph, geometry: ScopeGeometry): Map<string, number> {
  const leaving = new Map<StatePath, { id: string; x: number }[]>();
  const add = (from: StatePath, id: string, x: number) => leaving.set(from, [...(leaving.get(from) ?? []), { id, x }]);
  for (const edge of scope.edges) {
    const to = geometry.cards.get(edge.to);
    if (edge.from !== null && to) add(edge.from, edge.id, middle(to));
  }
  for (const { path, ends } of scope.nodes) if (ends && geometry.end) add(path, `${path}#end`, middle(geometry.end));
  const ports = new Map<string, number>();
  for (const [path, edges] of leaving) {
    const from = geometry.cards.get(path);
    if (!from) continue;
    const step = Math.min(32, from.width / (edges.length + 1));
    const sorted = [...edges].sort((a, b) => a.x - b.x);
    const below = sorted.findIndex((edge) => Math.abs(edge.x - middle(from)) <= 16);
    const centre = below < 0 ? (sorted.length - 1) / 2 : below;
    sorted.forEach((edge, i) => ports.set(edge.id, middle(from) + (i - centre) * step));
  }
  return ports;
}

function around(from: Rect, to: Rect, port: number, obstacles: Bands, lanes: Lane[]): Point[] {
  const target = { x: middle(to), y: to.y };
  const bottom = from.y + from.height;
  if (target.y < bottom + margin) return upwards(from, to, obstacles, lanes);
  const turn = bottom + Math.min(stub, (target.y - bottom) / 2);
  const rows = obstacles.between(bottom - margin, target.y + margin);
  const others = rows.filter((rect) => rect !== from && rect !== to);
  if (free(others, target.x, turn, target.y) && freeAcross(others, port, target.x, turn)) {
    return tidy([{ x: port, y: bottom }, { x: port, y: turn }, { x: target.x, y: turn }, target]);
  }
  const arrive = target.y - Math.min(stub, (target.y - bottom) / 2);
  const x = lane(others, lanes, turn, arrive, (port + target.x) / 2);
  return tidy([
    { x: port, y: bottom },
    { x: port, y: turn },
    { x, y: turn },
    { x, y: arrive },
    { x: target.x, y: arrive },
    target,
  ]);
}

/** Out at the side, along a lane, and in at a side of the target: the sides that face each other, else both right ones. */
function upwards(from: Rect, to: Rect, obstacles: Bands, lanes: Lane[]): Point[] {
  const leftwards = to.x + to.width + 2 * margin <= from.x;
  const rightwards = from.x + from.width + 2 * margin <= to.x;
  const start = { x: leftwards ? from.x : from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: rightwards ? to.x : to.x + to.width, y: to.y + Math.min(20, to.height / 2) };
  const step = leftwards ? -laneStep : laneStep;
  const [top, low] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  let x = leftwards ? start.x - margin : rightwards ? start.x + margin : Math.max(start.x, end.x) + margin;
  const rows = obstacles.between(top, low);
  while (!free(rows, x, top, low) || taken(lanes, x, top, low)) x += step;
  lanes.push({ x, top, bottom: low });
  return tidy([start, { x, y: start.y }, { x, y: end.y }, end]);
}

function loop(card: Rect): Point[] {
  const right = card.x + card.width;
  const x = right + margin;
  return [
    { x: right, y: card.y + card.height - 16 },
    { x, y: card.y + card.height - 16 },
    { x, y: card.y + 16 },
    { x: right, y: card.y + 16 },
  ];
}

/** The free vertical line between two heights that is nearest to a wish. */
function lane(obstacles: readonly Rect[], lanes: Lane[], top: number, bottom: number, wish: number): number {
  const near = obstacles.filter((rect) => rect.y < bottom + margin && rect.y + rect.height > top - margin);
  const sides = near.flatMap((rect) => [rect.x - margin, rect.x + rect.width + margin]);
  const candidates = [wish, ...sides].sort((a, b) => Math.abs(a - wish) - Math.abs(b - wish));
  for (let shift = 0; ; shift += laneStep) {
    for (const side of candidates) {
      const x = side < wish ? side - shift : side + shift;
      if (free(near, x, top, bottom) && !taken(lanes, x, top, bottom)) {
        lanes.push({ x, top, bottom });
        return x;
      }
    }
    if (near.length === 0 && shift > laneStep * lanes.length) return wish;
  }
}

function free(obstacles: readonly Rect[], x: number, top: number, bottom: number): boolean {
  return !obstacles.some(
    (rect) =>
      x > rect.x - margin / 2 && x < rect.x + rect.width + margin / 2 && rect.y < bottom && rect.y + rect.height > top,
  );
}

function freeAcross(obstacles: readonly Rect[], x1: number, x2: number, y: number): boolean {
  const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
  return !obstacles.some(
    (rect) => y > rect.y && y < rect.y + rect.height && rect.x < right && rect.x + rect.width > left,
  );
}

function taken(lanes: readonly Lane[], x: number, top: number, bottom: number): boolean {
  return lanes.some((lane) => Math.abs(lane.x - x) < laneStep - 2 && lane.top < bottom && lane.bottom > top);
}

/** Without corners that are none. */
function tidy(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last && last.x === point.x && last.y === point.y) continue;
    const straight =
      before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

/**
 * The middle of the longest upright piece: labels read best where an edge runs down to its target. Lines of catchers share
 * their upright piece with others, so their label stands where they leave their own card.
 */
function labelPoint(points: readonly Point[], kind: Route['kind']): Point {
  let best: { length: number; point: Point } = { length: -1, point: points[0] ?? { x: 0, y: 0 } };
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const across = Math.abs(b.x - a.x);
    if (kind === 'catch' && a.y === b.y && across >= labelRoom) return { x: (a.x + b.x) / 2, y: a.y };
    if (a.x !== b.x) continue;
    const length = Math.abs(b.y - a.y);
    if (length >= best.length) best = { length, point: { x: a.x, y: (a.y + b.y) / 2 } };
  }
  return best.point;
}
