import { type Extension, Prec, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type DocumentIndex, semanticTokens, type TokenKind } from '#shared/language/index';
import { activeIndex } from '../../editor/language';
import { signatureEffect } from './tips';

const setColours = StateEffect.define<DecorationSet>();

const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    const next = transaction.effects.find((effect) => effect.is(setColours));
    return next ? (next.value as DecorationSet) : shown.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const marks = new Map<TokenKind, Decoration>();

function markOf(kind: TokenKind): Decoration {
  const mark = marks.get(kind) ?? Decoration.mark({ class: `code-token code-token--${kind}` });
  marks.set(kind, mark);
  return mark;
}

/** How long typing rests before the page looks at the text again, in milliseconds: letters come first. */
const rest = 60;

/** The pieces of expressions in what is on screen, and the call that is being written. They follow typing. */
class Follower {
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly view: EditorView) {
    this.later();
  }

  update({ docChanged, viewportChanged, selectionSet, transactions }: ViewUpdate): void {
    const typed = transactions.some((transaction) => transaction.isUserEvent('input'));
    if (docChanged || viewportChanged || selectionSet) this.later(typed);
  }

  destroy(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private later(typed = false): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(typed), rest);
  }

  private look(typed: boolean): void {
    this.timer = null;
    const { view } = this;
    const index = activeIndex();
    if (!index || index.text.length !== view.state.doc.length || takesLong(index)) return;
    const found = view.visibleRanges.flatMap(({ from, to }) =>
      semanticTokens(index, { start: from, end: to }).map(({ kind, start, end }) => markOf(kind).range(start, end)),
    );
    const effects: StateEffect<unknown>[] = [setColours.of(Decoration.set(found, true))];
    if (typed) effects.push(signatureEffect(view.state.selection.main.head));
    view.dispatch({ effects });
  }
}

/** Whether to read the text would be felt while typing: YAML that is broken is read whole. The colours that are there stay. */
function takesLong({ format, problem, text }: DocumentIndex): boolean {
  return format === 'yaml' && problem !== null && text.length > 50_000;
}

/** JSONata and JSONPath are coloured inside the texts that they stand in. */
export const expressionColours: Extension = [Prec.highest(colours), ViewPlugin.fromClass(Follower)];
