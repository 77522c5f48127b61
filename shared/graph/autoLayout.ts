import { Graph, layout } from '@dagrejs/dagre';
import type { LayoutDirection, StatePath } from '../workflow/index';
import { turned } from './direction';
import { withRoomForLabels } from './labelRoom';
import { layeredLayout } from './layeredLayout';
import { columnGap, rowGap } from './sizes';
import type { GraphEdge, Point, ScopeGraph, Size } from './types';

/**
 * Above these dagre takes seconds: its network simplex grows with the states, its crossing reduction with the rows that
 * transitions pass, which are many where there are more transitions than a tree needs. The linear layout takes over.
 */
const mostStates = 250;
const mostStatesTimesExtraTransitions = 10_000;

/**
 * Top-left positions for all states of one scope, in layers from its StartAt on.
 * The order of states in the definition decides between equals, so the same definition always looks the same.
 */
export function autoLayout(
  scope: ScopeGraph,
  sizeOf: (state: StatePath) => Size,
  direction: LayoutDirection,
): Map<StatePath, Point> {
  if (direction === 'down') return downwards(scope, sizeOf);
  const upright = (state: StatePath) => turned.size(sizeOf(state));
  const places = withRoomForLabels(scope, downwards(scope, upright), upright);
  return new Map([...places].map(([path, point]) => [path, turned.point(point)]));
}

function downwards(scope: ScopeGraph, sizeOf: (state: StatePath) => Size): Map<StatePath, Point> {
  if (scope.nodes.length <= 2) return smallLayout(scope, sizeOf);
  const transitions = layoutEdges(scope);
  const extra = Math.max(0, transitions.length - scope.nodes.length);
  if (scope.nodes.length > mostStates || scope.nodes.length * extra > mostStatesTimesExtraTransitions) {
    return layeredLayout(scope, sizeOf);
  }
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: columnGap, ranksep: rowGap, edgesep: columnGap });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { path } of scope.nodes) graph.setNode(path, { ...sizeOf(path) });
  for (const edge of transitions) {
    graph.setEdge(edge.from, edge.to, { weight: edge.kind === 'catch' ? 1 : 4 }, edge.id);
  }
  layout(graph);
  return new Map(
    scope.nodes.map(({ path }): [StatePath, Point] => {
      const size = sizeOf(path);
      const { x = 0, y = 0 } = graph.node(path) as Partial<Point>;
      return [path, { x: snap(x - size.width / 2), y: snap(y - size.height / 2) }];
    }),
  );
}

/** One state, or two: the one above the other, or side by side. Most inner scopes are no larger; it stands as dagre puts it. */
function smallLayout(scope: ScopeGraph, sizeOf: (state: StatePath) => Size): Map<StatePath, Point> {
  const [first, second] = scope.nodes.map(({ path }) => ({ path, size: sizeOf(path) }));
  if (!first) return new Map();
  if (!second) return new Map([[first.path, { x: 0, y: 0 }]]);
  const leads = (from: StatePath, to: StatePath) => scope.edges.some((edge) => edge.from === from && edge.to === to);
  const down = leads(first.path, second.path);
  if (!down && !leads(second.path, first.path)) {
    const height = Math.max(first.size.height, second.size.height);
    return new Map([
      [first.path, { x: 0, y: snap((height - first.size.height) / 2) }],
      [second.path, { x: first.size.width + columnGap, y: snap((height - second.size.height) / 2) }],
    ]);
  }
  const [upper, lower] = down ? [first, second] : [second, first];
  const width = Math.max(upper.size.width, lower.size.width);
  return new Map([
    [upper.path, { x: snap((width - upper.size.width) / 2), y: 0 }],
    [lower.path, { x: snap((width - lower.size.width) / 2), y: upper.size.height + rowGap }],
  ]);
}

type PlacedEdge = GraphEdge & { readonly from: StatePath };

/**
 * The transitions that decide where states stand. Many states often catch into the same handler, and each of those lines
 * would push the main line aside; so a handler takes its place from the last catcher alone that leads to it.
 */
function layoutEdges(scope: ScopeGraph): PlacedEdge[] {
  const edges = scope.edges.filter((edge): edge is PlacedEdge => edge.from !== null && edge.from !== edge.to);
  const lastCatch = new Map(edges.filter((edge) => edge.kind === 'catch').map((edge) => [edge.to, edge.id]));
  return edges.filter((edge) => edge.kind !== 'catch' || lastCatch.get(edge.to) === edge.id);
}

/** To the 4 px grid. */
export function snap(value: number): number {
  return Math.round(value / 4) * 4;
}
