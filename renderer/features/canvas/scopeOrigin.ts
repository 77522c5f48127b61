import { measureGraph, projectGraph } from '#shared/graph/index';
import type { ScopePath } from '#shared/workflow/paths';
import { documentOf } from '../../editor/session';
import { activeSession } from '../../editor/store';
import { dropAreas } from './dropTarget';
import { focusedGraph } from './focus';

/** Where the coordinates of a scope begin on the canvas now. */
export function scopeOrigin(scope: ScopePath): { x: number; y: number } {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return { x: 0, y: 0 };
  const graph = focusedGraph(projectGraph(document.definition), session.focus);
  const geometry = measureGraph(graph, document.sidecar.positions, session.collapsed);
  const areas = dropAreas(graph, geometry, session.collapsed);
  return areas.scopes.find((area) => area.scope === scope)?.origin ?? { x: 0, y: 0 };
}
