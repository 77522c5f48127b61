import type { LayoutDirection, ScopePath, StatePath } from '../workflow/index';
import { clearOverlaps } from './clearOverlaps';
import { upright, uprightSize } from './direction';
import {
  card,
  containerHeader,
  containerPadding,
  emptyScope,
  innerMark,
  laneGap,
  laneHeader,
  mark,
  rowGap,
} from './sizes';
import { reachOf } from './reach';
import { wiredAs } from './route';
import type { Graph, Point, Rect, ScopeGeometry, ScopeGraph, Size } from './types';

/** Free space between a mark and the cards. */
const markGap = 40;

export interface Geometry {
  readonly scopes: ReadonlyMap<ScopePath, ScopeGeometry>;
  readonly sizes: ReadonlyMap<StatePath, Size>;
}

export type Positions = Readonly<Record<string, Point>>;

/** Decides the position of every state of one scope, given the sizes of its cards. */
export type Placement = (scope: ScopeGraph, sizeOf: (state: StatePath) => Size) => ReadonlyMap<StatePath, Point>;

/**
 * Sizes and places of everything, inner scopes first because a container is as large as what it holds.
 * Scopes whose states, places and sizes are those of the former geometry are taken from it as they are; where all are,
 * it is the former geometry.
 */
export function measureGraph(
  graph: Graph,
  positions: Positions,
  collapsed: ReadonlySet<StatePath> = new Set(),
  direction: LayoutDirection = 'down',
  former?: Geometry,
): Geometry {
  const place: Placement = (scope) => new Map(scope.nodes.map(({ path }) => [path, positions[path] ?? origin]));
  return measureWith(graph, collapsed, place, direction, former);
}

const origin: Point = { x: 0, y: 0 };

/** What a scope was measured from, and what came of it before its container moved it to its lane. */
interface Measured {
  readonly scope: ScopeGraph;
  readonly positions: ReadonlyMap<StatePath, Point>;
  readonly sizes: readonly Size[];
  readonly geometry: ScopeGeometry;
}

const measured = new WeakMap<Geometry, ReadonlyMap<ScopePath, Measured>>();

export function measureWith(
  graph: Graph,
  collapsed: ReadonlySet<StatePath>,
  place: Placement,
  direction: LayoutDirection,
  former?: Geometry,
): Geometry {
  const before = former && measured.get(former);
  const now = new Map<ScopePath, Measured>();
  const scopes = new Map<ScopePath, ScopeGeometry>();
  const sizes = new Map<StatePath, Size>();
  const sizeOf = (state: StatePath) => sizes.get(state) ?? card;
  for (const scope of [...graph.scopes].reverse()) {
    for (const node of scope.nodes) {
      const inner = collapsed.has(node.path) ? [] : node.children.flatMap((child) => scopes.get(child) ?? []);
      if (inner.length === 0) {
        sizes.set(node.path, card);
        continue;
      }
      const size = intoLanes(node.children, scopes, node.type === 'Parallel', direction, former);
      const known = former?.sizes.get(node.path);
      sizes.set(node.path, known?.width === size.width && known.height === size.height ? known : size);
    }
    const positions = place(scope, sizeOf);
    const ownSizes = scope.nodes.map(({ path }) => sizeOf(path));
    const known = before?.get(scope.scope);
    const same =
      known !== undefined && known.geometry.direction === direction && looksAs(known, scope, positions, ownSizes);
    const geometry = same ? known.geometry : measureScope(scope, positions, sizeOf, direction);
    now.set(scope.scope, { scope, positions, sizes: ownSizes, geometry });
    scopes.set(scope.scope, geometry);
  }
  const same = former && sameEntries(former.scopes, scopes) && sameEntries(former.sizes, sizes);
  const result: Geometry = same ? former : { scopes, sizes };
  measured.set(result, now);
  return result;
}

export function sameEntries<Key, Value>(a: ReadonlyMap<Key, Value>, b: ReadonlyMap<Key, Value>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}

/** Whether a scope is drawn as it was: the same states of the same sizes at the same places, with the same ends. */
function looksAs(
  known: Measured,
  scope: ScopeGraph,
  positions: ReadonlyMap<StatePath, Point>,
  sizes: readonly Size[],
): boolean {
  const former = known.scope;
  if (former.parent !== scope.parent || former.nodes.length !== scope.nodes.length) return false;
  if (startOf(former)?.to !== startOf(scope)?.to) return false;
  // Lines and labels make room for themselves in a container.
  if (scope.parent !== null && !wiredAs(former, scope)) return false;
  return scope.nodes.every((node, index) => {
    const other = former.nodes[index];
    if (!other || other.path !== node.path || known.sizes[index] !== sizes[index]) return false;
    if (other !== node && (other.ends !== node.ends || other.type !== node.type)) return false;
    const [a, b] = [known.positions.get(node.path), positions.get(node.path)];
    return a === b || (a?.x === b?.x && a?.y === b?.y);
  });
}

const startOf = (scope: ScopeGraph) => scope.edges.find((edge) => edge.from === null);

/**
 * Places the scopes of a container side by side, or below each other where the picture leads to the right, moves them to
 * their lane, and gives the size of the container.
 */
