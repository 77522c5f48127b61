import { ViewportPortal } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { Picture } from '#shared/graph/index';
import { addItem } from '../../editor/placing/addItem';
import { onDrop, useDrag } from '../../editor/placing/drag';
import type { ScopePath } from '#shared/workflow/index';
import type { Session } from '../../editor/session';
import { dropAreas, dropTarget, type Slot } from './dropTarget';
import { canvasPoint } from './viewport';

/** While something is dragged in from the palette: every slot on the lines, and where a drop would go. */
interface Props {
  readonly picture: Picture;
  readonly session: Session;
  /** The scope that states dragged on the canvas are over, when it is not their own. */
  readonly over: ScopePath | null;
}

export function DropLayer({ picture, session, over }: Props) {
  const drag = useDrag((state) => state.drag);
  const dragging = drag !== null;
  const areas = useMemo(
    () => (dragging || over !== null ? dropAreas(picture, session.collapsed) : null),
    [dragging, over, picture, session.collapsed],
  );

  useEffect(
    () =>
      onDrop(({ item, client }) => {
        const point = canvasPoint(client);
        const target = point && dropTarget(dropAreas(picture, session.collapsed), point);
        if (target) addItem(item, target.place);
      }),
    [picture, session.collapsed],
  );

  if (!areas) return null;
  const point = drag && canvasPoint(drag.client);
  const target = point && dropTarget(areas, point);
  const aimed = over ?? (target && !target.slot ? target.scope : null);
  const lane = areas.scopes.find(({ scope, root }) => scope === aimed && !root);
  return (
    <ViewportPortal>
      {lane ? (
        <div
          className="canvas-drop-scope"
          style={{
            transform: `translate(${lane.area.x - 12}px, ${lane.area.y - 6}px)`,
            width: lane.area.width + 24,
            height: lane.area.height + 12,
          }}
        />
      ) : null}
      {(drag ? areas.slots : [])
        .filter((slot) => isShown(slot, point))
        .map((slot) => (
          <div
            key={slot.id}
            className={`canvas-drop-slot${slot.name === undefined ? '' : ' canvas-drop-slot--named'}${target?.slot?.id === slot.id ? ' is-target' : ''}`}
            style={{ transform: `translate(-50%, -50%) translate(${slot.at.x}px, ${slot.at.y}px)` }}
          >
            <Plus size={14} />
            {slot.name}
          </div>
        ))}
    </ViewportPortal>
  );
}

/** How near the pointer has to be to a quiet place, in pixels of the canvas. */
const nearby = 240;

function isShown({ quiet, at }: Slot, point: { x: number; y: number } | null): boolean {
  return quiet !== true || (point !== null && Math.hypot(at.x - point.x, at.y - point.y) < nearby);
}
