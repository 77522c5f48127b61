import type { JsonObject } from '../base/index';
import { type LayoutDirection, type ScopePath, type StatePath, rootScope } from '../workflow/index';
import { measureGraph, sameEntries, type Geometry, type Positions } from './measure';
import { projectGraph } from './project';
import { routeEdges, type Route } from './route';
import type { Graph, ScopeGraph } from './types';

/** Everything a canvas needs of a document: what there is, where it stands, and how lines lead. */
export interface Picture {
  /** The graph that is shown: the whole, or the scope in focus as if it were the machine. */
  readonly graph: Graph;
  readonly geometry: Geometry;
  /** In coordinates of the geometry of the scope. */
  readonly routes: ReadonlyMap<ScopePath, readonly Route[]>;
}

/** What a person has chosen to see. */
export interface PictureView {
  readonly collapsed: ReadonlySet<StatePath>;
  /** The scope that fills the canvas; one that is gone shows the whole. */
  readonly focus: ScopePath;
}

/**
 * The picture of a definition with the positions of its states, made once an edit. Scopes, nodes, edges, geometries and
 * routes that are as in the former picture are the same objects: only a scope that was edited is projected, measured and
 * routed again, and where no place changed nothing is routed. Where nothing changed at all it is the former picture.
 */
export function pictureOf(
  document: { readonly definition: JsonObject; readonly positions: Positions; readonly direction?: LayoutDirection },
  { collapsed, focus }: PictureView,
  former?: Picture,
): Picture {
  const whole = projectGraph(document.definition, former && (wholes.get(former.graph) ?? former.graph));
  const graph = focusedGraph(whole, focus, former?.graph);
  const geometry = measureGraph(graph, document.positions, collapsed, document.direction, former?.geometry);
  const routes = new Map<ScopePath, readonly Route[]>();
  for (const scope of graph.scopes) {
    const own = geometry.scopes.get(scope.scope);
    if (own && !hidden(scope, routes, collapsed)) {
      routes.set(scope.scope, routeEdges(scope, own, former?.routes.get(scope.scope)));
    }
  }
  if (former?.graph === graph && former.geometry === geometry && sameEntries(former.routes, routes)) return former;
  return { graph, geometry, routes };
}

/** The whole graph that a focused one was taken from. */
const wholes = new WeakMap<Graph, Graph>();

/** The part of a graph inside one scope, which then stands as if it were the machine. */
function focusedGraph(graph: Graph, focus: ScopePath, former?: Graph): Graph {
  if (focus === rootScope) return graph;
  const inside = graph.scopes.filter(({ scope }) => scope === focus || scope.startsWith(`${focus}/`));
  // A scope that was deleted meanwhile falls back to the whole.
  if (inside.length === 0) return graph;
  const formerRoot = former?.scopes.find(({ scope }) => scope === focus);
  const scopes = inside.map((scope) => (scope.scope === focus ? asMachine(scope, formerRoot) : scope));
  if (former?.scopes.length === scopes.length && scopes.every((scope, index) => scope === former.scopes[index])) {
    wholes.set(former, graph);
    return former;
  }
  const focused: Graph = { scopes };
  wholes.set(focused, graph);
  return focused;
}

function asMachine(scope: ScopeGraph, former: ScopeGraph | undefined): ScopeGraph {
  const same = former?.parent === null && former.nodes === scope.nodes && former.edges === scope.edges;
  return same ? former : { ...scope, parent: null };
}

/** Whether a scope is inside a container that is collapsed, at any depth; outer scopes have been decided before. */
function hidden(
  { scope, parent }: ScopeGraph,
  shown: ReadonlyMap<ScopePath, readonly Route[]>,
  collapsed: ReadonlySet<StatePath>,
): boolean {
  if (parent === null) return false;
  const outer = parent.slice(0, parent.lastIndexOf('/States/')) as ScopePath;
  return collapsed.has(parent) || (!shown.has(outer) && scope !== rootScope);
}
