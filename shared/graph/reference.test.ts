import { describe, expect, it } from 'vitest';
import { parseDocument } from '../workflow/parse';
import { printDocument } from '../workflow/document';
import { allScopes } from '../workflow/scopes';
import { transitionsIn } from '../workflow/transitions';
import { readReference, referenceDefinitions } from '../workflow/testing/reference';
import { arrange } from './arrange';
import { measureGraph } from './measure';
import { edgeId, projectGraph } from './project';

const definitions = referenceDefinitions();

describe.runIf(readReference('workflows/aws-samples.json') !== null)('the reference definitions', () => {
  it('print back to the same bytes, project to exactly their transitions and lay out without overlaps', () => {
    const problems: string[] = [];
    for (const { name, text } of definitions) {
      const parsed = parseDocument({ text, format: 'json' });
      if (!parsed.ok) {
        problems.push(`${name}: ${parsed.problem.message}`);
        continue;
      }
      const { document } = parsed.value;
      if (printDocument(document) !== text) problems.push(`${name}: bytes changed`);
      const graph = projectGraph(document.definition);
      const edges = graph.scopes.flatMap((scope) => [...scope.edges.map((edge) => `${edge.id}->${edge.to}`), ...scope.broken.map((edge) => `${edgeId(edge.ref)}->!${edge.target}`)]).sort();
      const transitions = allScopes(document.definition)
        .flatMap((scope) => transitionsIn(document.definition, scope))
        .map(({ ref, targetPath, target }) => `${edgeId(ref)}->${targetPath ?? `!${target}`}`)
        .sort();
      if (JSON.stringify(edges) !== JSON.stringify(transitions)) problems.push(`${name}: edges are not the transitions`);
      const overlap = overlapIn(graph);
      if (overlap) problems.push(`${name}: ${overlap}`);
    }
    expect(definitions.length).toBeGreaterThan(700);
    expect(problems).toEqual([]);
  });
});

function overlapIn(graph: ReturnType<typeof projectGraph>): string | null {
  const positions = arrange(graph, {}, 'open');
  const geometry = measureGraph(graph, positions, new Set());
  for (const [scope, { cards }] of geometry.scopes) {
    const rects = [...cards];
    for (const [i, [a, one]] of rects.entries()) {
      for (const [b, two] of rects.slice(i + 1)) {
        const apart =
          one.x + one.width <= two.x || two.x + two.width <= one.x || one.y + one.height <= two.y || two.y + two.height <= one.y;
        if (!apart) return `${a} and ${b} overlap in ${scope}`;
      }
    }
  }
  return null;
}
