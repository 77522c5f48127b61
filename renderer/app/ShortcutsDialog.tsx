import { type Command, type CommandId, commands } from '#shared/protocol/index';
import { showOverlay } from '../editor/store';
import { Dialog } from '../ui/controls';
import { keysText } from '../editor/shortcuts';

/** Keys of the canvas that are no commands of the menu. */
const onCanvas: readonly (readonly [string, string])[] = [
  ['Walk along the transitions', '↑ ↓'],
  ['Walk between neighbours', '← →'],
  ['Select several', 'Shift+click'],
  ['Lasso', 'Shift+drag'],
  ['Pan', 'Space+drag'],
];

export function ShortcutsDialog() {
  const withKeys = (Object.entries(commands) as [CommandId, Command][]).filter(
    ([, command]) => command.keys !== undefined,
  );
  const menus = [...new Set(withKeys.map(([, command]) => command.menu))];
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => showOverlay(null)}>
      <div className="shortcuts">
        {menus.map((menu) => (
          <section key={menu}>
            <h3>{menu}</h3>
            {withKeys
              .filter(([, command]) => command.menu === menu)
              .map(([id, command]) => (
                <div key={id} className="shortcuts__row">
                  {command.label.replace('…', '')}
                  <span className="kbd">{keysText(command.keys ?? '')}</span>
                </div>
              ))}
          </section>
        ))}
        <section>
          <h3>Canvas</h3>
          {onCanvas.map(([label, keys]) => (
            <div key={label} className="shortcuts__row">
              {label}
              <span className="kbd">{keys}</span>
            </div>
          ))}
        </section>
      </div>
    </Dialog>
  );
}
