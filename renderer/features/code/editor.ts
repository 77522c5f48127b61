import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import {
  bracketMatching,
  foldGutter,
  foldKeymap,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches } from '@codemirror/search';
import { Annotation, EditorState, type Extension, Transaction } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  rectangularSelection,
  type ViewUpdate,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { textHunks } from '#shared/workflow/index';
import type { Answer } from '../../editor/diagnostics/answers';
import { caretSelects } from './caret';
import { completions } from './completions';
import { expressionColours } from './expressionColours';
import { navigation } from './navigation';
import { repairs } from './repairs';
import { searching } from './searchPanel';
import { Stretches, type Typing } from './stretches';
import { tips } from './tips';

/** Text put in by the app, not typed. */
const fromDocument = Annotation.define<boolean>();

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: tags.comment, color: 'var(--text-3)', fontStyle: 'italic' },
]);

/** A text coloured as JSON or YAML. */
export function colouring(format: 'json' | 'yaml'): Extension {
  return [syntaxHighlighting(colours), format === 'json' ? json() : yaml()];
}

/**
 * The editor of a text. It has no undo history of its own: what is typed is an entry of the document's.
 * @param typed is told the text, and which stretch of typing it belongs to
 */
export function createEditor(
  parent: HTMLElement,
  format: 'json' | 'yaml',
  text: string,
  typed: (text: string, stretch: number) => void,
): EditorView {
  const stretches = new Stretches();
  const state = EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      foldGutter(),
      lintGutter(),
      drawSelection(),
      indentOnInput(),
      indentUnit.of('  '),
      bracketMatching(),
      highlightActiveLine(),
      highlightSelectionMatches(),
      EditorState.allowMultipleSelections.of(true),
      rectangularSelection(),
      caretSelects,
      completions,
      tips,
      expressionColours,
      navigation,
      repairs,
      searching,
      colouring(format),
      keymap.of([...foldKeymap, ...defaultKeymap, indentWithTab]),
      EditorView.contentAttributes.of({ 'aria-label': 'Definition', 'data-undo': 'document', tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        const byUs = update.transactions.some((transaction) => transaction.annotation(fromDocument));
        if (update.docChanged && !byUs) typed(update.state.doc.toString(), stretches.of(typingOf(update)));
      }),
    ],
  });
  return new EditorView({ state, parent });
}

function typingOf({ changes, transactions }: ViewUpdate): Typing {
  let [from, to, fromBefore, toBefore] = [Infinity, 0, Infinity, 0];
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    [from, to] = [Math.min(from, fromB), Math.max(to, toB)];
    [fromBefore, toBefore] = [Math.min(fromBefore, fromA), Math.max(toBefore, toA)];
  });
  const last = transactions.at(-1);
  const time = last?.annotation(Transaction.time) ?? 0;
  return { event: last?.annotation(Transaction.userEvent), from, to, fromBefore, toBefore, time };
}

/** Shows a text that changed elsewhere, by Undo or an edit; the cursor goes where the first change was. */
export function showText(editor: EditorView, text: string): void {
  const now = editor.state.doc.toString();
  // The editor counts every line break as one, whatever the file has.
  const wanted = text.replace(/\r\n?/g, '\n');
  if (now === wanted) return;
  const hunks = textHunks(now, wanted);
  const [first] = hunks;
  if (!first) return;
  editor.dispatch({
    changes: hunks.map(({ start, end, text: insert }) => ({ from: start, to: end, insert })),
    // Of whole lines the end of the last one, not the start of the next.
    selection: { anchor: first.start + first.text.replace(/\n$/, '').length },
    scrollIntoView: true,
    annotations: fromDocument.of(true),
  });
}

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What can be done about it at once. */
  readonly actions?: readonly Answer[];
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
