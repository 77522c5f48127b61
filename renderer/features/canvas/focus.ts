import type { Graph } from '#shared/graph/index';
import { rootScope, type ScopePath } from '#shared/workflow/paths';

/** The part of a graph inside one scope, which then stands as if it were the machine. */
export function focusedGraph(graph: Graph, focus: ScopePath): Graph {
  if (focus === rootScope) return graph;
  const inside = graph.scopes.filter(({ scope }) => scope === focus || scope.startsWith(`${focus}/`));
  // A scope that was deleted meanwhile falls back to the whole.
  if (inside.length === 0) return graph;
  return { scopes: inside.map((scope) => (scope.scope === focus ? { ...scope, parent: null } : scope)) };
}
