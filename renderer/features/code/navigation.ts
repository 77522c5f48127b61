import type { Extension } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';
import { definitionAt, formattingChanges, referencesAt, renamedAt } from '#shared/language/index';
import { activeIndex } from '../../editor/language';
import { goTo } from './goTo';
import { openPanel, panelField } from './panels';
import { referencesPanel } from './referencesPanel';
import { renamePanel } from './renamePanel';

function goToDefinition(view: EditorView, offset: number): boolean {
  const index = activeIndex();
  const [place] = index ? definitionAt(index, offset) : [];
  if (place) goTo(view, place);
  return place !== undefined;
}

const definition: Command = (view) => goToDefinition(view, view.state.selection.main.head);

const references: Command = (view) => {
  const index = activeIndex();
  const places = index ? referencesAt(index, view.state.selection.main.head) : [];
  if (places.length === 0) return false;
  openPanel(view, referencesPanel(places));
  return true;
};

const rename: Command = (view) => {
  const index = activeIndex();
  const found = index && renamedAt(index, view.state.selection.main.head);
  if (found) openPanel(view, renamePanel(found.state, found.name));
  return true;
};

const format: Command = (view) => {
  const index = activeIndex();
  if (!index) return false;
  const changes = formattingChanges(index).map(({ start, end, text }) => ({ from: start, to: end, insert: text }));
  if (changes.length > 0) view.dispatch({ changes, userEvent: 'format' });
  return true;
};

const followClick = EditorView.domEventHandlers({
  mousedown(event, view) {
    if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
    const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
    if (offset === null || !goToDefinition(view, offset)) return false;
    event.preventDefault();
    return true;
  },
});

/** To where a name is declared, to where it is used, another name for a state, regular layout. */
export const navigation: Extension = [
  panelField,
  followClick,
  keymap.of([
    { key: 'F12', run: definition },
    { key: 'Shift-F12', run: references },
    // The window renames the selected state by the same key.
    { key: 'F2', run: rename, preventDefault: true, stopPropagation: true },
    { key: 'Shift-Alt-f', run: format },
  ]),
];
