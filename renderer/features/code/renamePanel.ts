import type { PanelConstructor } from '@codemirror/view';
import type { StatePath } from '#shared/workflow/index';
import { renameState } from '#shared/workflow/edits/renameState';
import { applyEdit } from '../../editor/editing';
import { element, openPanel, panelButton } from './panels';

/** Another name for a state: the same edit as on the canvas, everything that names it goes along. */
export function renamePanel(state: StatePath, name: string): PanelConstructor {
  return (view) => {
    const input = element('input', 'input code-panel__name');
    input.value = name;
    input.setAttribute('aria-label', `New name of ${name}`);
    const close = () => openPanel(view, null);
    const apply = () => {
      // A name that is refused stays to be corrected.
      if (applyEdit(renameState, { state, to: input.value.trim() })) close();
    };
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') apply();
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    const buttons = [
      panelButton('Rename', apply, 'button button--small button--primary'),
      panelButton('Cancel', close),
    ];
    const dom = element('div', 'code-panel', element('span', 'code-panel__title', 'Rename state'), input, ...buttons);
    return {
      dom,
      mount: () => {
        input.focus();
        input.select();
      },
    };
  };
}
