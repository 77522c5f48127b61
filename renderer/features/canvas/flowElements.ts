import { MarkerType, Position, type Edge, type Node, type NodeHandle } from '@xyflow/react';
import type { GraphEdge, GraphNode, Picture, Point, Rect, Route, ScopeGraph } from '#shared/graph/index';
import type { ScopePath, StatePath, TransitionEnd } from '#shared/workflow/index';
import { factsOf, typeHasCatch } from '#shared/asl/index';
import type { Selection } from '../../editor/session';
import { boxesOf, endId, meet, startId } from './boxes';

export interface StateData extends Record<string, unknown> {
  readonly node: GraphNode;
  readonly collapsed: boolean;
  /** Areas of the branches of a container, relative to it; empty for a card. */
  readonly lanes: readonly { readonly scope: ScopePath; readonly area: Rect; readonly empty: boolean }[];
}

export interface MarkData extends Record<string, unknown> {
  readonly label: 'Start' | 'End';
  readonly inner: boolean;
  readonly scope: ScopePath;
}

export interface TransitionData extends Record<string, unknown> {
  readonly edge: GraphEdge | null;
  /** In canvas coordinates. */
  readonly route: Route;
  /** What it was made from. */
  readonly source: EdgeSource;
}

export type StateNode = Node<StateData, 'state'>;
export type MarkNode = Node<MarkData, 'mark'>;
export type FlowNode = StateNode | MarkNode;
export type FlowEdge = Edge<TransitionData, 'transition'>;

/** What a node of the canvas is for transitions. */
export function endOf({ type, data }: Pick<FlowNode, 'type' | 'data'>): TransitionEnd {
  if (type === 'state') return { kind: 'state', state: (data as StateData).node.path };
  const { label, scope } = data as MarkData;
  return { kind: label === 'Start' ? 'start' : 'end', scope };
}

interface Shown {
  readonly picture: Picture;
  readonly collapsed: ReadonlySet<StatePath>;
  readonly selection: Selection;
  /** The part of the canvas that is needed; null for all of it. */
  readonly view: Rect | null;
}

