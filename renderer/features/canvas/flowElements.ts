import { type Picture, type Rect, boxesOf, endId, meet, startId } from '#shared/graph/index';
import type { StatePath } from '#shared/workflow/index';
import type { Selection } from '../../editor/session';
import { lineEnds, linesIn, sameEdge, transitionEdge, type FlowEdge } from './flowEdges';
import { markNodes, sameNode, stateNode, type FlowNode } from './flowNodes';

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
  const { offsets } = boxesOf(picture);
  const lines = linesIn(picture, view, selection);
  const ends = lines.flatMap((line) => Object.values<string>(lineEnds(line)));
  const needed = view && neededIn(picture, view, [...selection.states, ...ends]);
  const selected = new Set<string>(selection.states);
  const nodesBefore = new Map(former?.nodes.map((node) => [node.id, node]));
  const edgesBefore = new Map(former?.edges.map((edge) => [edge.id, edge]));
  for (const scope of picture.graph.scopes) {
    const geometry = picture.geometry.scopes.get(scope.scope);
    if (!geometry || !offsets.has(scope.scope)) continue;
    for (const node of scope.nodes) {
      if (needed && !needed.has(node.path)) continue;
      const rect = geometry.cards.get(node.path);
      if (!rect) continue;
      const folded = collapsed.has(node.path);
      const made = stateNode(node, rect, scope, picture, selected.has(node.path), folded);
      nodes.push(sameNode(nodesBefore.get(made.id), made));
    }
    for (const made of markNodes(scope, geometry))
      if (!needed || needed.has(made.id)) nodes.push(sameNode(nodesBefore.get(made.id), made));
  }
  const edges = lines.map((line) => {
    const before = edgesBefore.get(line.route.id);
    const isSelected = selection.edge === line.route.id;
    return before && sameEdge(before, line, isSelected) ? before : transitionEdge(line, isSelected);
  });
  return {
    nodes: former && sameItems(former.nodes, nodes) ? former.nodes : nodes,
    edges: former && sameItems(former.edges, edges) ? former.edges : edges,
  };
}

/** Ids of the nodes that a part of the canvas needs: those in it, some others, and the containers around them. */
function neededIn(picture: Picture, view: Rect, others: Iterable<string>): ReadonlySet<string> {
  const needed = new Set<string>(others);
  for (const [id, box] of boxesOf(picture).nodes) if (meet(box, view)) needed.add(id);
  // Inner scopes come after the ones around them.
  for (const { scope, parent, nodes } of picture.graph.scopes.toReversed()) {
    if (parent === null || needed.has(parent)) continue;
    if (nodes.some(({ path }) => needed.has(path)) || needed.has(startId(scope)) || needed.has(endId(scope)))
      needed.add(parent);
  }
  return needed;
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
