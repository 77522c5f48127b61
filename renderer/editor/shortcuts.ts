import { type CommandId, commands } from '#shared/protocol/index';
import { platform } from '../platform/index';

/** A shortcut as it is written on the keys of this system. */
export function keysText(keys: string): string {
  const mac = platform.os === 'mac';
  const names: Record<string, string> = mac
    ? { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥', Delete: '⌫' }
    : { CmdOrCtrl: 'Ctrl', Delete: 'Del' };
  return keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(mac ? '' : '+');
}

export function shortcutOf(id: CommandId): string | undefined {
  const { keys } = commands[id];
  return keys === undefined ? undefined : keysText(keys);
}
