import { useEffect, type RefObject } from 'react';
import type { Graph } from '#shared/graph/index';
import { type LayoutDirection, type StatePath, scopeOf } from '#shared/workflow/index';
import { setPositions } from '#shared/workflow/edits/setPositions';
import { activeDocument, applyEdit, select } from '../../editor/editing';
import type { Session } from '../../editor/session';
import { canvasView } from '../../editor/canvasView';

const arrows = {
  down: { ArrowDown: 'after', ArrowUp: 'before', ArrowLeft: 'left', ArrowRight: 'right' },
  right: { ArrowRight: 'after', ArrowLeft: 'before', ArrowUp: 'left', ArrowDown: 'right' },
} as const;

/**
 * Arrow keys walk the graph along its transitions; those across the way that the picture leads go between states of the same
 * level. With Alt they move what is selected, with Shift further.
 */
export function useCanvasKeys(
  frame: RefObject<HTMLDivElement | null>,
  session: Session,
  graph: Graph,
  direction: LayoutDirection,
): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, [role="toolbar"], .add-menu')) return;
      const way = new Map<string, Way>(Object.entries(arrows[direction])).get(event.key);
      if (way === undefined || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      if (event.altKey) return nudge(session.selection.states, event.key, event.shiftKey ? 40 : 4);
      const next = neighbour(graph, session.selection.states[0], way);
      if (!next) return;
      select([next]);
      canvasView()?.show([next]);
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  }, [frame, session.selection.states, graph, direction]);
}

/** Moves the selected states a little; moves that follow each other closely are one entry of undo. */
function nudge(states: readonly StatePath[], key: string, by: number): void {
  const places = activeDocument()?.sidecar.positions;
  const step = {
    x: key === 'ArrowLeft' ? -by : key === 'ArrowRight' ? by : 0,
    y: key === 'ArrowUp' ? -by : key === 'ArrowDown' ? by : 0,
  };
  const positions = Object.fromEntries(
    states.flatMap((state) => {
      const at = places?.[state];
      return at ? [[state, { x: at.x + step.x, y: at.y + step.y }] as const] : [];
    }),
  );
  if (states.length > 0) applyEdit(setPositions, { positions }, { mergeKey: `nudge ${states.join(' ')}` });
}

type Way = 'after' | 'before' | 'left' | 'right';

function neighbour(graph: Graph, from: StatePath | undefined, way: Way): StatePath | undefined {
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
