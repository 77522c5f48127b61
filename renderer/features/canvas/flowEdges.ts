import { MarkerType, type Edge } from '@xyflow/react';
import {
  type Boxes,
  type GraphEdge,
  type Picture,
  type Point,
  type Rect,
  type Route,
  type ScopeGraph,
  boxesOf,
  endId,
  meet,
  startId,
} from '#shared/graph/index';
import type { Selection } from '../../editor/session';
import { clippedLine } from './clip';

export interface TransitionData extends Record<string, unknown> {
  readonly edge: GraphEdge | null;
  readonly kind: Route['kind'];
  /** The line in canvas coordinates, or its parts in view. */
  readonly lines: readonly (readonly Point[])[];
  readonly label: Point;
  readonly isShort: boolean;
  /** Other transitions that take the same way through the view, and are not drawn themselves. */
  readonly sharing: readonly GraphEdge[];
  /** What it was made from. */
  readonly source: Line;
}

export type FlowEdge = Edge<TransitionData, 'transition'>;

/** What an edge is drawn from; the same parts give the same edge. */
interface Line {
  readonly scope: ScopeGraph;
  readonly edge: GraphEdge | null;
  /** In coordinates of its scope. */
  readonly route: Route;
  readonly offset: Point;
  /** The parts in view; null for all of it. */
  readonly parts: readonly (readonly Point[])[] | null;
  /** Whether the last part leads to the target. */
  readonly arrives: boolean;
  readonly sharing: GraphEdge[];
}

/**
 * The lines that a part of the canvas needs, cut to it: a line of a hundred screens costs as much to draw as a short one.
 * Of those that pass through without an end in it and take the same way only one is drawn, as those of a handler that a
 * thousand states share.
 */
export function linesIn(picture: Picture, view: Rect | null, selection: Selection): readonly Line[] {
  const boxes = boxesOf(picture);
  const lines = allLinesIn(picture, view, boxes);
  if (!view) return lines;
  // In a crowd, lines that leave the view together are one as well.
  const crowd = lines.length > crowded;
  const ways = new Map<string, Line>();
  return lines.filter((line) => {
    const way = selection.edge === line.route.id ? null : wayThrough(line, view, boxes, crowd);
    const same = way === null ? undefined : ways.get(way);
    if (way === null) return true;
    if (!same) ways.set(way, line);
    else if (line.edge) same.sharing.push(line.edge);
    return !same;
  });
}

/** More lines than this in view nobody tells apart. */
const crowded = 400;
/** Pixels within which lines in a crowd are taken to be on the same way. */
const sameWay = 6;

function allLinesIn(picture: Picture, view: Rect | null, boxes: Boxes): readonly Line[] {
  const lines: Line[] = [];
  for (const scope of picture.graph.scopes) {
    const offset = boxes.offsets.get(scope.scope);
    if (!offset) continue;
    const byId = edgesById(scope);
    for (const route of picture.routes.get(scope.scope) ?? []) {
      const edge = byId.get(route.id) ?? null;
      const whole: Line = { scope, edge, route, offset, parts: null, arrives: true, sharing: [] };
      const line = view ? cutLine(whole, view, boxes) : whole;
      if (line) lines.push(line);
    }
  }
  return lines;
}

/** Null for a line that is not in view. */
function cutLine(line: Line, view: Rect, boxes: Boxes): Line | null {
  const box = boxes.edges.get(line.route.id);
  if (!box || !meet(box, view)) return null;
  const inside =
    box.x >= view.x &&
    box.y >= view.y &&
    box.x + box.width <= view.x + view.width &&
    box.y + box.height <= view.y + view.height;
  if (inside) return line;
  const points = movedPoints(line);
  const parts = clippedLine(points, view);
  const [end, last] = [points.at(-1), parts.at(-1)?.at(-1)];
  const label = moved(line.route.label, line.offset);
  if (parts.length === 0 && !meet({ ...label, width: 0, height: 0 }, view)) return null;
  return { ...line, parts, arrives: end?.x === last?.x && end?.y === last?.y };
}

/**
 * The way of a line through the view when both its ends are outside, in a crowd when one of them and its label are; null for
 * others.
 */
