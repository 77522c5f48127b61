import type { JsonObject } from '../base/index';
import { projectGraph, type GraphNode, type ScopeGraph } from '../graph/index';
import { rootScope, type ScopePath, type StatePath } from '../workflow/index';

/** A definition as a state diagram of Mermaid, with its inner scopes. Source: Mermaid, "State diagrams". */
export function mermaidText(definition: JsonObject): string {
  const { scopes } = projectGraph(definition);
  const byPath = new Map(scopes.map((scope) => [scope.scope, scope]));
  const ids = new Map<StatePath, string>();
  for (const node of scopes.flatMap(({ nodes }) => nodes)) ids.set(node.path, `s${String(ids.size + 1)}`);
  const write = (path: ScopePath, indent: string): readonly string[] => {
    const scope = byPath.get(path);
    return scope === undefined ? [] : linesOf(scope, indent, ids, write);
  };
  return ['stateDiagram-v2', ...write(rootScope, '  '), ''].join('\n');
}

function linesOf(
  { nodes, edges }: ScopeGraph,
  indent: string,
  ids: ReadonlyMap<StatePath, string>,
  write: (scope: ScopePath, indent: string) => readonly string[],
): readonly string[] {
  const idOf = (path: StatePath) => ids.get(path) ?? '';
  const states = nodes.flatMap((node) => stateLines(node, idOf(node.path), indent, write));
  const transitions = edges.map(({ from, to, label, kind }) => {
    const told = label ?? (kind === 'catch' ? 'Catch' : kind === 'default' ? 'Default' : null);
    const text = told === null ? '' : ` : ${escaped(told)}`;
    return `${indent}${from === null ? '[*]' : idOf(from)} --> ${idOf(to)}${text}`;
  });
  const ends = nodes.filter(({ ends: isEnd }) => isEnd).map(({ path }) => `${indent}${idOf(path)} --> [*]`);
  return [...states, ...transitions, ...ends];
}

/** Branches stand beside each other, divided by `--`. */
function stateLines(
  { name, children }: GraphNode,
  id: string,
  indent: string,
  write: (scope: ScopePath, indent: string) => readonly string[],
): readonly string[] {
  const head = `${indent}state "${escaped(name)}" as ${id}`;
  const inside = children.map((scope) => write(scope, `${indent}  `)).filter((lines) => lines.length > 0);
  if (inside.length === 0) return [head];
  const parted = inside.flatMap((lines, index) => (index === 0 ? lines : [`${indent}  --`, ...lines]));
  return [`${head} {`, ...parted, `${indent}}`];
}

/** What would end a text, or be read as more than text, as an entity of Mermaid. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[#;:"<>{}[\]%]/g, (letter) => `#${String(letter.charCodeAt(0))};`);
}
