import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  replaceAll,
  replaceNext,
  search,
  searchKeymap,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { type Command, type EditorView, keymap, type Panel, runScopeHandlers, type ViewUpdate } from '@codemirror/view';
import { element, panelButton } from './panels';

/** More matches are not counted: a letter may stand a million times in a text. */
const mostCounted = 1000;

/** Find and replace in the code. */
export const searching: Extension = [
  search({ top: true, createPanel: (view) => new SearchPanel(view) }),
  keymap.of([
    { key: 'Mod-h', run: openForReplacing, stopPropagation: true, preventDefault: true },
    // The window has other meanings for some of them.
    ...searchKeymap.map((binding) => ({ ...binding, stopPropagation: true })),
  ]),
];

function openForReplacing(...[view]: Parameters<Command>): boolean {
  openSearchPanel(view);
  view.dom.querySelector<HTMLInputElement>('.code-search__replace')?.focus();
  return true;
}

class SearchPanel implements Panel {
  readonly top = true;
  readonly dom: HTMLElement;
  private readonly find: HTMLInputElement;
  private readonly replacement: HTMLInputElement;
  private readonly count = element('span', 'code-search__count');
  private readonly toggles: readonly { readonly button: HTMLButtonElement; readonly of: Switch }[];

  constructor(private readonly view: EditorView) {
    this.find = this.input('Find', 'code-search__find');
    this.find.setAttribute('main-field', 'true');
    this.replacement = this.input('Replace', 'code-search__replace');
    this.toggles = [
      this.toggle('Aa', 'Match case', 'caseSensitive'),
      this.toggle('ab', 'Whole words', 'wholeWord'),
      this.toggle('.*', 'Regular expression', 'regexp'),
    ];
    this.count.setAttribute('role', 'status');
    const act = (label: string, command: Command, name = label) => {
      const button = panelButton(label, () => command(view));
      button.setAttribute('aria-label', name);
      return button;
    };
    this.dom = element(
      'div',
      'code-search',
      element('div', 'code-search__row', this.find, ...this.toggles.map(({ button }) => button), this.count),
      element(
        'div',
        'code-search__row',
        this.replacement,
        act('Replace', replaceNext),
        act('Replace all', replaceAll),
        act('↑', findPrevious, 'Previous match'),
        act('↓', findNext, 'Next match'),
        act('Close', closeSearchPanel, 'Close search'),
      ),
    );
    this.dom.addEventListener('keydown', (event) => this.keydown(event));
    this.show(getSearchQuery(view.state));
  }

  mount(): void {
    this.find.select();
  }

  update({ transactions, docChanged, selectionSet }: ViewUpdate): void {
    const effects = transactions.flatMap((transaction) => transaction.effects);
    const next = effects.findLast((effect) => effect.is(setSearchQuery))?.value as SearchQuery | undefined;
    if (next) this.show(next);
    else if (docChanged || selectionSet) this.showCount();
  }

  private input(label: string, className: string): HTMLInputElement {
    const input = element('input', `input ${className}`);
    input.placeholder = label;
    input.setAttribute('aria-label', label);
    input.spellcheck = false;
    input.addEventListener('input', () => this.commit());
    return input;
  }

  private toggle(label: string, name: string, of: Switch) {
    const button = panelButton(
      label,
      () => {
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        this.commit();
      },
      'button button--small button--quiet',
    );
    button.setAttribute('aria-label', name);
    button.title = name;
    button.setAttribute('aria-pressed', 'false');
    return { button, of };
  }

  private commit(): void {
    const isOn = (of: Switch) =>
      this.toggles.some((toggle) => toggle.of === of && toggle.button.getAttribute('aria-pressed') === 'true');
    const query = new SearchQuery({
      search: this.find.value,
      replace: this.replacement.value,
      caseSensitive: isOn('caseSensitive'),
      wholeWord: isOn('wholeWord'),
      regexp: isOn('regexp'),
      // What is searched for stands in the text as it is typed: a backslash is a backslash.
      literal: !isOn('regexp'),
    });
    if (!query.eq(getSearchQuery(this.view.state))) this.view.dispatch({ effects: setSearchQuery.of(query) });
  }

  private show(query: SearchQuery): void {
    if (this.find.value !== query.search) this.find.value = query.search;
    if (this.replacement.value !== query.replace) this.replacement.value = query.replace;
    for (const { button, of } of this.toggles) button.setAttribute('aria-pressed', String(query[of]));
    this.showCount();
  }

  private showCount(): void {
    const query = getSearchQuery(this.view.state);
    const isWrong = query.search !== '' && !query.valid;
    this.find.setAttribute('aria-invalid', String(isWrong));
    this.count.textContent = isWrong ? 'Not a regular expression' : query.valid ? countOf(this.view, query) : '';
  }

  private keydown(event: KeyboardEvent): void {
    // Escape and F3 of the search itself.
    if (runScopeHandlers(this.view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter' && event.target === this.find) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(this.view);
    } else if (event.key === 'Enter' && event.target === this.replacement) {
      event.preventDefault();
      replaceNext(this.view);
    }
  }
}

type Switch = 'caseSensitive' | 'wholeWord' | 'regexp';

/** Which match is selected, of how many. */
function countOf({ state }: EditorView, query: SearchQuery): string {
  const { from, to } = state.selection.main;
  let [count, selected] = [0, 0];
  const matches = query.getCursor(state);
  for (let next = matches.next(); !next.done && count < mostCounted; next = matches.next()) {
    count++;
    if (next.value.from === from && next.value.to === to) selected = count;
  }
  if (count === 0) return 'No match';
  const of = count === mostCounted ? `${mostCounted}+` : String(count);
  return selected > 0 ? `${selected} of ${of}` : of;
}
