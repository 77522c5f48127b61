import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { type StatePath, scopeOf } from '#shared/workflow/index';
import { card } from '#shared/graph/index';
import { addItem, addItemHere } from '../../editor/placing/addItem';
import { paletteItems, rankedValueOf, searchWords, type PaletteItem } from '../../editor/placing/items';
import { rank } from '../../editor/placing/rank';
import { IconTile } from '../../ui/icons';
import { canvasPoint } from './viewport';
import { scopeOrigin } from './scopeOrigin';

/** Where the menu opens: at the end of a wire that was dropped on empty canvas, or at a state by keyboard. */
export interface AddAt {
  readonly client: { readonly x: number; readonly y: number };
  readonly from: StatePath | null;
  readonly as?: 'catch';
}

/** The palette as a small searchable menu, for adding a state where one is. */
export function AddStateMenu({ at, onClose }: { at: AddAt; onClose: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) onClose();
    };
    window.addEventListener('pointerdown', away, true);
    return () => window.removeEventListener('pointerdown', away, true);
  }, [onClose]);

  const choose = (item: PaletteItem) => {
    onClose();
    const point = canvasPoint(at.client);
    if (at.from === null || !point) {
      addItemHere(item);
      return;
    }
    const origin = scopeOrigin(scopeOf(at.from));
    const position = { x: snap(point.x - origin.x - card.width / 2), y: snap(point.y - origin.y) };
    addItem(item, { kind: 'wire', from: at.from, position, ...(at.as ? { as: at.as } : {}) });
  };

  const left = Math.min(at.client.x, window.innerWidth - 290);
  const top = Math.min(at.client.y, window.innerHeight - 350);
  return (
    <div className="canvas-add-menu" ref={frame} style={{ left, top }}>
      <Command
        label="Add a state"
        filter={rank}
        loop
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') onClose();
        }}
      >
        <Command.Input autoFocus placeholder="Add a state…" className="input" />
        <Command.List className="canvas-add-menu__list">
          <Command.Empty className="empty">No state or action of that name.</Command.Empty>
          {paletteItems.map((item) => (
            <Command.Item
              key={item.id}
              value={rankedValueOf(item)}
              keywords={searchWords(item)}
              className="menu__item canvas-add-menu__item"
              onSelect={() => choose(item)}
            >
              <IconTile name={item.icon} size={22} />
              {item.label}
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </div>
  );
}

const snap = (value: number) => Math.round(value / 4) * 4;
