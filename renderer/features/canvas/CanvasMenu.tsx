import { ContextMenu } from 'radix-ui';
import { Fragment, type MouseEvent, type ReactElement, useState } from 'react';
import type { CommandId } from '#shared/protocol/index';
import type { StatePath } from '#shared/workflow/index';
import { CommandLabel } from '../../editor/CommandLabel';
import { canRun, isChecked, runCommand } from '../../editor/commands';
import { select } from '../../editor/editing';
import { activeSession } from '../../editor/store';

/** What can be done where the menu was opened, in groups. */
const menus = {
  state: [
    ['arrange.add', 'edit.rename', 'edit.duplicate'],
    [
      'arrange.wrapParallel',
      'arrange.wrapMap',
      'arrange.unwrap',
      'arrange.moveOut',
      'arrange.collapse',
      'arrange.setStart',
    ],
    ['run.breakpoint', 'run.toSelected', 'view.zoomSelection'],
    ['edit.delete'],
  ],
  line: [['edit.delete']],
  canvas: [
    ['arrange.add', 'edit.selectAll', 'edit.find'],
    ['arrange.layout', 'view.fit', 'view.zoomReset'],
    ['file.export', 'file.copyAsl', 'run.start'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly CommandId[])[]>>;

/** The menu of the right button, or of the menu key: of a card, a line, or the canvas. What it is about is selected first. */
export function CanvasMenu({ children }: { children: ReactElement }) {
  const [on, setOn] = useState<keyof typeof menus>('canvas');
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild onContextMenu={(event) => setOn(selectedBy(event))}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" aria-label="What can be done here">
          {menus[on].map((group, index) => (
            <Fragment key={group[0]}>
              {index > 0 ? <ContextMenu.Separator className="menu__separator" /> : null}
              {group.map((id) => (
                <ContextMenu.Item
                  key={id}
                  className="menu__item"
                  disabled={!canRun(id)}
                  aria-checked={isChecked(id) || undefined}
                  onSelect={() => {
                    // After the menu has given the focus back.
                    setTimeout(() => runCommand(id));
                  }}
                >
                  <CommandLabel id={id} />
                </ContextMenu.Item>
              ))}
            </Fragment>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Selects what the menu was opened on, unless it is part of the selection; returns what it was. */
function selectedBy({ target }: MouseEvent): keyof typeof menus {
  if (!(target instanceof Element)) return 'canvas';
  const edge = target.closest('[data-edge]')?.getAttribute('data-edge') ?? idOf(target, '.react-flow__edge.selectable');
  if (edge !== null) {
    select([], edge);
    return 'line';
  }
  const state = idOf(target, '.react-flow__node-state');
  if (state === null) return 'canvas';
  if (!activeSession()?.selection.states.includes(state as StatePath)) select([state as StatePath]);
  return 'state';
}

const idOf = (target: Element, selector: string) => target.closest(selector)?.getAttribute('data-id') ?? null;
