import { Check } from 'lucide-react';
import { type CommandId, commands } from '#shared/protocol/index';
import { isChecked } from './commands';
import { shortcutOf } from './shortcuts';

/** A command as a menu shows it: its name, whether it is on, and its keys. */
export function CommandLabel({ id }: { id: CommandId }) {
  const shortcut = shortcutOf(id);
  return (
    <>
      {commands[id].label}
      {isChecked(id) ? <Check size={13} className="menu__check" aria-label="on" /> : null}
      {shortcut === undefined ? null : <span className="kbd">{shortcut}</span>}
    </>
  );
}
