/** More texts than any workflow has; what is remembered is begun anew beyond them. */
const most = 20_000;

/** The function with its answers by text: the same expression stands in many states, and is judged at every edit. */
export function remembered<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = answer(text);
    known.set(text, found);
    return found;
  };
}
