import { Braces, SquareFunction, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { own, withKeyRenamed, type JsonObject, type JsonPath, type JsonValue } from '#shared/base/json';
import type { QueryLanguage } from '#shared/states/contract';
import { isExpression } from '#shared/states/fieldCheck';
import type { ArgumentField, ServiceAction } from '#shared/services/index';
import { checkArgument } from '#shared/services/argumentCheck';
import { Field, IconButton } from '../../ui/controls';
import { JsonInput, NumberInput, Select, TextInput } from '../fields/Inputs';
import { setValue, setValueOnce } from '../useField';

interface Props {
  readonly at: JsonPath;
  readonly values: JsonObject;
  readonly action: ServiceAction;
  readonly language: QueryLanguage;
}

/** The arguments of a known action: those that are required or set as fields, the others to be added. */
export function ArgumentsForm({ at, values, action, language }: Props) {
  const keys = Object.keys(values);
  const isSet = (field: ArgumentField) => keys.includes(field.name) || keys.includes(`${field.name}.$`);
  const shown = action.fields.filter((field) => field.required || isSet(field));
  const rest = action.fields.filter((field) => !shown.includes(field));
  const known = new Set(action.fields.flatMap((field) => [field.name, `${field.name}.$`]));
  const unknown = keys.filter((key) => !known.has(key));
  const missing = (action.exactlyOneOf ?? []).filter(
    (group) => group.filter((name) => keys.includes(name) || keys.includes(`${name}.$`)).length !== 1,
  );
  return (
    <section className="group" aria-label="Arguments">
      <h3>{language === 'JSONata' ? 'Arguments' : 'Parameters'}</h3>
      {missing.map((group) => (
        <p key={group.join()} className="field__problem">
          Give exactly one of {group.join(', ')}.
        </p>
      ))}
      {shown.map((field) => (
        <Argument key={field.name} at={at} field={field} values={values} language={language} />
      ))}
      {unknown.map((key) => (
        <UnknownArgument key={key} at={[...at, key]} name={key} value={values[key]} />
      ))}
      {rest.length > 0 ? (
        <select
          className="select"
          aria-label="Add an argument"
          value=""
          onChange={(event) => {
            const field = action.fields.find(({ name }) => name === event.target.value);
            if (field) setValueOnce([...at, field.name], initial(field));
          }}
        >
          <option value="">Add an argument…</option>
          {rest.map((field) => (
            <option key={field.name} value={field.name} title={field.help}>
              {field.name}
            </option>
          ))}
        </select>
      ) : null}
    </section>
  );
}

function initial({ type }: ArgumentField): JsonValue {
  switch (type.kind) {
    case 'string':
      return '';
    case 'enum':
      return type.values[0] ?? '';
    case 'integer':
    case 'number':
      return type.min ?? 0;
    case 'boolean':
      return true;
    case 'list':
      return [];
    case 'json':
    case 'map':
    case 'object':
      return {};
  }
}

interface ArgumentProps {
  readonly at: JsonPath;
  readonly field: ArgumentField;
  readonly values: JsonObject;
  readonly language: QueryLanguage;
}

/** One argument: a value of its type, or an expression in its place. */
function Argument({ at, field, values, language }: ArgumentProps) {
  const pathKey = `${field.name}.$`;
  const byPath = Object.hasOwn(values, pathKey);
  const key = byPath ? pathKey : field.name;
  const value = own(values, key);
  const expression = byPath || (language === 'JSONata' && isExpression(value));
  const [unread, setUnread] = useState<string | null>(null);
  const onProblem = useCallback((text: string | null) => setUnread(text), []);
  const problem =
    unread ??
    (value === undefined && field.required
      ? `${field.name} is required.`
      : expression || value === undefined
        ? null
        : checkArgument(field, value));
  const place = [...at, key];
  const toggle = () => {
    if (language === 'JSONata') setValueOnce(place, expression ? initial(field) : '{% $states.input %}');
    else {
      const renamed =
        value === undefined
          ? { ...values, [byPath ? field.name : pathKey]: null }
          : withKeyRenamed(values, key, byPath ? field.name : pathKey);
      setValueOnce(at, { ...renamed, [byPath ? field.name : pathKey]: byPath ? initial(field) : '$' });
    }
  };
  const aside = (
    <>
      <IconButton
        small
        label={expression ? `Fixed value for ${field.name}` : `Expression for ${field.name}`}
        aria-pressed={expression}
        onClick={toggle}
      >
        {expression ? <Braces size={13} /> : <SquareFunction size={13} />}
      </IconButton>
      {field.required || value === undefined ? null : (
        <IconButton small label={`Remove ${field.name}`} onClick={() => setValueOnce(place, undefined)}>
          <X size={12} />
        </IconButton>
      )}
    </>
  );
  const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const write = (next: JsonValue | undefined) => setValue(place, next);
  return (
    <Field label={field.name} help={field.help} required={field.required} problem={problem} aside={aside}>
      {(ids) => {
        if (expression) return <TextInput ids={ids} mono value={text} onChange={write} />;
        switch (field.type.kind) {
          case 'integer':
          case 'number':
            return <NumberInput ids={ids} value={value} onChange={write} />;
          case 'boolean':
            return (
              <Select
                ids={ids}
                value={text}
                options={['true', 'false'].map((each) => ({ value: each, label: each }))}
                onChange={(next) => write(next === 'true')}
              />
            );
          case 'enum':
            return (
              <Select
                ids={ids}
                value={text}
                options={field.type.values.map((each) => ({ value: each, label: each }))}
                onChange={write}
              />
            );
          case 'string':
            return <TextInput ids={ids} value={text} onChange={write} />;
          default:
            return <JsonInput ids={ids} value={value} onChange={write} onProblem={onProblem} />;
        }
      }}
    </Field>
  );
}

/** An argument that the definition of the action does not list: kept, and shown as it is. */
function UnknownArgument({ at, name, value }: { at: JsonPath; name: string; value: JsonValue | undefined }) {
  const [problem, setProblem] = useState<string | null>(null);
  const onProblem = useCallback((text: string | null) => setProblem(text), []);
  const remove = (
    <IconButton small label={`Remove ${name}`} onClick={() => setValueOnce(at, undefined)}>
      <X size={12} />
    </IconButton>
  );
  return (
    <Field label={name} help="Not among the known arguments of this action." problem={problem} aside={remove}>
      {(ids) => <JsonInput ids={ids} value={value} onChange={(next) => setValue(at, next)} onProblem={onProblem} />}
    </Field>
  );
}
