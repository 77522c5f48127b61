import { Menu, type MenuItemConstructorOptions } from 'electron';
import { commands, type CommandId, type MenuName } from '#shared/protocol/commands';

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
      label: command.label,
      ...(command.keys === undefined ? {} : { accelerator: command.keys, registerAccelerator: false }),
      click: () => send(id as CommandId),
    });
  }
  return items;
}
