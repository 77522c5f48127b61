import type { Picture } from './picture';
import type { Route } from './route';
import type { Point, Rect } from './types';
import type { ScopePath } from '../workflow/index';

/** Where everything of a picture stands, in canvas coordinates. */
export interface Boxes {
  /** By id of the node; containers before what they hold. */
  readonly nodes: ReadonlyMap<string, Rect>;
  /** By id of the edge: what its line and its label cover at most. */
  readonly edges: ReadonlyMap<string, Rect>;
  /** Where the coordinates of each scope that is shown begin. */
  readonly offsets: ReadonlyMap<ScopePath, Point>;
  /** Around all of it; null when there is nothing. */
  readonly whole: Rect | null;
}

/** Ids of nodes are opaque; what a node is stands in its data. */
export const startId = (scope: ScopePath) => `start:${scope}`;
export const endId = (scope: ScopePath) => `end:${scope}`;

const known = new WeakMap<Picture, Boxes>();

/** The boxes of a picture; asked again for the same one they cost nothing. */
export function boxesOf(picture: Picture): Boxes {
  const before = known.get(picture);
  if (before) return before;
  const made = makeBoxes(picture);
  known.set(picture, made);
  return made;
}

function makeBoxes({ graph, geometry, routes }: Picture): Boxes {
  const nodes = new Map<string, Rect>();
  const edges = new Map<string, Rect>();
  const lines: Rect[] = [];
  const offsets = new Map<ScopePath, Point>();
  for (const { scope, parent, nodes: own } of graph.scopes) {
    // A scope without routes is inside a collapsed container.
    const placed = routes.has(scope) ? geometry.scopes.get(scope) : undefined;
    const around = parent === null ? { x: 0, y: 0 } : nodes.get(parent);
    if (!placed || !around) continue;
    const offset = { x: around.x, y: around.y };
    offsets.set(scope, offset);
    const put = (id: string, rect: Rect | null | undefined) => {
      if (rect) nodes.set(id, moved(rect, offset));
    };
    for (const node of own) put(node.path, placed.cards.get(node.path));
    put(startId(scope), placed.start);
    put(endId(scope), placed.end);
    for (const route of routes.get(scope) ?? []) {
      const line = moved(lineBox(route), offset);
      lines.push(line);
      edges.set(route.id, withLabelRoom(line));
    }
  }
  return { nodes, edges, offsets, whole: aroundAll([...nodes.values(), ...lines]) };
}

/** The smallest box around some; null when there is none. */
export function aroundAll(boxes: Iterable<Rect>): Rect | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

export function meet(a: Rect, b: Rect): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

function moved({ x, y, width, height }: Rect, by: Point): Rect {
  return { x: x + by.x, y: y + by.y, width, height };
}

/** Room for the label of a line, on each side. */
const labelRoom = { across: 90, down: 12 };

function withLabelRoom({ x, y, width, height }: Rect): Rect {
  const { across, down } = labelRoom;
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}

const lineBoxes = new WeakMap<Route, Rect>();

/** What a line covers without its label, in the coordinates of its scope. */
function lineBox(route: Route): Rect {
  const before = lineBoxes.get(route);
  if (before) return before;
  const box = aroundAll(route.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? {
    ...route.label,
    width: 0,
    height: 0,
  };
  lineBoxes.set(route, box);
  return box;
}
