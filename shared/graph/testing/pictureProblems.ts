import type { JsonObject } from '../../base/json';
import { allScopes } from '../../workflow/scopes';
import type { StatePath } from '../../workflow/paths';
import type { LayoutDirection } from '../../workflow/sidecar';
import { transitionsIn } from '../../workflow/transitions';
import { arrange } from '../arrange';
import { measureGraph } from '../measure';
import { edgeId, projectGraph } from '../project';
import type { Graph } from '../types';

/** What is wrong with the picture of a definition: edges that are not exactly its transitions, cards that overlap. */
export function pictureProblems(definition: JsonObject): string[] {
  const graph = projectGraph(definition);
  const edges = graph.scopes.flatMap(({ edges: whole, broken }) => [
    ...whole.map((edge) => `${edge.id}->${edge.to}`),
    ...broken.map((edge) => `${edgeId(edge.ref)}->!${edge.target}`),
  ]);
  const transitions = allScopes(definition)
    .flatMap((scope) => transitionsIn(definition, scope))
    .map(({ ref, targetPath, target }) => `${edgeId(ref)}->${targetPath ?? `!${target}`}`);
  const same = JSON.stringify(edges.sort()) === JSON.stringify(transitions.sort());
  return [
    ...(same ? [] : ['the edges are not the transitions']),
    ...overlaps(graph, 'down'),
    ...overlaps(graph, 'right'),
  ];
}

function overlaps(graph: Graph, direction: LayoutDirection): string[] {
  const none = new Set<StatePath>();
  const geometry = measureGraph(graph, arrange(graph, {}, 'open', none, direction), none, direction);
  const found: string[] = [];
  for (const [scope, { cards }] of geometry.scopes) {
    const rects = [...cards];
    for (const [i, [a, one]] of rects.entries()) {
      for (const [b, two] of rects.slice(i + 1)) {
        const beside = one.x + one.width <= two.x || two.x + two.width <= one.x;
        const below = one.y + one.height <= two.y || two.y + two.height <= one.y;
        if (!beside && !below) found.push(`${a} and ${b} overlap in "${scope}", laid out ${direction}`);
      }
    }
  }
  return found;
}
