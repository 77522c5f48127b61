import type { StatePath } from '../workflow/index';
import { turned, uprightPoint } from './direction';
import { labelWidth, placeLabels } from './labels';
import { alongLane, labelPoint, loop, onlyPort, straightDown, takeLane, type Port } from './lines';
import { portsOf } from './ports';
import { Room } from './room';
import { Trunks, type Trunk } from './trunks';
import type { EdgeKind, GraphEdge, GraphNode, Point, Rect, ScopeGeometry, ScopeGraph } from './types';

/** The way of an edge: corners of a path of straight lines, and where its label goes. */
export interface Route {
  readonly id: string;
  readonly kind: EdgeKind | 'end';
  /** The state that ends, for a line to End; null for a transition, which is an edge of the graph by its id. */
  readonly ending: StatePath | null;
  readonly points: readonly Point[];
  readonly label: Point;
  /** Whether only the number or sign of the label finds room there. */
  readonly isShort: boolean;
}

/** What was found for a scope among cards that stand where they stand. */
interface Found {
  readonly scope: ScopeGraph;
  readonly routes: readonly Route[];
  readonly room: Room;
  /** By the edge, or by the node whose line leads to End. */
  readonly drawn: ReadonlyMap<GraphEdge | GraphNode, Drawn>;
}

/** A line with all that it depends on besides the cards: where it leaves, and its lane. */
interface Drawn {
  readonly route: Route;
  readonly port: Port;
  readonly lane: number | null;
}

/**
 * Ways for all edges of a scope around its cards. An edge goes straight down where nothing is in its way, else
 * along the nearest free lane; edges that lead upwards (loops) leave and arrive at the side.
 * Coordinates are those of the geometry. Routes that run as the former ones of the scope are the same objects.
 * Where the geometry is one that was routed before, only lines that leave at another place or have another lane are
 * drawn again: the result is the same as that of drawing all.
 */
export function routeEdges(
  scope: ScopeGraph,
  geometry: ScopeGeometry,
  former: readonly Route[] = [],
): readonly Route[] {
  const known = found.get(geometry);
  if (known && (known.scope === scope || wiredAs(known.scope, scope))) return known.routes;
  const seen = uprightGeometry(geometry);
  const room = known?.room.withoutLanes() ?? Room.among([...seen.cards.values()]);
  // Former routes are as they are on the canvas.
  const same = geometry.direction === 'down' ? (known?.routes ?? former) : [];
  const drawn = drawAll(scope, seen, room, known?.drawn, same);
  const routes = labelled(geometry, drawn, new Twins(known?.routes ?? former));
  found.set(geometry, { scope, routes, room, drawn });
  return routes;
}

/** The geometry of a scope as if it led down. */
function uprightGeometry(geometry: ScopeGeometry): ScopeGeometry {
  if (geometry.direction === 'down') return geometry;
  const { cards, start, end, area } = geometry;
  return {
    ...geometry,
    area: turned.rect(area),
    cards: new Map([...cards].map(([path, rect]) => [path, turned.rect(rect)])),
    start: start && turned.rect(start),
    end: end && turned.rect(end),
  };
}

/** The routes with their labels where they cover least. */
function labelled(geometry: ScopeGeometry, drawn: Found['drawn'], twins: Twins): readonly Route[] {
  const routes = [...drawn].map(([key, { route }]) => {
    const text = 'label' in key ? key.label : null;
    const width = text === null || text === '' ? null : labelWidth(text, route.kind === 'choice');

    const turns = geometry.direction === 'right';
    const points = turns ? route.points.map(turned.point) : route.points;
    const wish = uprightPoint(route.label, geometry.direction);
    return { route: turns ? { ...route, points, label: wish } : route, line: { points, wish, width } };
  });
  const places = placeLabels(
    routes.map(({ line }) => line),
    [...geometry.cards.values()],
  );
  return routes.map(({ route }, index) => {
    const { point, isShort } = places[index] ?? { point: route.label, isShort: false };
    return twins.sameOr(samePoint(point, route.label) && !isShort ? route : { ...route, label: point, isShort });
  });
}

