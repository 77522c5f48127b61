import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from 'react';
import type { JsonPath } from '#shared/base/index';
import { type CompletionItem, fieldCompletion, type FieldText } from '#shared/language/index';
import { activeIndex, withCatalogue } from '../language';
import './completing.css';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface Props {
  /** The place of the field in the definition. */
  readonly at: JsonPath;
  readonly form: FieldText['form'];
  /** The control: one input or text area. */
  readonly children: ReactNode;
}

interface Choices {
  readonly items: readonly CompletionItem[];
  readonly active: number;
  readonly target: TextElement;
}

/** Characters that begin something; behind any other, choices come when they are asked for by Ctrl+Space. */
const begins = /[\w$.]$/;
const most = 8;

/** Lets a field of a form be completed as the code view is: choices come while typing, Enter takes one, Escape closes. */
export function Completing({ at, form, children }: Props) {
  const [choices, setChoices] = useState<Choices | null>(null);
  const id = useId();
  const asked = useRef(0);
  const open = choices !== null && choices.items.length > 0;

  const offer = (target: TextElement, explicit: boolean) => {
    const { value: text, selectionStart } = target;
    const offset = selectionStart ?? text.length;
    const turn = ++asked.current;
    if (!explicit && !begins.test(text.slice(0, offset))) return setChoices(null);
    void withCatalogue((known) => {
      const index = activeIndex();
      return index ? fieldCompletion(index, { place: at, text, offset, form }, known) : null;
    }).then((found) => {
      // What was typed meanwhile has asked anew.
      if (!found || turn !== asked.current) return;
      const word = text.slice(found.start, offset).toLowerCase();
      const starts = (item: CompletionItem) => item.label.toLowerCase().startsWith(word);
      const fitting = found.items.filter((item) => item.label.toLowerCase().includes(word));
      const items = [...fitting.filter(starts), ...fitting.filter((item) => !starts(item))];
      setChoices(items.length === 0 ? null : { items: items.slice(0, 50), active: 0, target });
    });
  };

  const take = (item: CompletionItem, target: TextElement) => {
    const { insert, caret = insert.length, replace } = item;
    const next = target.value.slice(0, replace.start) + insert + target.value.slice(replace.end);
    writeInto(target, next);
    target.setSelectionRange(replace.start + caret, replace.start + caret);
    asked.current++;
    setChoices(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!isText(target)) return;
    if (event.key === ' ' && event.ctrlKey) offer(target, true);
    else if (!open) return;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : choices.items.length - 1;
      setChoices({ ...choices, active: (choices.active + step) % choices.items.length });
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      const item = choices.items[choices.active];
      if (item) take(item, target);
    } else if (event.key === 'Escape') setChoices(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onInput = ({ target, nativeEvent }: SyntheticEvent) => {
    if (isText(target) && nativeEvent.isTrusted) offer(target, false);
  };

  const shownFrom = open ? Math.max(0, choices.active - most + 1) : 0;
  return (
    <div className="completing" onInput={onInput} onKeyDownCapture={onKeyDown} onBlur={() => setChoices(null)}>
      {children}
      {open ? (
        <div className="completing__list" role="listbox" aria-label="Choices" id={id}>
          {choices.items.slice(shownFrom, shownFrom + most).map((item, index) => (
            <div
              key={item.label}
              className="completing__item"
              role="option"
              aria-selected={shownFrom + index === choices.active}
              title={item.help}
              onMouseDown={(event) => {
                // The field keeps the keyboard.
                event.preventDefault();
                take(item, choices.target);
              }}
            >
              <span>{item.label}</span>
              <span className="completing__detail">{item.detail}</span>
            </div>
          ))}
        </div>
      ) : null}
      <span className="visually-hidden" role="status">
        {open ? `${choices.items[choices.active]?.label ?? ''}, ${choices.active + 1} of ${choices.items.length}` : ''}
      </span>
    </div>
  );
}

function isText(target: EventTarget | null): target is TextElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** As if it had been typed: React takes notice of what goes by the element's own setter. */
function writeInto(target: TextElement, text: string): void {
  const owner = target instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(target, text);
  target.dispatchEvent(new Event('input', { bubbles: true }));
}
