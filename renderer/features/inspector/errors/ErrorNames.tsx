import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { type JsonPath, isArray } from '#shared/base/index';
import { useProblemAt } from '../../../editor/diagnostics/useProblems';
import { Field } from '../../../ui/controls';
import { setValueOnce, useValue } from '../useField';

/** The errors that a retrier or catcher answers: names as tokens, with suggestions. */
export function ErrorNames({ at, suggestions }: { at: JsonPath; suggestions: readonly string[] }) {
  const place = [...at, 'ErrorEquals'];
  const value = useValue(place);
  const problem = useProblemAt(place);
  const names = isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  const [draft, setDraft] = useState('');
  const list = useId();
  const add = (name: string) => {
    const wanted = name.trim();
    setDraft('');
    if (wanted !== '' && !names.includes(wanted)) setValueOnce(place, [...names, wanted]);
  };
  return (
    <Field label="Errors" problem={problem}>
      {(ids) => (
        <div className="inspector-tokens">
          {names.map((name) => (
            <span key={name} className="inspector-token">
              {name}
              <button
                type="button"
                aria-label={`Remove ${name}`}
                onClick={() =>
                  setValueOnce(
                    place,
                    names.filter((other) => other !== name),
                  )
                }
              >
                <X size={11} />
              </button>
            </span>
          ))}
          <input
            id={ids.id}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            className="inspector-tokens__input"
            list={list}
            value={draft}
            placeholder={names.length === 0 ? 'Error name' : 'Add…'}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              const { value: text } = event.target;
              // Choosing a suggestion gives the whole name at once.
              if (suggestions.includes(text) && text.length - draft.length > 1) add(text);
              else setDraft(text);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ',') {
                event.preventDefault();
                add(draft);
              } else if (event.key === 'Backspace' && draft === '' && names.length > 0)
                setValueOnce(place, names.slice(0, -1));
            }}
            onBlur={() => add(draft)}
          />
          <datalist id={list}>
            {suggestions
              .filter((name) => !names.includes(name))
              .map((name) => (
                <option key={name} value={name} />
              ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}
