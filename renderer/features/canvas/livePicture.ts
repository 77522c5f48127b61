import { type Picture, type Point, pictureOf } from '#shared/graph/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import type { Session } from '../../editor/session';
import { positionsOf } from './useStateDrag';

/** Above this many states of the workflow lines stay where they are until a card is let go. */
const mostStates = 300;

/** The picture as it would be if what is being dragged were let go, for the lines; the given one while nothing is. */
export function livePicture(
  picture: Picture,
  moving: ReadonlyMap<string, Point>,
  session: Session,
  { definition, sidecar }: WorkflowDocument,
): Picture {
  const states = picture.graph.scopes.reduce((sum, { nodes }) => sum + nodes.length, 0);
  if (moving.size === 0 || states > mostStates) return picture;
  const positions = { ...sidecar.positions, ...positionsOf(moving, picture.geometry) };
  return pictureOf({ definition, positions, direction: sidecar.direction }, session, picture);
}
