import { Graph, layout } from '@dagrejs/dagre';
import type { StatePath } from '../workflow/paths';
import { layeredLayout } from './layeredLayout';
import { columnGap, rowGap } from './sizes';
import type { GraphEdge, Point, ScopeGraph, Size } from './types';

/** Above this many states dagre's network simplex takes seconds; the linear layout takes over. See bench/. */
const dagreLimit = 250;

/**
 * Top-left positions for all states of one scope, in layers from its StartAt downwards.
 * The order of states in the definition decides between equals, so the same definition always looks the same.
 */
export function autoLayout(scope: ScopeGraph, sizeOf: (state: StatePath) => Size): Map<StatePath, Point> {
  if (scope.nodes.length > dagreLimit) return layeredLayout(scope, sizeOf);
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: columnGap, ranksep: rowGap, edgesep: columnGap });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { path } of scope.nodes) graph.setNode(path, { ...sizeOf(path) });
  for (const edge of layoutEdges(scope)) {
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
