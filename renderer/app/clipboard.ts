import { scopeOf } from '#shared/workflow/index';
import { copyStates } from '#shared/workflow/edits/copyStates';
import { deleteStates } from '#shared/workflow/edits/deleteStates';
import { pasteStates } from '#shared/workflow/edits/pasteStates';
import { applyEdit } from '../editor/editing';
import { documentOf } from '../editor/session';
import { activeSession, say } from '../editor/store';
import { reveal } from '../editor/reveal';
import { isTyping } from './keyboard';

/** Copy, cut and paste of states as ASL text, so that they travel between windows, files and other tools. */
export function handleClipboard(): void {
  document.addEventListener('copy', (event) => copy(event));
  document.addEventListener('cut', (event) => {
    if (copy(event)) applyEdit(deleteStates, { states: activeSession()?.selection.states ?? [] });
  });
  document.addEventListener('paste', paste);
}

function copy(event: ClipboardEvent): boolean {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!document || isTyping(event.target) || session.selection.states.length === 0 || hasTextSelected()) return false;
  const text = copyStates(document, session.selection.states);
  if (text === null) {
    say('problem', 'States can be copied together when they lie in the same Map, branch or machine.');
    return false;
  }
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
  return true;
}

function paste(event: ClipboardEvent): void {
  const session = activeSession();
  const document = session && documentOf(session);
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!document || isTyping(event.target) || text === '') return;
  event.preventDefault();
  const [selected] = session.selection.states;
  const scope = selected === undefined ? session.focus : scopeOf(selected);
  if (applyEdit(pasteStates, { scope, text, ...(selected === undefined ? {} : { after: selected }) })) {
    reveal(activeSession()?.selection.states ?? []);
  }
}

function hasTextSelected(): boolean {
  return (window.getSelection()?.toString() ?? '') !== '';
}
