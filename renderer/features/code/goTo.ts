import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Range } from '#shared/language/index';

/** Goes to a place, in sight and with the keyboard. */
export function goTo(view: EditorView, { start, end }: Range): void {
  view.dispatch({
    selection: EditorSelection.single(start, end),
    effects: EditorView.scrollIntoView(start, { y: 'center' }),
  });
  view.focus();
}