export interface FlowElements {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/**
 * What React Flow draws: containers before what they hold, marks, and an edge a transition. Of a large picture only what
 * is in view, with the ends of its lines, what is selected, and the containers around them. Nodes and edges that are as in
 * the former elements are the same objects, so that nothing of theirs is drawn again.
 */
export function flowElements({ picture, collapsed, selection, view }: Shown, former?: FlowElements): FlowElements {
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  const { offsets } = boxesOf(picture);
  const needed = view && neededIn(picture, view, selection);
  const selected = new Set<string>(selection.states);
  const nodesBefore = new Map(former?.nodes.map((node) => [node.id, node]));
  const edgesBefore = new Map(former?.edges.map((edge) => [edge.id, edge]));
  for (const scope of picture.graph.scopes) {
    const geometry = picture.geometry.scopes.get(scope.scope);
    const offset = offsets.get(scope.scope);
    if (!geometry || !offset) continue;
    for (const node of scope.nodes) {
      if (needed && !needed.nodes.has(node.path)) continue;
      const rect = geometry.cards.get(node.path);
      if (!rect) continue;
      const folded = collapsed.has(node.path);
      const made = stateNode(node, rect, scope, picture, selected.has(node.path), folded);
      nodes.push(sameNode(nodesBefore.get(made.id), made));
    }
    for (const made of markNodes(scope, geometry))
      if (!needed || needed.nodes.has(made.id)) nodes.push(sameNode(nodesBefore.get(made.id), made));
    const routes = (picture.routes.get(scope.scope) ?? []).filter(({ id }) => !needed || needed.edges.has(id));
    if (routes.length === 0) continue;
    const byId = edgesById(scope);
    for (const route of routes) {
      const edge = byId.get(route.id) ?? null;
      const before = edgesBefore.get(route.id);
      const isSelected = selection.edge === route.id;
      const source = { edge, route, offset };
      edges.push(before && sameEdge(before, source, isSelected) ? before : transitionEdge(scope, source, isSelected));
    }
  }
  return {
    nodes: former && sameItems(former.nodes, nodes) ? former.nodes : nodes,
    edges: former && sameItems(former.edges, edges) ? former.edges : edges,
  };
}

/** Ids of what a part of the canvas needs. */
function neededIn(
  picture: Picture,
  view: Rect,
  selection: Selection,
): { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> } {
  const boxes = boxesOf(picture);
  const nodes = new Set<string>(selection.states);
  const edges = new Set<string>();
  for (const [id, box] of boxes.nodes) if (meet(box, view)) nodes.add(id);
  for (const [id, box] of boxes.edges) if (id === selection.edge || meet(box, view)) edges.add(id);
  for (const scope of picture.graph.scopes) {
    // React Flow draws a line only between nodes that it has.
    const byId = edgesById(scope);
    for (const route of picture.routes.get(scope.scope) ?? []) {
      if (!edges.has(route.id)) continue;
      const { source, target } = endsOf(scope, byId.get(route.id) ?? null, route);
      nodes.add(source).add(target);
    }
  }
  // A container is around what it holds, so it is in view itself, unless what it holds was added for another reason.
  for (const { scope, parent, nodes: held } of picture.graph.scopes.toReversed()) {
    if (parent === null || nodes.has(parent)) continue;
    if (held.some(({ path }) => nodes.has(path)) || nodes.has(startId(scope)) || nodes.has(endId(scope)))
      nodes.add(parent);
  }
  return { nodes, edges };
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
function endsOf({ scope }: ScopeGraph, edge: GraphEdge | null, { ending }: Route): { source: string; target: string } {
  return edge
    ? { source: edge.from ?? startId(scope), target: edge.to }
    : { source: ending ?? '', target: endId(scope) };
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** The former node where it says the same as the one that was made. */
function sameNode(before: FlowNode | undefined, made: FlowNode): FlowNode {
  if (
    before?.type !== made.type ||
    before?.position.x !== made.position.x ||
    before.position.y !== made.position.y ||
    before.width !== made.width ||
    before.height !== made.height ||
    before.parentId !== made.parentId ||
    before.selected !== made.selected
  ) {
    return made;
  }
  if (before.type === 'mark' || made.type === 'mark') return before;
  const [old, next] = [before.data, made.data];
  const same = old.node === next.node && old.collapsed === next.collapsed && sameLanes(old.lanes, next.lanes);
  return same ? before : made;
}

function sameLanes(a: StateData['lanes'], b: StateData['lanes']): boolean {
  const lane = ({ scope, area, empty }: StateData['lanes'][number]) =>
    `${scope} ${area.x} ${area.y} ${area.width} ${area.height} ${empty}`;
  return a.length === b.length && a.every((each, index) => b[index] !== undefined && lane(each) === lane(b[index]));
}

function stateNode(
  node: GraphNode,
  rect: Rect,
  scope: ScopeGraph,
  picture: Picture,
  selected: boolean,
  collapsed: boolean,
): StateNode {
  const lanes = collapsed
    ? []
    : node.children.flatMap((child) => {
        const geometry = picture.geometry.scopes.get(child);
        return geometry ? [{ scope: child, area: geometry.area, empty: geometry.cards.size === 0 }] : [];
      });
  const hasOut = factsOf(node.type).ends !== 'failure';
  const catches = typeHasCatch(node.type);
  return {
    id: node.path,
    type: 'state',
    position: { x: rect.x, y: rect.y },
    ...(scope.parent === null ? {} : { parentId: scope.parent }),
    ...sized(rect, hasOut ? (catches ? ['in', 'out', 'catch'] : ['in', 'out']) : ['in']),
    selected,
    data: { node, collapsed, lanes },
    ariaLabel: `${node.type} state ${node.name}`,
  };
}

/**
 * The size of a card and the places of its handles, as the style sheet has them. React Flow puts every card that it would
 * have to measure into the page, be it in view or not; what is told here it need not measure.
 */
function sized({ width, height }: Rect, handles: readonly ('in' | 'out' | 'catch')[]) {
  const size = 12;
  const across = width / 2 - size / 2;
  const places: Record<(typeof handles)[number], NodeHandle> = {
    in: { id: 'in', type: 'target', position: Position.Top, x: across, y: -size / 2, width: size, height: size },
    out: {
      id: 'out',
      type: 'source',
      position: Position.Bottom,
      x: across,
      y: height - size / 2,
      width: size,
      height: size,
    },
    catch: {
      id: 'catch',
      type: 'source',
      position: Position.Right,
      x: width - size / 2,
      y: height / 2 - size / 2,
      width: size,
      height: size,
    },
  };
  return { width, height, measured: { width, height }, handles: handles.map((id) => places[id]) };
}

function markNodes(scope: ScopeGraph, geometry: { start: Rect | null; end: Rect | null }): MarkNode[] {
  const inner = scope.parent !== null;
  const make = (label: 'Start' | 'End', rect: Rect | null): MarkNode[] =>
    rect === null
      ? []
      : [
          {
            id: label === 'Start' ? startId(scope.scope) : endId(scope.scope),
            type: 'mark',
            position: { x: rect.x, y: rect.y },
            ...(scope.parent === null ? {} : { parentId: scope.parent }),
            ...sized(rect, [label === 'Start' ? 'out' : 'in']),
            draggable: false,
            selectable: false,
            focusable: false,
            data: { label, inner, scope: scope.scope },
          },
        ];
  return [...make('Start', geometry.start), ...make('End', geometry.end)];
}

/** What an edge is drawn from; the same parts give the same edge. */
interface EdgeSource {
  readonly edge: GraphEdge | null;
  /** In coordinates of its scope. */
  readonly route: Route;
  readonly offset: Point;
}

function sameEdge({ data, selected }: FlowEdge, { edge, route, offset }: EdgeSource, isSelected: boolean): boolean {
  const before = data?.source;
  return (
    before?.edge === edge &&
    before.route === route &&
    before.offset.x === offset.x &&
    before.offset.y === offset.y &&
    selected === isSelected
  );
}

function transitionEdge(scope: ScopeGraph, source: EdgeSource, selected: boolean): FlowEdge {
  const { edge, route, offset } = source;
  const moved: Route = {
    ...route,
    points: route.points.map((point) => ({ x: point.x + offset.x, y: point.y + offset.y })),
    label: { x: route.label.x + offset.x, y: route.label.y + offset.y },
  };
  return {
    id: route.id,
    type: 'transition',
    ...endsOf(scope, edge, route),
    sourceHandle: edge?.kind === 'catch' ? 'catch' : 'out',
    targetHandle: 'in',
    selected,
    selectable: edge !== null && edge.kind !== 'start',
    focusable: edge !== null && edge.kind !== 'start',
    reconnectable: edge === null ? false : 'target',
    deletable: false,
    zIndex: selected ? 12 : 10,
    data: { edge, route: moved, source },
    markerEnd: {
      type: MarkerType.ArrowClosed,
      width: 16,
      height: 16,
      color: selected ? 'var(--accent)' : 'var(--edge)',
    },
    ...(edge ? { ariaLabel: edgeLabel(edge) } : {}),
  };
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