/** Geometries are immutable, and asked about again at every selection, at every move of a drag and when lines change. */
const found = new WeakMap<ScopeGeometry, Found>();

/** Whether the same lines with the same labels lead from and to the same states, whatever else of the states has changed. */
export function wiredAs(one: ScopeGraph, other: ScopeGraph): boolean {
  const sameEdges =
    one.edges.length === other.edges.length &&
    one.edges.every((edge, index) => {
      const twin = other.edges[index];
      return edge === twin || (edge.id === twin?.id && edge.to === twin.to && edge.label === twin.label);
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

function drawAll(
  scope: ScopeGraph,
  geometry: ScopeGeometry,
  room: Room,
  before: Found['drawn'] | undefined,
  former: readonly Route[],
): Found['drawn'] {
  const trunks = new Trunks(scope, geometry, room);
  const ports = portsOf(scope, geometry);
  const twins = new Twins(former);
  const drawn = new Map<GraphEdge | GraphNode, Drawn>();
  const draw = (
    key: GraphEdge | GraphNode,
    named: Pick<Route, 'id' | 'kind' | 'ending'>,
    [from, to]: readonly [Rect, Rect],
    trunk: Trunk | null,
  ): Drawn => {
    const port = ports.get(named.id) ?? onlyPort(from, to);
    const known = before?.get(key);
    const last = known && samePort(known.port, port) ? known : undefined;
    if (last?.lane === null) return last;
    const whole = (lane: number | null, points: Point[]): Drawn => {
      const route = twins.sameOr({ ...named, points, label: labelPoint(points, named.kind), isShort: false });
      return { route, port, lane };
    };
    // A line that had a lane found nothing straight among the same cards.
    const direct = last ? null : from === to ? loop(to) : straightDown(from, to, port, room);
    if (direct) return whole(null, direct);
    // Asked for again in the same order, because each lane that is taken moves those after it.
    const lane = trunk?.x() ?? takeLane(from, to, port, room);
    return last?.lane === lane ? last : whole(lane, alongLane(from, to, port, lane, room));
  };
  for (const edge of scope.edges) {
    const to = geometry.cards.get(edge.to);
    const from = edge.from === null ? geometry.start : geometry.cards.get(edge.from);
    if (!to || !from) continue;
    drawn.set(edge, draw(edge, { id: edge.id, kind: edge.kind, ending: null }, [from, to], trunks.of(edge)));
  }
  for (const node of scope.nodes) {
    const from = geometry.cards.get(node.path);
    if (!geometry.end || !from || !node.ends || node.type === 'Fail') continue;
    drawn.set(node, draw(node, { id: `${node.path}#end`, kind: 'end', ending: node.path }, [from, geometry.end], null));
  }
  return drawn;
}

/** Former routes by what they are, looked up only when a line was drawn anew. */
class Twins {
  private byId: Map<string, Route> | null = null;

  constructor(private readonly former: readonly Route[]) {}

  /** The former route when it runs the same way, else this one. */
  sameOr(route: Route): Route {
    if (this.former.length === 0) return route;
    this.byId ??= new Map(this.former.map((each) => [each.id, each]));
    const twin = this.byId.get(route.id);
    const same =
      twin?.kind === route.kind &&
      twin.isShort === route.isShort &&
      samePoint(twin.label, route.label) &&
      twin.points.length === route.points.length &&
      twin.points.every((point, index) => samePoint(point, route.points[index]));
    return same ? twin : route;
  }
}

const samePort = (a: Port, b: Port) => a.x === b.x && a.turn === b.turn && a.entry === b.entry;
const samePoint = (a: Point, b: Point | undefined) => a.x === b?.x && a.y === b.y;
