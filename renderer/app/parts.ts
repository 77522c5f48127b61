/** The parts of the window in their order on screen: those that are there have `data-part`. */
const parts = '[data-part]';

/** What can have the focus in a part; the part itself where it can. */
const focusable =
  'a[href], button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [contenteditable="true"], [tabindex="0"]';

/** Where the focus was last in each part. */
const last = new WeakMap<Element, HTMLElement>();

/** Remembers where the focus is in each part, so that coming back to one goes on where it was left. */
export function rememberFocus(): void {
  window.addEventListener('focusin', ({ target }) => {
    const part = target instanceof HTMLElement ? target.closest(parts) : null;
    if (part && target instanceof HTMLElement) last.set(part, target);
  });
}

/** Puts the keyboard on the next part of the window, or on the one before. */
export function goToPart(step: 1 | -1): void {
  const there = [...document.querySelectorAll<HTMLElement>(parts)].filter((part) => part.offsetParent !== null);
  const at = there.findIndex((part) => part.contains(document.activeElement));
  for (let tries = 1; tries <= there.length; tries += 1) {
    // From nowhere, forwards begins at the first part and backwards at the last one.
    const from = at < 0 && step < 0 ? 0 : at;
    const part = there[(from + step * tries + there.length * 2) % there.length];
    const target = part && targetIn(part);
    if (!target) continue;
    target.focus();
    return;
  }
}

function targetIn(part: HTMLElement): HTMLElement | null {
  const before = last.get(part);
  if (before?.isConnected === true && part.contains(before)) return before;
  return part.matches('[tabindex="0"]') ? part : part.querySelector<HTMLElement>(focusable);
}
