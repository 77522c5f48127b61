import { useState } from 'react';

interface Props {
  readonly value: string;
  readonly taken: readonly string[];
  readonly onRename: (to: string) => void;
}

/** The name of a key as a field: taken over when the field is left; a name that is empty or taken is refused. */
export function MapKey({ value, taken, onRename }: Props) {
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  const commit = () => {
    const next = draft.trim();
    if (next === value) return;
    if (next === '' || taken.includes(next)) setDraft(value);
    else onRename(next);
  };
  return (
    <input
      className="inspector-map-key"
      // The letters of a key are not in the document before it is left.
      data-undo={draft === value ? undefined : 'own'}
      aria-label={`Key ${value}`}
      value={draft}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(value);
      }}
    />
  );
}
