import { useEffect, type RefObject } from 'react';
import type { Graph } from '#shared/graph/index';
import { type StatePath, scopeOf } from '#shared/workflow/index';
import { select } from '../../editor/editing';
import type { Session } from '../../editor/session';
import { canvasView } from '../../editor/canvasView';

const arrows = { ArrowDown: 'after', ArrowUp: 'before', ArrowLeft: 'left', ArrowRight: 'right' } as const;

/** Arrow keys walk the graph along its transitions; left and right go between states of the same level. */
export function useCanvasKeys(frame: RefObject<HTMLDivElement | null>, session: Session, graph: Graph): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, [role="toolbar"], .add-menu')) return;
      if (!(event.key in arrows) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const next = neighbour(graph, session.selection.states[0], arrows[event.key as keyof typeof arrows]);
      if (!next) return;
      select([next]);
      canvasView()?.show([next]);
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [frame, session.selection.states, graph]);
}

function neighbour(
  graph: Graph,
  from: StatePath | undefined,
  way: 'after' | 'before' | 'left' | 'right',
): StatePath | undefined {
  const [root] = graph.scopes;
  if (from === undefined) return root?.edges.find((edge) => edge.from === null)?.to ?? root?.nodes[0]?.path;
  const scope = graph.scopes.find((candidate) => candidate.scope === scopeOf(from));
  if (!scope) return undefined;
  const node = scope.nodes.find((candidate) => candidate.path === from);
  if (way === 'after') return scope.edges.find((edge) => edge.from === from)?.to;
  if (way === 'before')
    return scope.edges.find((edge) => edge.to === from && edge.from !== null)?.from ?? scope.parent ?? undefined;
  if (way === 'right') {
    const inner = graph.scopes.find((candidate) => candidate.parent === node?.path);
    if (inner) return inner.edges.find((edge) => edge.from === null)?.to ?? inner.nodes[0]?.path;
  }
  const at = scope.nodes.findIndex((candidate) => candidate.path === from);
  return (
    scope.nodes[at + (way === 'right' ? 1 : -1)]?.path ?? (way === 'left' ? (scope.parent ?? undefined) : undefined)
  );
}
