import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  pickedCompletion,
  type Completion as Choice,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { keymap } from '@codemirror/view';
import { completionAt, type CompletionItem } from '#shared/language/index';
import { activeIndex, withCatalogue } from '../../editor/language';
import { infoBox } from './infoBox';

/** What may be written comes up while typing, and by Ctrl+Space. */
export const completions = [
  autocompletion({ override: [choicesAt], icons: false, maxRenderedOptions: 200 }),
  closeBrackets(),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, { key: 'Tab', run: acceptCompletion }]),
];

/** Characters that begin something; behind any other, such as a space or a bracket, choices come when they are asked for. */
const begins = /[\w"'$.:]$/;

async function choicesAt(context: CompletionContext): Promise<CompletionResult | null> {
  const { pos, explicit, state } = context;
  if (!explicit && !begins.test(state.sliceDoc(Math.max(0, pos - 1), pos))) return null;
  const found = await withCatalogue((known) => {
    const index = activeIndex();
    // The document follows the editor; an answer about another text would be put into the wrong place.
    return index && index.text.length === state.doc.length ? completionAt(index, pos, known) : null;
  });
  if (context.aborted || !found || found.items.length === 0) return null;
  const { start, items } = found;
  return { from: start, options: items.map((item, order) => choiceOf(item, order, start, pos)) };
}

function choiceOf(item: CompletionItem, order: number, start: number, pos: number): Choice {
  const { label, kind, detail, help, url, insert, caret = insert.length, replace, also = [] } = item;
  return {
    label,
    type: kind,
    ...(detail ? { detail } : {}),
    ...(help || url ? { info: () => infoBox({ text: help ?? '', url }) } : {}),
    // The order of the core says what is most likely meant.
    boost: Math.max(-99, 50 - order),
    apply: (view, choice, from, to) => {
      // What was typed meanwhile moved the ends, not what stands around the word.
      const begin = from - (start - replace.start);
      const end = to + (replace.end - pos);
      const before = also.map(({ start: at, end: until, text }) => ({ from: at, to: until, insert: text }));
      const moved = also.reduce((sum, { start: at, end: until, text }) => sum + text.length - (until - at), 0);
      view.dispatch({
        changes: [...before, { from: begin, to: end, insert }],
        selection: { anchor: begin + moved + caret },
        annotations: pickedCompletion.of(choice),
        userEvent: 'input.complete',
        scrollIntoView: true,
      });
    },
  };
}
