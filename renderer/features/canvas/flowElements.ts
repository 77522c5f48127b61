import { MarkerType, Position, type Edge, type Node, type NodeHandle } from '@xyflow/react';
import type { Geometry, Graph, GraphEdge, GraphNode, Rect, Route, ScopeGraph } from '#shared/graph/index';
import { routeEdges } from '#shared/graph/index';
import { factsOf, typeHasCatch } from '#shared/asl/stateFacts';
import type { ScopePath, StatePath } from '#shared/workflow/paths';
import type { Selection } from '../../editor/session';

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
}

export type StateNode = Node<StateData, 'state'>;
export type MarkNode = Node<MarkData, 'mark'>;
export type FlowNode = StateNode | MarkNode;
export type FlowEdge = Edge<TransitionData, 'transition'>;

export const startId = (scope: ScopePath) => `${scope}/StartAt`;
export const endId = (scope: ScopePath) => `${scope}/End`;

interface Picture {
  readonly graph: Graph;
  readonly geometry: Geometry;
  readonly collapsed: ReadonlySet<StatePath>;
  readonly selection: Selection;
}

/** What React Flow draws: containers before what they hold, marks, and an edge a transition. */
export function flowElements(picture: Picture): { nodes: FlowNode[]; edges: FlowEdge[] } {
  const nodes: FlowNode[] = [];
  const edges: FlowEdge[] = [];
  const offsets = new Map<StatePath, { x: number; y: number }>();
  const selected = new Set<string>(picture.selection.states);
  for (const scope of picture.graph.scopes) {
    const geometry = picture.geometry.scopes.get(scope.scope);
    const offset = scope.parent === null ? { x: 0, y: 0 } : offsets.get(scope.parent);
    // A scope without an offset is inside a collapsed container.
    if (!geometry || !offset) continue;
    for (const node of scope.nodes) {
      const rect = geometry.cards.get(node.path);
      if (!rect) continue;
      const collapsed = picture.collapsed.has(node.path);
      if (!collapsed) offsets.set(node.path, { x: offset.x + rect.x, y: offset.y + rect.y });
      nodes.push(stateNode(node, rect, scope, picture, selected.has(node.path), collapsed));
    }
    nodes.push(...markNodes(scope, geometry));
    const byId = new Map(scope.edges.map((edge) => [edge.id, edge]));
    for (const route of routeEdges(scope, geometry)) {
      edges.push(transitionEdge(scope, byId.get(route.id) ?? null, route, offset, picture.selection.edge));
    }
  }
  return { nodes, edges };
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

function transitionEdge(
  scope: ScopeGraph,
  edge: GraphEdge | null,
  route: Route,
  offset: { x: number; y: number },
  selectedEdge: string | null,
): FlowEdge {
  const moved: Route = {
    ...route,
    points: route.points.map((point) => ({ x: point.x + offset.x, y: point.y + offset.y })),
    label: { x: route.label.x + offset.x, y: route.label.y + offset.y },
  };
  const selected = selectedEdge === route.id;
  const endOf = route.id.endsWith('#end') ? route.id.slice(0, -'#end'.length) : '';
  return {
    id: route.id,
    type: 'transition',
    source: edge ? (edge.from ?? startId(scope.scope)) : endOf,
    target: edge ? edge.to : endId(scope.scope),
    sourceHandle: edge?.kind === 'catch' ? 'catch' : 'out',
    targetHandle: 'in',
    selected,
    selectable: edge !== null && edge.kind !== 'start',
    focusable: edge !== null && edge.kind !== 'start',
    reconnectable: edge === null ? false : 'target',
    deletable: false,
    zIndex: selected ? 12 : 10,
    data: { edge, route: moved },
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
