import { Menu, type MenuItemConstructorOptions } from 'electron';
import { type CommandId, commandIds, commands, type MenuName } from '#shared/protocol/index';

/**
 * The native menu, made from the table of commands. The page handles the keys itself, because it alone knows what has the
 * focus; the menu shows them.
 * @param toggleDevTools null where there are none, as in a packaged app
 */
export function buildMenu(send: (id: CommandId) => void, toggleDevTools: (() => void) | null): Menu {
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: [...itemsOf('File', send), ...(isMac ? [] : [separator, { role: 'quit' as const }])] },
    {
      label: 'Edit',
      submenu: [
        ...itemsOf('Edit', send).slice(0, 2),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        ...itemsOf('Edit', send).slice(2),
      ],
    },
    {
      label: 'View',
      submenu: [
        ...itemsOf('View', send),
        separator,
        { role: 'togglefullscreen' },
        ...(toggleDevTools ? [{ label: 'Developer tools', accelerator: 'F12', click: toggleDevTools }] : []),
      ],
    },
    { label: 'Arrange', submenu: itemsOf('Arrange', send) },
    { label: 'Run', submenu: itemsOf('Run', send) },
    ...(isMac ? [{ role: 'windowMenu' as const }] : []),
    { label: 'Help', role: 'help', submenu: itemsOf('Help', send) },
  ];
  return Menu.buildFromTemplate(template);
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

function itemsOf(menu: MenuName, send: (id: CommandId) => void): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [];
  for (const [id, command] of Object.entries(commands)) {
    if (command.menu !== menu) continue;
    if (command.divide && items.length > 0) items.push(separator);
    items.push({
      id,
      label: command.label,
      ...(command.switches ? { type: 'checkbox' as const } : {}),
      ...(command.keys === undefined ? {} : { accelerator: command.keys, registerAccelerator: false }),
      click: () => send(id as CommandId),
    });
  }
  return items;
}

/** Greys the commands that cannot act now, and ticks those that are switched on. */
export function showCommandState(
  menu: Menu,
  { disabled, checked }: { readonly disabled: readonly CommandId[]; readonly checked: readonly CommandId[] },
): void {
  for (const id of commandIds) {
    const item = menu.getMenuItemById(id);
    if (!item) continue;
    item.enabled = !disabled.includes(id);
    // A click ticks the item by itself; only the page knows whether it is so.
    if (commands[id].switches) item.checked = checked.includes(id);
  }
}
