import { pictureOf, projectGraph, type Graph, type Picture } from '#shared/graph/index';
import type { WorkflowDocument } from '#shared/workflow/document';
import type { Session } from './session';

interface Made {
  readonly document: WorkflowDocument;
  readonly collapsed: Session['collapsed'];
  readonly focus: Session['focus'];
  readonly picture: Picture;
}

/** The last picture of each open document: the next one shares with it what did not change. */
const made = new Map<string, Made>();

/** What the canvas shows of a document, made once an edit whoever asks. */
export function pictureFor({ id, collapsed, focus }: Session, document: WorkflowDocument): Picture {
  const before = made.get(id);
  if (
    before?.document.definition === document.definition &&
    before.document.sidecar.positions === document.sidecar.positions &&
    before.collapsed === collapsed &&
    before.focus === focus
  ) {
    return before.picture;
  }
  const { definition, sidecar } = document;
  const picture = pictureOf({ definition, positions: sidecar.positions }, { collapsed, focus }, before?.picture);
  made.set(id, { document, collapsed, focus, picture });
  return picture;
}

/** The whole graph of a definition that follows the one on screen, sharing with it what did not change. */
export function graphAfter(sessionId: string | null, definition: WorkflowDocument['definition']): Graph {
  const before = sessionId === null ? undefined : made.get(sessionId);
  return projectGraph(definition, before && projectGraph(before.document.definition));
}

/** Lets go of the picture of a document that was closed. */
export function forgetPicture(sessionId: string): void {
  made.delete(sessionId);
}
