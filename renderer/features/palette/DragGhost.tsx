import { useDrag } from '../../editor/placing/drag';
import { IconTile } from '../../ui/icons';

/** The card that is dragged in, under the pointer. */
export function DragGhost() {
  const drag = useDrag((state) => state.drag);
  if (!drag) return null;
  const { item, client } = drag;
  return (
    <div
      className="palette-ghost"
      style={{ transform: `translate(${client.x + 10}px, ${client.y + 10}px)` }}
      aria-hidden
    >
      <IconTile name={item.icon} size={28} />
      <span>{item.label}</span>
    </div>
  );
}
