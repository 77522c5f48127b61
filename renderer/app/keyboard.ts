import { type Command, type CommandId, commands } from '#shared/protocol/index';
import { platform } from '../platform/index';
import { getState, setRenaming } from '../editor/store';
import { runCommand } from '../editor/commands';

const table = Object.entries(commands) as [CommandId, Command][];

/** Commands that a text field keeps for itself while it has the focus. */
const ofTexts: ReadonlySet<CommandId> = new Set(['edit.selectAll', 'edit.delete', 'arrange.add', 'edit.find']);

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
    if (typing && (plain || ofTexts.has(id))) return;
    if (isHistory(id) && hasOwnHistory(event.target)) return;
    if (getState().overlay !== null && plain) return;
    // Tab walks the controls; on the canvas it adds a state.
    if (id === 'arrange.add' && !(event.target instanceof Element && event.target.closest('.canvas'))) return;
    event.preventDefault();
    runCommand(id);
  });
  // Undo that did not come by a key of ours, such as from a context menu, would change a text of the document behind its back.
  window.addEventListener(
    'beforeinput',
    (event) => {
      const id = historyInputs.get(event.inputType);
      if (id === undefined || hasOwnHistory(event.target)) return;
      event.preventDefault();
      runCommand(id);
    },
    { capture: true },
  );
  window.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && getState().renaming !== null) setRenaming(null);
  });
}

const historyInputs: ReadonlyMap<string, CommandId> = new Map([
  ['historyUndo', 'edit.undo'],
  ['historyRedo', 'edit.redo'],
]);

function isHistory(id: CommandId): boolean {
  return id === 'edit.undo' || id === 'edit.redo';
}

/**
 * Whether Undo in a text is that of the text alone, as in a search. Where `data-undo` says so, a text is part of the document:
 * code and forms write into it at every key, and have no history but the document's.
 */
function hasOwnHistory(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !isText(target)) return false;
  return target.closest('[data-undo]')?.getAttribute('data-undo') !== 'document';
}

function isText(target: Element): boolean {
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.closest('[contenteditable="true"]') !== null;
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
