import { type Command, type CommandId, commands } from '#shared/protocol/index';
import { showOverlay } from '../editor/store';
import { Dialog } from '../ui/controls';
import { keysText } from '../editor/shortcuts';

/** Keys of the canvas that are no commands of the menu. */
const onCanvas: readonly (readonly [string, string])[] = [
  ['Walk along the transitions', '↑ ↓'],
  ['Walk between neighbours', '← →'],
  ['Move what is selected', 'Alt+↑ ↓ ← →'],
  ['Move it further', 'Alt+Shift+↑ ↓ ← →'],
  ['Select several', 'Shift+click'],
  ['Lasso', 'Shift+drag'],
  ['Pan', 'Space+drag'],
];

/** Keys of the code view that are no commands of the menu. */
const inCode: readonly (readonly [string, string])[] = [
  ['Complete', 'Ctrl+Space'],
  ['Explain what is at the cursor', 'CmdOrCtrl+Shift+Space'],
  ['Go to the definition', 'F12'],
  ['Show references', 'Shift+F12'],
  ['Rename the state', 'F2'],
  ['Repair what is wrong in the line', 'CmdOrCtrl+.'],
  ['Next problem', 'Alt+F8'],
  ['Format', 'Shift+Alt+F'],
  ['Find', 'CmdOrCtrl+F'],
  ['Find and replace', 'CmdOrCtrl+H'],
  ['Fold all', 'Ctrl+Alt+['],
  ['Unfold all', 'Ctrl+Alt+]'],
  ['Select the next match too', 'CmdOrCtrl+D'],
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
        <section>
          <h3>Code</h3>
          {inCode.map(([label, keys]) => (
            <div key={label} className="shortcuts__row">
              {label}
              <span className="kbd">{keysText(keys)}</span>
            </div>
          ))}
        </section>
      </div>
    </Dialog>
  );
}
