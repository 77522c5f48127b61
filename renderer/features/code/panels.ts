import { StateEffect, StateField } from '@codemirror/state';
import { type EditorView, type PanelConstructor, showPanel } from '@codemirror/view';

const setPanel = StateEffect.define<PanelConstructor | null>();

/** A panel at the foot of the code, one at a time: a name to type, a list of places. */
export const panelField = StateField.define<PanelConstructor | null>({
  create: () => null,
  update: (panel, transaction) =>
    transaction.effects.reduce((shown, effect) => (effect.is(setPanel) ? effect.value : shown), panel),
  provide: (field) => showPanel.from(field),
});

/** Shows a panel; null closes it and gives the keyboard back to the text. */
export function openPanel(view: EditorView, panel: PanelConstructor | null): void {
  view.dispatch({ effects: setPanel.of(panel) });
  if (panel === null) view.focus();
}

/** An element with a class and what it holds. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

/** A button of a panel. */
export function panelButton(label: string, act: () => void, className = 'button button--small'): HTMLButtonElement {
  const button = element('button', className, label);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}
