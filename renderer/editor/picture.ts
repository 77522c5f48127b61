import { type Picture, pictureOf } from '#shared/graph/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import type { Session } from './session';

let last: { readonly session: string; readonly picture: Picture } | null = null;

/**
 * The picture of a session's document. Asked again for the same document and view it costs nothing; after an edit only
 * what changed is made anew.
 */
export function pictureIn(session: Session, { definition, sidecar }: WorkflowDocument): Picture {
  const former = last?.session === session.id ? last.picture : undefined;
  const picture = pictureOf({ definition, ...sidecar }, session, former);
  last = { session: session.id, picture };
  return picture;
}
