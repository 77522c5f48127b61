import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { stateAtOffset } from '#shared/language/index';
import { activeIndex } from '../../editor/language';
import { select } from '../../editor/editing';
import { activeSession } from '../../editor/store';

/** Where the caret is moved to by a person, the state around it is the selected one; typing selects nothing. */
export const caretSelects: Extension = EditorView.updateListener.of(({ transactions, state, view, docChanged }) => {
  // A search walks through the text while the keyboard is in its panel.
  if (docChanged || !view.hasFocus || !transactions.some((transaction) => transaction.isUserEvent('select'))) return;
  const index = activeIndex();
  const path = index && stateAtOffset(index, state.selection.main.head);
  const session = activeSession();
  if (!path || !session || (session.selection.states.length === 1 && session.selection.states[0] === path)) return;
  select([path]);
});
