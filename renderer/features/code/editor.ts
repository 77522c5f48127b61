import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  foldGutter,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Text put in by the app, not typed. */
const fromDocument = Annotation.define<boolean>();

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--text-3)', fontStyle: 'italic' },
]);

export function createEditor(
  parent: HTMLElement,
  format: 'json' | 'yaml',
  text: string,
  typed: (text: string) => void,
): EditorView {
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      history(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      search({ top: true }),
      syntaxHighlighting(colours),
      format === 'json' ? json() : yaml(),
      keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ 'aria-label': 'Definition' }),
      EditorView.updateListener.of((update) => {
        const byUs = update.transactions.some((transaction) => transaction.annotation(fromDocument));
        if (update.docChanged && !byUs) typed(update.state.doc.toString());
      }),
    ],
  });
  return new EditorView({ state, parent });
}

/** Shows a text that changed elsewhere; only the part that differs is touched, so the cursor stays. */
export function showText(editor: EditorView, text: string): void {
  const now = editor.state.doc.toString();
  // The editor counts every line break as one, whatever the file has.
  const wanted = text.replace(/\r\n?/g, '\n');
  if (now === wanted) return;
  let from = 0;
  while (from < now.length && now[from] === wanted[from]) from++;
  let same = 0;
  const most = Math.min(now.length, wanted.length) - from;
  while (same < most && now[now.length - 1 - same] === wanted[wanted.length - 1 - same]) same++;
  editor.dispatch({
    changes: { from, to: now.length - same, insert: wanted.slice(from, wanted.length - same) },
    // What was not typed here is not taken back here: Undo would empty the text that loading put in.
    annotations: [fromDocument.of(true), Transaction.addToHistory.of(false)],
  });
}

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export function showDiagnostics(editor: EditorView, marks: readonly Mark[]): void {
  const { length } = editor.state.doc;
  const inside = marks.map((mark) => ({
    ...mark,
    from: Math.min(mark.from, length),
    to: Math.min(Math.max(mark.to, mark.from), length),
  }));
  editor.dispatch(setDiagnostics(editor.state, inside));
}
