import { forEachDiagnostic, nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import type { Answer } from '../../editor/diagnostics/answers';
import { type Command, keymap } from '@codemirror/view';

/** Makes the first repair of what is wrong in the line of the cursor. */
const repair: Command = (view) => {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  let done = false;
  forEachDiagnostic(view.state, ({ actions }, from, to) => {
    const action = actions?.find((each) => (each as Partial<Answer>).repairs);
    if (done || !action || to < line.from || from > line.to) return;
    done = true;
    action.apply(view, from, to);
  });
  return done;
};

/** From one thing that is wrong to the next, and its repair at once. */
export const repairs: Extension = keymap.of([
  { key: 'Alt-F8', run: nextDiagnostic },
  { key: 'Shift-Alt-F8', run: previousDiagnostic },
  { key: 'Mod-.', run: repair },
]);
