import type { ScopePath } from '#shared/workflow/paths';
import { documentOf } from '../store/session';
import { pictureIn } from '../store/picture';
import { activeSession } from '../store/store';
import { dropAreas } from './dropTarget';

/** Where the coordinates of a scope begin on the canvas now. */
export function scopeOrigin(scope: ScopePath): { x: number; y: number } {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return { x: 0, y: 0 };
  const { graph, geometry } = pictureIn(session, document);
  const areas = dropAreas(graph, geometry, session.collapsed);
  return areas.scopes.find((area) => area.scope === scope)?.origin ?? { x: 0, y: 0 };
}
