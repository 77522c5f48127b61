import type { EditorView, PanelConstructor } from '@codemirror/view';
import type { Range } from '#shared/language/index';
import { goTo } from './goTo';
import { element, openPanel, panelButton } from './panels';

/** The places that name a thing, each with its line. Arrow keys walk, Enter goes there, Escape closes. */
export function referencesPanel(places: readonly Range[]): PanelConstructor {
  return (view) => {
    const rows = places.map((place) => rowOf(view, place));
    const list = element('div', 'code-panel__list', ...rows);
    list.setAttribute('role', 'list');
    list.setAttribute('aria-label', 'References');
    list.addEventListener('keydown', (event) => {
      const at = rows.indexOf(document.activeElement as HTMLButtonElement);
      const next = event.key === 'ArrowDown' ? rows[at + 1] : event.key === 'ArrowUp' ? rows[at - 1] : null;
      if (event.key === 'Escape') openPanel(view, null);
      else if (next) next.focus();
      else return;
      event.preventDefault();
    });
    const title = `${String(places.length)} ${places.length === 1 ? 'place' : 'places'}`;
    const head = element('div', 'code-panel__head', element('span', 'code-panel__title', title));
    head.append(panelButton('Close', () => openPanel(view, null)));
    return { dom: element('div', 'code-panel code-panel--list', head, list), mount: () => rows[0]?.focus() };
  };
}

function rowOf(view: EditorView, place: Range): HTMLButtonElement {
  const line = view.state.doc.lineAt(Math.min(place.start, view.state.doc.length));
  const row = panelButton('', () => goTo(view, place), 'code-panel__row');
  row.append(element('span', 'code-panel__line', String(line.number)), element('code', '', line.text.trim()));
  return row;
}