function intoLanes(
  children: readonly ScopePath[],
  scopes: Map<ScopePath, ScopeGeometry>,
  titled: boolean,
  direction: LayoutDirection,
  former: Geometry | undefined,
): Size {
  if (direction === 'right') return intoRows(children, scopes, titled, former);
  const top = containerHeader + (titled ? laneHeader : 0) + containerPadding / 2;
  let x = containerPadding;
  let height = 0;
  for (const child of children) {
    const scope = scopes.get(child);
    if (!scope) continue;
    scopes.set(child, moved(scope, x - scope.area.x, top - scope.area.y, former?.scopes.get(child)));
    x += scope.area.width + laneGap + (titled ? containerPadding : 0);
    height = Math.max(height, scope.area.height);
  }
  const width = x - laneGap - (titled ? containerPadding : 0) + containerPadding;
  return { width: Math.max(width, card.width), height: top + height + containerPadding };
}

function intoRows(
  children: readonly ScopePath[],
  scopes: Map<ScopePath, ScopeGeometry>,
  titled: boolean,
  former: Geometry | undefined,
): Size {
  let y = containerHeader;
  let width = 0;
  for (const child of children) {
    const scope = scopes.get(child);
    if (!scope) continue;
    y += (titled ? laneHeader : 0) + containerPadding / 2;
    scopes.set(child, moved(scope, containerPadding - scope.area.x, y - scope.area.y, former?.scopes.get(child)));
    y += scope.area.height + (titled ? containerPadding : 0);
    width = Math.max(width, scope.area.width);
  }
  return {
    width: Math.max(width + 2 * containerPadding, card.width),
    height: y + (titled ? 0 : containerPadding),
  };
}

/** Which geometry another one was moved from. */
const movedFrom = new WeakMap<ScopeGeometry, ScopeGeometry>();

function moved(scope: ScopeGeometry, dx: number, dy: number, former: ScopeGeometry | undefined): ScopeGeometry {
  const to = { x: scope.origin.x + dx, y: scope.origin.y + dy };
  const fromSame = former !== undefined && movedFrom.get(former) === scope;
  if (fromSame && former.origin.x === to.x && former.origin.y === to.y) return former;
  const move = (rect: Rect): Rect => ({ ...rect, x: rect.x + dx, y: rect.y + dy });
  const result: ScopeGeometry = {
    area: move(scope.area),
    cards: new Map([...scope.cards].map(([path, rect]) => [path, move(rect)])),
    start: scope.start && move(scope.start),
    end: scope.end && move(scope.end),
    origin: to,
    direction: scope.direction,
  };
  movedFrom.set(result, scope);
  return result;
}

function measureScope(
  scope: ScopeGraph,
  positions: ReadonlyMap<StatePath, Point>,
  sizeOf: (state: StatePath) => Size,
  direction: LayoutDirection,
): ScopeGeometry {
  const wished = new Map<StatePath, Rect>();
  for (const { path } of scope.nodes) {
    wished.set(path, upright({ ...(positions.get(path) ?? origin), ...sizeOf(path) }, direction));
  }
  const clear = clearOverlaps(wished);
  const cards = new Map<StatePath, Rect>();
  for (const [path, rect] of wished) cards.set(path, { ...rect, ...clear.get(path) });
  const { start, end } = placeMarks(scope, cards, direction);
  const back = (rect: Rect) => upright(rect, direction);
  const marks = [start, end].filter((rect) => rect !== null);
  const geometry: ScopeGeometry = {
    area:
      cards.size + marks.length === 0 ? { ...origin, ...emptyScope } : back(boundsOf([...cards.values(), ...marks])),
    cards: direction === 'down' ? cards : new Map([...cards].map(([path, rect]) => [path, back(rect)])),
    start: start && back(start),
    end: end && back(end),
    origin,
    direction,
  };
  // The canvas has room for lines outside the cards; a container is as large as they need.
  if (scope.parent === null) return geometry;
  return { ...geometry, area: boundsOf([geometry.area, ...reachOf(scope, geometry)]) };
}

/** Start above and End below all cards of a picture that leads down, over the middle of the states they belong to. */
function placeMarks(scope: ScopeGraph, cards: ReadonlyMap<StatePath, Rect>, direction: LayoutDirection) {
  const size = uprightSize(scope.parent === null ? mark : innerMark, direction);
  const gap = scope.parent === null ? markGap : markGap - 12;
  const all = [...cards.values()];
  const first = startOf(scope);
  const firstRect = first && cards.get(first.to);
  let top = Infinity;
  let low = -Infinity;
  for (const rect of all) {
    top = Math.min(top, rect.y);
    low = Math.max(low, rect.y + rect.height);
  }
  if (all.length === 0) {
    const start = scope.parent === null ? { x: -size.width / 2, y: 0, ...size } : null;
    const end = scope.parent === null ? { x: -size.width / 2, y: size.height + rowGap * 2, ...size } : null;
    return { start, end };
  }
  const start = firstRect ? { x: middle(firstRect) - size.width / 2, y: top - gap - size.height, ...size } : null;
  const ending = scope.nodes
    .filter((node) => node.ends && node.type !== 'Fail')
    .flatMap((n) => cards.get(n.path) ?? []);
  const centre = ending.length === 0 ? null : ending.reduce((sum, rect) => sum + middle(rect), 0) / ending.length;
  const end = centre === null ? null : { x: Math.round(centre / 4) * 4 - size.width / 2, y: low + gap + 8, ...size };
  return { start, end };
}

const middle = (rect: Rect) => rect.x + rect.width / 2;

function boundsOf(rects: readonly Rect[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.width);
    bottom = Math.max(bottom, rect.y + rect.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
