import { ChevronDown, ChevronRight, Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  type JsonObject,
  type JsonPath,
  type JsonValue,
  isArray,
  isObject,
  own,
  withKeyRenamed,
} from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { type ArgumentField, type ValueType, checkArgument, isGiven } from '#shared/services/index';
import { Button, Field, IconButton } from '../../../ui/controls';
import { TextInput, type InputIds } from '../../../ui/Inputs';
import { Completing } from '../../../editor/forms/Completing';
import { LiveValue } from '../../../editor/forms/LiveValue';
import { useDraft } from '../../../editor/drafts';
import { DocumentJson } from '../../../editor/forms/DocumentJson';
import { setValue, setValueOnce } from '../useField';
import { initialValue, modesOf, readArgument, withMode, type Mode } from '../../../editor/argumentMode';
import { LeafInput } from './LeafInput';
import { MapKey } from './MapKey';

interface MembersProps {
  readonly at: JsonPath;
  readonly values: JsonObject;
  readonly fields: readonly ArgumentField[];
  readonly language: QueryLanguage;
  /** What the list to add from calls them. */
  readonly noun: 'argument' | 'member';
}

/**
 * Named values as fields. Objects, lists and maps nest their own; the parts of this form use each other, which is why
 * they stand in one file.
 */
export function MembersForm({ at, values, fields, language, noun }: MembersProps) {
  const shown = fields.filter((field) => field.required || isGiven(values, field.name));
  const rest = fields.filter((field) => !shown.includes(field));
  const known = new Set(
    fields.flatMap((field) => [field.name, ...(language === 'JSONPath' ? [`${field.name}.$`] : [])]),
  );
  const unknown = Object.keys(values).filter((key) => !known.has(key));
  return (
    <>
      {shown.map((field) => (
        <Member key={field.name} at={at} field={field} values={values} language={language} />
      ))}
      {unknown.map((key) => (
        <UnknownMember key={key} at={[...at, key]} name={key} value={own(values, key)} />
      ))}
      {rest.length > 0 ? (
        <select
          className="select"
          aria-label={`Add ${noun === 'argument' ? 'an argument' : 'a member'}`}
          value=""
          onChange={(event) => {
            const field = fields.find(({ name }) => name === event.target.value);
            if (field) setValueOnce([...at, field.name], initialValue(field.type));
          }}
        >
          <option value="">Add {noun === 'argument' ? 'an argument' : 'a member'}…</option>
          {rest.map((field) => (
            <option key={field.name} value={field.name} title={field.help}>
              {field.name}
            </option>
          ))}
        </select>
      ) : null}
    </>
  );
}

interface MemberProps {
  readonly at: JsonPath;
  readonly field: ArgumentField;
  readonly values: JsonObject;
  readonly language: QueryLanguage;
  /** Replaces the label, for keys that a person chooses. */
  readonly label?: ReactNode;
}

/** One named value with the ways it can be given: as it is, by a path, by a function or by an expression. */
function Member({ at, field, values, language, label }: MemberProps) {
  const { key, value, mode } = readArgument(values, field.name, language);
  const place = [...at, key];
  const draft = useDraft(place);
  const problem =
    draft?.problem ??
    (value === undefined
      ? field.required
        ? `${field.name} is required.`
        : null
      : mode === 'value'
        ? checkArgument(field, value)
        : null);
  const aside = (
    <>
      <select
        className="inspector-mode"
        aria-label={`How ${field.name} is given`}
        value={mode}
        onChange={(event) => {
          // What is typed and not valid yet goes with the value whose place another way of giving it takes.
          const next = withMode(values, field.name, field.type, event.target.value as Mode, language);
          setValueOnce(place, undefined, [{ at, value: next }]);
        }}
      >
        {modesOf[language].map((each) => (
          <option key={each.mode} value={each.mode}>
            {each.label}
          </option>
        ))}
      </select>
      {field.required || value === undefined ? null : (
        <IconButton small label={`Remove ${field.name}`} onClick={() => setValueOnce(place, undefined)}>
          <X size={12} />
        </IconButton>
      )}
    </>
  );
  return (
    <Field
      label={field.name}
      labelling={label}
      help={field.help}
      required={field.required}
      problem={problem}
      aside={aside}
    >
      {(ids) =>
        mode === 'value' ? (
          <Value ids={ids} name={field.name} type={field.type} value={value} place={place} language={language} />
        ) : (
          <>
            <Completing at={place} form="text">
              <TextInput
                ids={ids}
                mono
                value={typeof value === 'string' ? value : JSON.stringify(value ?? '')}
                onChange={(next) => setValue(place, next)}
              />
            </Completing>
            <LiveValue at={place} />
          </>
        )
      }
    </Field>
  );
}

interface ValueProps {
  readonly ids: InputIds;
  readonly name: string;
  readonly type: ValueType;
  readonly value: JsonValue | undefined;
  readonly place: JsonPath;
  readonly language: QueryLanguage;
}

