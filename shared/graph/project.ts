import { type JsonObject, isArray, isObject, own, valueAt } from '../base/index';
import {
  type ScopePath,
  type StatePath,
  type TransitionRef,
  isEnd,
  rootScope,
  statePath,
  transitionsFrom,
} from '../workflow/index';
import { conditionText } from '../states/index';
import type { BrokenEdge, EdgeKind, Graph, GraphEdge, GraphNode, ScopeGraph } from './types';

/**
 * The graph of a definition: a node a state, an edge a transition, scope by scope.
 * Fields of the wrong type are passed over, so a definition that is being written still has a picture.
 * Scopes, nodes and edges that are as in the former graph are the same objects, so that what is drawn from them can be
 * told apart by identity; a definition that was projected before gives the same graph.
 */
export function projectGraph(definition: JsonObject, former?: Graph): Graph {
  const known = graphs.get(definition);
  if (known) return known;
  const before = new Map(former?.scopes.map((scope) => [scope.scope, scope]));
  const scopes: ScopeGraph[] = [];
  const waiting: Holder[] = [{ scope: rootScope, parent: null, holder: definition }];
  // Breadth first: outer scopes before the ones inside them.
  for (let at = 0; at < waiting.length; at += 1) {
    const next = waiting[at];
    if (!next) break;
    const projected = projectScope(next, before.get(next.scope));
    scopes.push(projected);
    for (const { path, state } of projected.nodes) waiting.push(...holdersIn(state, path));
  }
  const graph: Graph = { scopes };
  graphs.set(definition, graph);
  return graph;
}

/** Definitions are immutable, and one is asked about by the edit, the canvas and the inspector. */
const graphs = new WeakMap<JsonObject, Graph>();

/** The object with StartAt and States that a scope was projected from. */
const holders = new WeakMap<ScopeGraph, JsonObject>();

interface Holder {
  readonly scope: ScopePath;
  readonly parent: StatePath | null;
  readonly holder: JsonObject;
}

function holdersIn(state: JsonObject, path: StatePath): readonly Holder[] {
  const found: Holder[] = [];
  for (const field of ['ItemProcessor', 'Iterator']) {
    const holder = own(state, field);
    if (isObject(holder)) found.push({ scope: `${path}/${field}` as ScopePath, parent: path, holder });
  }
  const branches = own(state, 'Branches');
  if (!isArray(branches)) return found;
  for (const [index, holder] of branches.entries()) {
    if (isObject(holder)) found.push({ scope: `${path}/Branches/${index}` as ScopePath, parent: path, holder });
  }
  return found;
}

function projectScope({ scope, parent, holder }: Holder, former: ScopeGraph | undefined): ScopeGraph {
  if (former && holders.get(former) === holder) return former;
  const states = own(holder, 'States');
  const formerNodes = new Map(former?.nodes.map((node) => [node.path, node]));
  const nodes: GraphNode[] = [];
  if (isObject(states)) {
    for (const [name, state] of Object.entries(states)) {
      if (!isObject(state)) continue;
      const path = statePath(scope, name);
      const before = formerNodes.get(path);
      nodes.push(before?.state === state ? before : nodeOf(name, path, state));
    }
  }
  const graph = { scope, parent, nodes, ...transitionsOf(scope, holder, nodes, former) };
  holders.set(graph, holder);
  return graph;
}

function nodeOf(name: string, path: StatePath, state: JsonObject): GraphNode {
  const type = own(state, 'Type');
  return {
    path,
    name,
    type: typeof type === 'string' ? type : '',
    state,
    children: holdersIn(state, path).map((inner) => inner.scope),
    ends: isEnd(state),
  };
}

function transitionsOf(
  scope: ScopePath,
  holder: JsonObject,
  nodes: readonly GraphNode[],
  former: ScopeGraph | undefined,
): { edges: GraphEdge[]; broken: BrokenEdge[] } {
  const pathOf = new Map(nodes.map((node) => [node.name, node.path]));
  const formerEdges = new Map(former?.edges.map((edge) => [edge.id, edge]));
  const edges: GraphEdge[] = [];
  const broken: BrokenEdge[] = [];
  const add = (ref: TransitionRef, target: string, state: JsonObject | null) => {
    const to = pathOf.get(target);
    if (to === undefined) {
      broken.push({ ref, from: ref.from, target });
      return;
    }
    const label = state ? labelOf(state, ref) : null;
    const before = formerEdges.get(edgeId(ref));
    const same = before && before.to === to && before.label === label;
    edges.push(same ? before : { id: edgeId(ref), kind: ref.slot.kind, ref, from: ref.from, to, label });
  };
  const start = own(holder, 'StartAt');
  // An empty StartAt is a machine that has no state yet, not a broken transition.
  if (typeof start === 'string' && start !== '') add({ scope, from: null, slot: { kind: 'start' } }, start, null);
  for (const { path, state } of nodes) {
    for (const { slot, target } of transitionsFrom(state)) add({ scope, from: path, slot }, target, state);
  }
  return { edges, broken };
}

/** Stable while the slot is the same, whatever the target: reconnecting keeps the edge selected. */
export function edgeId(ref: TransitionRef): string {
  const index = 'index' in ref.slot ? `:${ref.slot.index}` : '';
  return `${ref.from ?? `${ref.scope}/StartAt`}#${ref.slot.kind}${index}`;
}

function labelOf(state: JsonObject, ref: TransitionRef): string | null {
  const kind: EdgeKind = ref.slot.kind;
  if (kind === 'default') return 'Default';
  if (!('index' in ref.slot)) return null;
  const item = valueAt(state, [kind === 'catch' ? 'Catch' : 'Choices', ref.slot.index]);
  if (!isObject(item)) return null;
  return kind === 'catch' ? catchText(item) : conditionText(item);
}

function catchText(catcher: JsonObject): string {
  const errors = own(catcher, 'ErrorEquals');
  const names = isArray(errors) ? errors.filter((name) => typeof name === 'string') : [];
  if (names.length === 0) return 'Catch';
  const first = names[0] === 'States.ALL' ? 'Any error' : String(names[0]);
  return names.length > 1 ? `${first} +${names.length - 1}` : first;
}
