import type { ScopePath } from '#shared/workflow/index';
import { pictureIn } from '../../editor/picture';
import { documentOf } from '../../editor/session';
import { activeSession } from '../../editor/store';
import { dropAreas } from './dropTarget';

/** Where the coordinates of a scope begin on the canvas now. */
export function scopeOrigin(scope: ScopePath): { x: number; y: number } {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return { x: 0, y: 0 };
  const areas = dropAreas(pictureIn(session, document), session.collapsed);
  return areas.scopes.find((area) => area.scope === scope)?.origin ?? { x: 0, y: 0 };
}
