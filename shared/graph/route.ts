import type { StatePath } from '../workflow/index';
import type { ScopeGeometry } from './measure';
import { margin, Room, stub } from './room';
import { Trunks, type Trunk } from './trunks';
import type { EdgeKind, Point, Rect, ScopeGraph } from './types';

/** The way of an edge: corners of a path of straight lines, and where its label goes. */
export interface Route {
  readonly id: string;
  readonly kind: EdgeKind | 'end';
  /** The state that ends, for a line to End; null for a transition, which is an edge of the graph by its id. */
  readonly ending: StatePath | null;
  readonly points: readonly Point[];
  readonly label: Point;
}

/** How many rows further down an edge turns to go straight, before it takes a lane of its own. */
const stepsBeside = 2;
/** A label fits on a level piece of this length. */
const labelRoom = 96;

/**
 * Ways for all edges of a scope around its cards. An edge goes straight down where nothing is in its way, else
 * along the nearest free lane; edges that lead upwards (loops) leave and arrive at the side.
 * Coordinates are those of the geometry. Routes that run as the former ones of the scope are the same objects.
 */
export function routeEdges(
  scope: ScopeGraph,
  geometry: ScopeGeometry,
  former: readonly Route[] = [],
): readonly Route[] {
  const known = found.get(geometry);
  if (known && (known.scope === scope || wiredAs(known.scope, scope))) return known.routes;
  const routes = sharing(findRoutes(scope, geometry), former);
  found.set(geometry, { scope, routes });
  return routes;
}

/** Both are immutable, and asked about again at every selection and every move of a drag. */
const found = new WeakMap<ScopeGeometry, { readonly scope: ScopeGraph; readonly routes: readonly Route[] }>();

/** Whether the same lines lead from and to the same states, whatever else of the states has changed. */
function wiredAs(one: ScopeGraph, other: ScopeGraph): boolean {
  const sameEdges =
    one.edges.length === other.edges.length &&
    one.edges.every((edge, index) => {
      const twin = other.edges[index];
      return edge === twin || (edge.id === twin?.id && edge.to === twin.to);
    });
  return (
    sameEdges &&
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, index) => {
      const twin = other.nodes[index];
      return node === twin || (node.path === twin?.path && node.ends === twin.ends && node.type === twin.type);
    })
  );
}

/** The routes, those that run as before as the same objects. */
function sharing(routes: readonly Route[], former: readonly Route[]): readonly Route[] {
  if (former.length === 0) return routes;
  const before = new Map(former.map((route) => [route.id, route]));
  return routes.map((route) => {
    const twin = before.get(route.id);
    const same =
      twin?.kind === route.kind &&
      samePoint(twin.label, route.label) &&
      twin.points.length === route.points.length &&
      twin.points.every((point, index) => samePoint(point, route.points[index]));
    return same ? twin : route;
  });
}

const samePoint = (a: Point, b: Point | undefined) => a.x === b?.x && a.y === b.y;

