import { useEffect, useRef, useState } from 'react';
import { type JsonValue, isArray, isObject, jsonEqual } from '#shared/base/index';
import { jsonProblem } from '#shared/workflow/index';

export interface InputIds {
  readonly id: string;
  readonly describedBy: string;
  readonly invalid: boolean;
}

const aria = ({ id, describedBy, invalid }: InputIds) => ({
  id,
  'aria-describedby': describedBy,
  'aria-invalid': invalid,
});

interface TextProps {
  ids: InputIds;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  mono?: boolean;
  multiline?: boolean;
  list?: string | undefined;
}

export function TextInput({ ids, value, onChange, placeholder, mono, multiline, list }: TextProps) {
  const props = {
    ...aria(ids),
    className: mono ? 'input input--mono' : 'input',
    value,
    placeholder,
    spellCheck: false,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  return multiline ? <textarea rows={3} {...props} /> : <input type="text" list={list} {...props} />;
}

/**
 * A number, or text that may become one: what cannot be read stays in the field and goes into the document as text, where
 * validation says what is wrong with it, so that nothing typed is lost.
 */
export function NumberInput({
  ids,
  value,
  onChange,
  placeholder,
}: {
  ids: InputIds;
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
  placeholder?: string | undefined;
}) {
  const shown = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  const [draft, setDraft] = useState(shown);
  const written = useRef(value);
  useEffect(() => {
    if (!jsonEqual(value, written.current)) setDraft(shown);
    written.current = value;
  }, [value, shown]);
  const type = (text: string) => {
    setDraft(text);
    const trimmed = text.trim();
    const next =
      trimmed === '' ? undefined : /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(trimmed) ? Number(trimmed) : trimmed;
    written.current = next;
    onChange(next);
  };
  return (
    <input
      {...aria(ids)}
      className="input"
      inputMode="decimal"
      value={draft}
      placeholder={placeholder}
      autoComplete="off"
      onChange={(event) => type(event.target.value)}
    />
  );
}

interface SelectProps {
  ids: InputIds;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onChange: (value: string) => void;
}

/** A list to choose from. A value that is not in it is shown and kept. */
export function Select({ ids, value, options, onChange }: SelectProps) {
  const known = options.some((option) => option.value === value);
  return (
    <select {...aria(ids)} className="select" value={value} onChange={(event) => onChange(event.target.value)}>
      {known ? null : <option value={value}>{value === '' ? '—' : `${value} (unknown)`}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** What is typed and is no value yet, and why. */
export interface TypedText {
  readonly text: string;
  readonly problem: string;
}

interface JsonProps {
  ids: InputIds;
  value: JsonValue | undefined;
  /** What is typed and not valid yet; the one who owns the field keeps it. */
  draft: TypedText | null;
  onChange: (value: JsonValue | undefined) => void;
  onDraft: (draft: TypedText) => void;
  /** What is wrong with a value that is JSON; null when nothing is. */
  check?: (value: JsonValue | undefined) => string | null;
  placeholder?: string | undefined;
}

/** Any JSON, or text in {% %} as it stands. What is not valid yet stays in the field with the reason, as a draft. */
export function JsonInput({ ids, value, draft, onChange, onDraft, check, placeholder }: JsonProps) {
  const [typed, setTyped] = useState('');
  // As it was typed while it says the value: laid out anew, the cursor would jump.
  const shown = draft?.text ?? (says(typed, value) ? typed : jsonText(value));
  const type = (text: string) => {
    setTyped(text);
    const read = readJson(text);
    const problem = 'problem' in read ? read.problem : (check?.(read.value) ?? null);
    if (problem !== null) onDraft({ text, problem });
    else if ('value' in read) onChange(read.value);
  };
  return (
    <textarea
      {...aria(ids)}
      className="input input--mono"
      rows={Math.min(14, Math.max(2, shown.split('\n').length))}
      value={shown}
      placeholder={placeholder}
      spellCheck={false}
      onChange={(event) => type(event.target.value)}
    />
  );
}

interface LocalJsonProps {
  ids: InputIds;
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
  /** What is wrong with what is typed now; null when nothing is. */
  onProblem: (problem: string | null) => void;
}

/** A JSON field of a form that is carried out at once: what is not valid yet lives as long as the form. */
export function LocalJsonInput({ ids, value, onChange, onProblem }: LocalJsonProps) {
  const [draft, setDraft] = useState<(TypedText & { readonly over: JsonValue | undefined }) | null>(null);
  const keep = (typed: TypedText | null) => {
    setDraft(typed && { ...typed, over: value });
    onProblem(typed && typed.problem);
  };
  // A value that came from elsewhere takes the place of what was typed.
  const stands = draft && jsonEqual(draft.over, value) ? draft : null;
  return (
    <JsonInput
      ids={ids}
      value={value}
      draft={stands}
      onDraft={keep}
      onChange={(next) => {
        keep(null);
        onChange(next);
      }}
    />
  );
}

function says(text: string, value: JsonValue | undefined): boolean {
  const read = readJson(text);
  return 'value' in read && jsonEqual(read.value, value);
}

function jsonText(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' && value.startsWith('{%')) return value;
  return isObject(value) || isArray(value) ? JSON.stringify(value, null, 2) : JSON.stringify(value);
}

function readJson(text: string): { value: JsonValue | undefined } | { problem: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { value: undefined };
  if (trimmed.startsWith('{%'))
    return trimmed.endsWith('%}') ? { value: trimmed } : { problem: 'The expression must end with %}.' };
  const problem = jsonProblem(trimmed);
  return problem === null ? { value: JSON.parse(trimmed) as JsonValue } : { problem };
}
