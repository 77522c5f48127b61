import { isArray, isObject, own, valueAt, type JsonObject } from '../base/json';
import { parentState, type ScopePath } from '../workflow/paths';
import { allScopes, childScopes, statesIn } from '../workflow/scopes';
import { isEnd, transitionsIn, type TransitionRef } from '../workflow/transitions';
import { conditionText } from '../states/choice/conditionText';
import type { BrokenEdge, EdgeKind, Graph, GraphEdge, GraphNode, ScopeGraph } from './types';

/**
 * The graph of a definition: a node a state, an edge a transition, scope by scope.
 * Fields of the wrong type are passed over, so a definition that is being written still has a picture.
 */
export function projectGraph(definition: JsonObject): Graph {
  return { scopes: allScopes(definition).map((scope) => projectScope(definition, scope)) };
}

function projectScope(definition: JsonObject, scope: ScopePath): ScopeGraph {
  const nodes = statesIn(definition, scope).map(({ name, path, state }): GraphNode => {
    const type = own(state, 'Type');
    return {
      path,
      name,
      type: typeof type === 'string' ? type : '',
      state,
      children: childScopes(definition, path),
      ends: isEnd(state),
    };
  });
  const stateOf = new Map(nodes.map((node) => [node.path, node.state]));
  const edges: GraphEdge[] = [];
  const broken: BrokenEdge[] = [];
  for (const { ref, target, targetPath } of transitionsIn(definition, scope)) {
    if (targetPath === null || !stateOf.has(targetPath)) {
      broken.push({ ref, from: ref.from, target });
      continue;
    }
    const state = ref.from === null ? undefined : stateOf.get(ref.from);
    edges.push({
      id: edgeId(ref),
      kind: ref.slot.kind,
      ref,
      from: ref.from,
      to: targetPath,
      label: state ? labelOf(state, ref) : null,
    });
  }
  return { scope, parent: parentState(scope), nodes, edges, broken };
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