function findRoutes(scope: ScopeGraph, geometry: ScopeGeometry): Route[] {
  const room = new Room([...geometry.cards.values()]);
  const trunks = new Trunks(scope, geometry, room);
  const ports = portsOf(scope, geometry);
  const routes: Route[] = [];
  for (const edge of scope.edges) {
    const to = geometry.cards.get(edge.to);
    const from = edge.from === null ? geometry.start : geometry.cards.get(edge.from);
    if (!to || !from) continue;
    const port = ports.get(edge.id) ?? middle(from);
    const points = edge.from === edge.to ? loop(to) : around(from, to, port, room, trunks.of(edge));
    routes.push({ id: edge.id, kind: edge.kind, ending: null, points, label: labelPoint(points, edge.kind) });
  }
  if (geometry.end) {
    for (const node of scope.nodes) {
      const from = geometry.cards.get(node.path);
      if (!from || !node.ends || node.type === 'Fail') continue;
      const id = `${node.path}#end`;
      const points = around(from, geometry.end, ports.get(id) ?? middle(from), room, null);
      routes.push({ id, kind: 'end', ending: node.path, points, label: labelPoint(points, 'end') });
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
  const add = (from: StatePath, id: string, x: number) => {
    const list = leaving.get(from);
    if (list) list.push({ id, x });
    else leaving.set(from, [{ id, x }]);
  };
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

/** Down from one card and onto another from above; `trunk` is the lane to take where the edge shares one. */
function around(from: Rect, to: Rect, port: number, room: Room, trunk: Trunk | null): Point[] {
  const target = { x: middle(to), y: to.y };
  const bottom = from.y + from.height;
  if (target.y < bottom + margin) return upwards(from, to, room, trunk);
  const wish = bottom + Math.min(stub, (target.y - bottom) / 2);
  const straight = room.level(
    [port, target.x],
    [bottom, target.y],
    wish,
    (y) => room.freeDown(target.x, y, target.y, margin / 2) && room.freeDown(port, bottom, y, 0),
    stepsBeside,
  );
  if (straight !== null) {
    return tidy([{ x: port, y: bottom }, { x: port, y: straight }, { x: target.x, y: straight }, target]);
  }
  const low = target.y - Math.min(stub, (target.y - bottom) / 2);
  const x = trunk?.x() ?? room.lane(wish, low, (port + target.x) / 2);
  const turn = room.level([port, x], [bottom, low], wish, (y) => {
    return room.freeDown(port, bottom, y, 0) && room.freeDown(x, y, low, margin / 2);
  });
  const arrive = room.level([x, target.x], [turn ?? wish, target.y], low, (y) => {
    return room.freeDown(x, turn ?? wish, y, margin / 2) && room.freeDown(target.x, y, target.y, 0);
  });
  return tidy([
    { x: port, y: bottom },
    { x: port, y: turn ?? wish },
    { x, y: turn ?? wish },
    { x, y: arrive ?? low },
    { x: target.x, y: arrive ?? low },
    target,
  ]);
}

/** Out at a side, along a lane, and in at a side of the target: the sides that face each other, else both right ones. */
function upwards(from: Rect, to: Rect, room: Room, trunk: Trunk | null): Point[] {
  const leftwards = to.x + to.width + 2 * margin <= from.x;
  const rightwards = from.x + from.width + 2 * margin <= to.x;
  const y = { start: from.y + from.height / 2, end: to.y + Math.min(20, to.height / 2) };
  const wish = leftwards ? from.x - margin : rightwards ? from.x + from.width + margin : rightOf(from, to) + margin;
  const [top, low] = [Math.min(y.start, y.end), Math.max(y.start, y.end)];
  const x = trunk?.x() ?? room.lane(top, low, wish, [leftwards ? -1 : 1]);
  const start = sideFacing(from, x, y.start);
  const end = sideFacing(to, x, y.end);
  const out = room.freeAcross(start.at.x, x, y.start) ? null : gapBeside(start.beside, x, room);
  const into = room.freeAcross(x, end.at.x, y.end) ? null : gapBeside(end.beside, x, room);
  return tidy([
    start.at,
    ...(out === null ? [] : [start.beside, { x: start.beside.x, y: out }]),
    { x, y: out ?? y.start },
    { x, y: into ?? y.end },
    ...(into === null ? [] : [{ x: end.beside.x, y: into }, end.beside]),
    end.at,
  ]);
}

const rightOf = (a: Rect, b: Rect) => Math.max(a.x + a.width, b.x + b.width);

/** The point on the side of a card that faces a lane, and the one beside it in the space between two columns. */
function sideFacing(card: Rect, lane: number, y: number): { readonly at: Point; readonly beside: Point } {
  const left = lane < middle(card);
  const x = left ? card.x : card.x + card.width;
  return { at: { x, y }, beside: { x: left ? x - margin : x + margin, y } };
}

/** The height of the nearest gap between rows through which a point beside a card is reached from a lane; null when there is none. */
function gapBeside(point: Point, lane: number, room: Room): number | null {
  return room.level([point.x, lane], [-Infinity, Infinity], point.y, (y) => {
    const [top, low] = [Math.min(y, point.y), Math.max(y, point.y)];
    return room.freeDown(point.x, top, low, 0) && room.freeDown(lane, top, low, 0);
  });
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
