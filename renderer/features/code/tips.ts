import { StateEffect, StateField } from '@codemirror/state';
import { type Command, type Tooltip, hoverTooltip, keymap, showTooltip } from '@codemirror/view';
import { hoverAt, signatureHelpAt } from '#shared/language/index';
import { activeIndex, knowledge } from '../../editor/language';
import { infoBox } from './infoBox';

const setTip = StateEffect.define<Tooltip | null>();

/** The box at the cursor; typing and moving on take it away, unless something new is said. */
const tipField = StateField.define<Tooltip | null>({
  create: () => null,
  update(tip, transaction) {
    for (const effect of transaction.effects) if (effect.is(setTip)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : tip;
  },
  provide: (field) => showTooltip.from(field),
});

/** What there is to say of a place. */
function tipAt(pos: number): (Tooltip & { end: number }) | null {
  const index = activeIndex();
  const hover = index && hoverAt(index, Math.min(pos, index.text.length), knowledge());
  return hover && { pos: hover.start, end: hover.end, above: true, create: () => ({ dom: infoBox(hover) }) };
}

const explain: Command = (view) => {
  const tip = tipAt(view.state.selection.main.head);
  view.dispatch({ effects: setTip.of(tip) });
  return tip !== null;
};

const dismiss: Command = (view) => {
  if (view.state.field(tipField) === null) return false;
  view.dispatch({ effects: setTip.of(null) });
  return true;
};

/** Says of the call around the cursor which argument is written; nothing outside of calls. */
export function signatureEffect(pos: number): StateEffect<Tooltip | null> {
  const index = activeIndex();
  const help = index && signatureHelpAt(index, Math.min(pos, index.text.length));
  if (!help) return setTip.of(null);
  const { signature, parameter } = help;
  const create = () => {
    const dom = infoBox({ text: signature.help });
    const call = document.createElement('code');
    call.className = 'code-info__call';
    call.append(`${signature.name}(`);
    for (const [number, name] of signature.parameters.entries()) {
      const part = document.createElement(number === parameter ? 'b' : 'span');
      part.textContent = name;
      call.append(...(number > 0 ? [', '] : []), part);
    }
    call.append(')');
    dom.prepend(call);
    return { dom };
  };
  return setTip.of({ pos, above: true, create });
}

/** What is under the pointer is explained, what is at the cursor by Ctrl+Shift+Space, and a call while it is written. */
export const tips = [
  tipField,
  hoverTooltip((_view, pos) => tipAt(pos)),
  keymap.of([
    { key: 'Mod-Shift-Space', run: explain },
    { key: 'Escape', run: dismiss },
  ]),
];