/** The control for a literal value of a type. What does not fit the type is shown as JSON, so that it is not lost. */
function Value({ ids, name, type, value, place, language }: ValueProps) {
  if (type.kind === 'object' && type.fields && (value === undefined || isObject(value))) {
    return (
      <Nest name={name} count={Object.keys(value ?? {}).length} noun="member">
        <MembersForm at={place} values={value ?? {}} fields={type.fields} language={language} noun="member" />
      </Nest>
    );
  }
  if (type.kind === 'list' && type.items && (value === undefined || isArray(value))) {
    return <List name={name} items={type.items} values={value ?? []} place={place} language={language} />;
  }
  if (type.kind === 'map' && (value === undefined || isObject(value))) {
    return (
      <MapForm
        name={name}
        type={type.values ?? { kind: 'json' }}
        values={value ?? {}}
        place={place}
        language={language}
      />
    );
  }
  return <LeafInput ids={ids} type={type} value={value} place={place} />;
}

/** A part of the form that can be folded away; it opens by itself while it is small. */
function Nest({ name, count, noun, children }: { name: string; count: number; noun: string; children: ReactNode }) {
  const [open, setOpen] = useState(true);
  return (
    <div className="inspector-nest">
      <button
        type="button"
        className="inspector-nest__head"
        aria-expanded={open}
        aria-label={`${open ? 'Fold' : 'Unfold'} ${name}`}
        onClick={() => setOpen(!open)}
      >
        {open ? <ChevronDown size={12} aria-hidden /> : <ChevronRight size={12} aria-hidden />}
        {count} {noun}
        {count === 1 ? '' : 's'}
      </button>
      {open ? <div className="inspector-nest__body">{children}</div> : null}
    </div>
  );
}

interface ListProps {
  readonly name: string;
  readonly items: ValueType;
  readonly values: readonly JsonValue[];
  readonly place: JsonPath;
  readonly language: QueryLanguage;
}

function List({ name, items, values, place, language }: ListProps) {
  return (
    <Nest name={name} count={values.length} noun="entry">
      {values.map((value, index) => (
        // Entries have no identity of their own: the place is what a person means.
        <Entry
          key={index}
          name={`${name} ${index + 1}`}
          type={items}
          value={value}
          place={[...place, index]}
          language={language}
        />
      ))}
      <Button small look="quiet" onClick={() => setValueOnce([...place, values.length], initialValue(items))}>
        <Plus size={12} aria-hidden /> Add to {name}
      </Button>
    </Nest>
  );
}

function Entry({
  name,
  type,
  value,
  place,
  language,
}: {
  name: string;
  type: ValueType;
  value: JsonValue;
  place: JsonPath;
  language: QueryLanguage;
}) {
  const draft = useDraft(place);
  const expression = language === 'JSONata' && typeof value === 'string' && value.startsWith('{%');
  const remove = (
    <IconButton small label={`Remove ${name}`} onClick={() => setValueOnce(place, undefined)}>
      <X size={12} />
    </IconButton>
  );
  return (
    <Field
      label={name}
      problem={draft?.problem ?? (expression ? null : checkArgument({ name, type }, value))}
      aside={remove}
    >
      {(ids) => <Value ids={ids} name={name} type={type} value={value} place={place} language={language} />}
    </Field>
  );
}

interface MapProps {
  readonly name: string;
  readonly type: ValueType;
  readonly values: JsonObject;
  readonly place: JsonPath;
  readonly language: QueryLanguage;
}

/** Keys that a person chooses, each with a value. */
function MapForm({ name, type, values, place, language }: MapProps) {
  const keys = Object.keys(values);
  const names = keys.map((key) => (language === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key));
  const free = () => {
    for (let n = keys.length + 1; ; n++) if (!names.includes(`key${n}`)) return `key${n}`;
  };
  return (
    <Nest name={name} count={keys.length} noun="key">
      {names.map((key, index) => (
        <Member
          key={index}
          at={place}
          field={{ name: key, type }}
          values={values}
          language={language}
          label={
            <MapKey
              value={key}
              taken={names}
              onRename={(to) => {
                const from = keys[index] ?? key;
                setValueOnce(place, withKeyRenamed(values, from, from === key ? to : `${to}.$`));
              }}
            />
          }
        />
      ))}
      <Button small look="quiet" onClick={() => setValueOnce([...place, free()], initialValue(type))}>
        <Plus size={12} aria-hidden /> Add a key to {name}
      </Button>
    </Nest>
  );
}

/** A value that the definition of the action does not list: kept, and shown as it is. */
function UnknownMember({ at, name, value }: { at: JsonPath; name: string; value: JsonValue | undefined }) {
  const draft = useDraft(at);
  const remove = (
    <IconButton small label={`Remove ${name}`} onClick={() => setValueOnce(at, undefined)}>
      <X size={12} />
    </IconButton>
  );
  return (
    <Field
      label={name}
      help="Not among the known arguments of this action."
      problem={draft?.problem ?? null}
      aside={remove}
    >
      {(ids) => <DocumentJson ids={ids} at={at} value={value} write={(next) => setValue(at, next)} />}
    </Field>
  );
}
