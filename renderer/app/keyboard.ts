import { type Command, type CommandId, commands } from '#shared/protocol/index';
import { platform } from '../platform/index';
import { getState, setRenaming } from '../editor/store';
import { runCommand } from '../editor/commands';

const table = Object.entries(commands) as [CommandId, Command][];

/** Commands that a text field keeps for itself while it has the focus. */
const ofTexts: ReadonlySet<CommandId> = new Set([
  'edit.undo',
  'edit.redo',
  'edit.selectAll',
  'edit.delete',
  'arrange.add',
  'edit.find',
]);

/** Whether keys go into a text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable="true"], .cm-editor') !== null
  );
}

/** Shortcuts work wherever the focus is; only keys that a text field needs stay with it. */
export function handleKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (getState().question !== null) return;
    const id = commandOf(event);
    if (id === null) return;
    const typing = isTyping(event.target);
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d/.test(event.key);
    if (typing && (plain || (ofTexts.has(id) && !undoable(event.target, id)))) return;
    if (getState().overlay !== null && plain) return;
    // Tab walks the controls; on the canvas it adds a state.
    if (id === 'arrange.add' && !(event.target instanceof Element && event.target.closest('.canvas'))) return;
    event.preventDefault();
    runCommand(id);
  });
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && getState().renaming !== null) setRenaming(null);
  });
}

/** Forms write into the document at every key, so Undo in them is Undo of the document; search fields and code have their own. */
function undoable(target: EventTarget | null, id: CommandId): boolean {
  const undoing = id === 'edit.undo' || id === 'edit.redo';
  return undoing && target instanceof Element && target.closest('.inspector') !== null;
}

function commandOf(event: KeyboardEvent): CommandId | null {
  for (const [id, { keys }] of table) if (keys !== undefined && matches(event, keys)) return id;
  if (event.key === 'Backspace' && !event.ctrlKey && !event.metaKey && !event.altKey) return 'edit.delete';
  if ((event.key === 'y' || event.key === 'Y') && event.ctrlKey && platform.os !== 'mac') return 'edit.redo';
  return null;
}

function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = keys.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const mac = platform.os === 'mac';
  const wants = (name: string) => parts.includes(name);
  const control = wants('CmdOrCtrl');
  if (control !== (mac ? event.metaKey : event.ctrlKey)) return false;
  if (wants('Alt') !== event.altKey) return false;
  if (key === '?') return event.key === '?';
  if (wants('Shift') !== event.shiftKey) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  return /^[A-Z]$/.test(key) ? event.code === `Key${key}` : /^\d$/.test(key) && event.code === `Digit${key}`;
}