function wayThrough(line: Line, view: Rect, boxes: Boxes, crowd: boolean): string | null {
  const { scope, edge, route, parts, offset } = line;
  if (!parts || parts.length === 0) return null;
  const { source, target } = endsOf(scope, edge, route);
  const isInView = (id: string) => {
    const box = boxes.nodes.get(id);
    return box !== undefined && meet(box, view);
  };
  const inView = [source, target].filter(isInView).length;
  if (inView === 2 || (inView === 1 && !crowd)) return null;
  const hasLabel = edge !== null && edge.label !== null;
  if (inView === 1 && hasLabel && meet({ ...moved(route.label, offset), width: 0, height: 0 }, view)) return null;
  const grid = (value: number) => (crowd ? Math.round(value / sameWay) : value);
  return `${route.kind} ${parts.map((part) => part.map(({ x, y }) => `${grid(x)},${grid(y)}`).join(' ')).join(' / ')}`;
}

const edgeTables = new WeakMap<ScopeGraph, ReadonlyMap<string, GraphEdge>>();

function edgesById(scope: ScopeGraph): ReadonlyMap<string, GraphEdge> {
  const known = edgeTables.get(scope);
  if (known) return known;
  const made = new Map(scope.edges.map((edge) => [edge.id, edge]));
  edgeTables.set(scope, made);
  return made;
}

/** Ids of the nodes that a line leads from and to; what ends the scope leads to its End. */
export function lineEnds({ scope, edge, route }: Line): { readonly source: string; readonly target: string } {
  return endsOf(scope, edge, route);
}

function endsOf({ scope }: ScopeGraph, edge: GraphEdge | null, { ending }: Route): { source: string; target: string } {
  return edge
    ? { source: edge.from ?? startId(scope), target: edge.to }
    : { source: ending ?? '', target: endId(scope) };
}

export function sameEdge({ data, selected }: FlowEdge, line: Line, isSelected: boolean): boolean {
  const before = data?.source;
  return (
    before?.edge === line.edge &&
    before.route === line.route &&
    before.offset.x === line.offset.x &&
    before.offset.y === line.offset.y &&
    before.arrives === line.arrives &&
    sameParts(before.parts, line.parts) &&
    before.sharing.length === line.sharing.length &&
    before.sharing.every((edge, index) => edge === line.sharing[index]) &&
    selected === isSelected
  );
}

function sameParts(a: Line['parts'], b: Line['parts']): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.length === b.length &&
    a.every((part, index) => {
      const other = b[index];
      return part.length === other?.length && part.every(({ x, y }, at) => x === other[at]?.x && y === other[at].y);
    })
  );
}

export function transitionEdge(line: Line, selected: boolean): FlowEdge {
  const { edge, route, offset, parts, arrives, sharing } = line;
  return {
    id: route.id,
    type: 'transition',
    ...lineEnds(line),
    sourceHandle: edge?.kind === 'catch' ? 'catch' : 'out',
    targetHandle: 'in',
    selected,
    selectable: edge !== null && edge.kind !== 'start',
    focusable: edge !== null && edge.kind !== 'start',
    reconnectable: edge === null ? false : 'target',
    deletable: false,
    zIndex: selected ? 12 : 10,
    data: {
      edge,
      kind: route.kind,
      lines: parts ?? [movedPoints(line)],
      label: moved(route.label, offset),
      isShort: route.isShort,
      sharing,
      source: line,
    },
    ...(arrives
      ? {
          markerEnd: {
            type: MarkerType.ArrowClosed,
            width: 16,
            height: 16,
            color: selected ? 'var(--accent)' : 'var(--edge)',
          },
        }
      : {}),
    ...(edge ? { ariaLabel: edgeLabel(edge) } : {}),
  };
}

function movedPoints({ route, offset }: Line): readonly Point[] {
  return route.points.map((point) => moved(point, offset));
}

function moved({ x, y }: Point, by: Point): Point {
  return { x: x + by.x, y: y + by.y };
}

function edgeLabel(edge: GraphEdge): string {
  const name = (path: string) =>
    path
      .slice(path.lastIndexOf('/') + 1)
      .replaceAll('~1', '/')
      .replaceAll('~0', '~');
  const from = edge.from === null ? 'Start' : name(edge.from);
  return `${edge.kind} transition from ${from} to ${name(edge.to)}${edge.label ? `: ${edge.label}` : ''}`;
}
