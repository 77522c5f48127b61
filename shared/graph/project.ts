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

function projectScope(at: Holder, former: ScopeGraph | undefined): ScopeGraph {
  const { scope, parent, holder } = at;
  if (former && holders.get(former) === holder) return former;
  const states = own(holder, 'States');
  const before = new Former(former);
  const nodes: GraphNode[] = [];
  const stems: (GraphNode | undefined)[] = [];
  if (isObject(states)) {
    for (const [name, state] of Object.entries(states)) {
      if (!isObject(state)) continue;
      const stem = before.nodeOf(name, nodes.length);
      nodes.push(stem?.state === state ? stem : nodeOf(name, stem?.path ?? statePath(scope, name), state));
      stems.push(stem);
    }
  }
  const graph = { scope, parent, nodes, ...transitionsOf(at, nodes, stems, former) };
  holders.set(graph, holder);
  return graph;
}

/** The nodes that a scope had. Most stand where they stood, so that no table of names is needed. */
class Former {
  private byName: Map<string, GraphNode> | null = null;
  private moved = 0;

  constructor(private readonly scope: ScopeGraph | undefined) {}

  /** @param index where the state of this name stands now */
  nodeOf(name: string, index: number): GraphNode | undefined {
    if (!this.scope) return undefined;
    const near = this.scope.nodes[index + this.moved];
    if (near?.name === name) return near;
    this.byName ??= new Map(this.scope.nodes.map((node) => [node.name, node]));
    const found = this.byName.get(name);
    // One that is new or gone moves all behind it by one.
    this.moved += found === undefined ? -1 : this.scope.nodes[index + this.moved + 1] === found ? 1 : 0;
    return found;
  }
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

interface Transitions {
  readonly edges: readonly GraphEdge[];
  readonly broken: readonly BrokenEdge[];
}

/** What led out of a node when its scope was projected last. */
const leading = new WeakMap<GraphNode, Transitions>();

/** @param stems by node, the former node that it is or was made from */
function transitionsOf(
  { scope, holder }: Holder,
  nodes: readonly GraphNode[],
  stems: readonly (GraphNode | undefined)[],
  former: ScopeGraph | undefined,
): Transitions {
  const paths = new Set(nodes.map((node) => node.path));
  const edges: GraphEdge[] = [];
  const broken: BrokenEdge[] = [];
  const take = (found: Transitions) => {
    for (const edge of found.edges) edges.push(edge);
    for (const edge of found.broken) broken.push(edge);
  };
  const start = own(holder, 'StartAt');
  // An empty StartAt is a machine that has no state yet, not a broken transition.
  if (typeof start === 'string' && start !== '') {
    const ref: TransitionRef = { scope, from: null, slot: { kind: 'start' } };
    take(resolved([{ ref, target: start, label: null }], paths, former?.edges.slice(0, 1)));
  }
  for (const [index, node] of nodes.entries()) {
    const stem = stems[index];
    const before = stem && leading.get(stem);
    const stays = before && stem === node && leadsAsBefore(scope, paths, before);
    const found = stays ? before : resolved(waysOut(scope, node), paths, before?.edges);
    leading.set(node, found);
    take(found);
  }
  return { edges, broken };
}

/** Whether what leads out of a state that did not change has the targets it had, now that these states are there. */
function leadsAsBefore(scope: ScopePath, paths: ReadonlySet<StatePath>, { edges, broken }: Transitions): boolean {
  return edges.every((edge) => paths.has(edge.to)) && !broken.some(({ target }) => paths.has(statePath(scope, target)));
}

interface Way {
  readonly ref: TransitionRef;
  readonly target: string;
  readonly label: string | null;
}

function waysOut(scope: ScopePath, { path, state }: GraphNode): Way[] {
  return transitionsFrom(state).map(({ slot, target }) => {
    const ref = { scope, from: path, slot };
    return { ref, target, label: labelOf(state, ref) };
  });
}

/** Edges to the states that are there; those that are as before are the same objects. */
function resolved(ways: readonly Way[], paths: ReadonlySet<StatePath>, former: readonly GraphEdge[] = []): Transitions {
  const edges: GraphEdge[] = [];
  const broken: BrokenEdge[] = [];
  const before = new Map(former.map((edge) => [edge.id, edge]));
  for (const { ref, target, label } of ways) {
    const to = statePath(ref.scope, target);
    if (!paths.has(to)) {
      broken.push({ ref, from: ref.from, target });
      continue;
    }
    const id = edgeId(ref);
    const twin = before.get(id);
    const same = twin?.to === to && twin.label === label;
    edges.push(same ? twin : { id, kind: ref.slot.kind, ref, from: ref.from, to, label });
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
