import { X } from 'lucide-react';
import { type JsonPath, type JsonValue, isObject } from '#shared/base/index';
import { type QueryLanguage, isExpression } from '#shared/asl/index';
import { type StateField, checkField } from '#shared/states/index';
import { useProblemAt } from '../../../editor/diagnostics/useProblems';
import { useDraft } from '../../../editor/drafts';
import { Completing } from '../../../editor/forms/Completing';
import { DocumentJson } from '../../../editor/forms/DocumentJson';
import { LiveValue } from '../../../editor/forms/LiveValue';
import { Field, IconButton } from '../../../ui/controls';
import { setValue, setValueOnce, useValue } from '../useField';
import { NumberInput, Select, TextInput, type InputIds } from '../../../ui/Inputs';

interface Props {
  readonly field: StateField;
  /** Path of the state. */
  readonly at: JsonPath;
  readonly language: QueryLanguage;
}

/** The control for one field of a state, by its kind. An empty control takes the field away. */
export function StateFieldEditor({ field, at, language }: Props) {
  const place = [...at, field.name];
  const value = useValue(place);
  const reported = useProblemAt(place);
  const draft = useDraft(place);
  const problem = draft?.problem ?? checkField(field, value, language) ?? reported;
  const write = (next: JsonValue | undefined) => {
    const others =
      next === undefined ? [] : (field.excludes ?? []).map((name) => ({ at: [...at, name], value: undefined }));
    setValue(place, next, others);
  };
  const clear =
    value === undefined && !draft ? null : (
      <IconButton small label={`Remove ${field.label}`} onClick={() => setValueOnce(place, undefined)}>
        <X size={12} />
      </IconButton>
    );
  return (
    <div className="field">
      <Field label={field.label} help={field.help} problem={problem} aside={clear}>
        {(ids) => (
          <Completing at={place} form={/^json/.test(field.kind.kind) ? 'json' : 'text'}>
            <Control field={field} at={place} ids={ids} value={value} language={language} write={write} />
          </Completing>
        )}
      </Field>
      <LiveValue at={place} />
    </div>
  );
}

interface ControlProps {
  field: StateField;
  at: JsonPath;
  ids: InputIds;
  value: JsonValue | undefined;
  language: QueryLanguage;
  write: (value: JsonValue | undefined) => void;
}

function Control({ field, at, ids, value, language, write }: ControlProps) {
  const { kind } = field;
  const textValue = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
  const text = (next: string) => write(next === '' ? undefined : next);
  const expression = language === 'JSONata' && field.expression;
  switch (kind.kind) {
    case 'number':
      return (
        <NumberInput
          ids={ids}
          value={value}
          onChange={write}
          placeholder={expression ? 'Number or {% expression %}' : undefined}
        />
      );
    case 'enum':
      return (
        <Select
          ids={ids}
          value={textValue}
          options={[
            { value: '', label: 'Not set' },
            ...kind.values.map((option) => ({ value: option, label: option })),
          ]}
          onChange={text}
        />
      );
    case 'path':
    case 'referencePath':
      return (
        <TextInput
          ids={ids}
          mono
          value={value === null ? 'null' : textValue}
          placeholder="$"
          onChange={(next) => write(next === '' ? undefined : next === 'null' && kind.allowsNull ? null : next)}
        />
      );
    case 'timestamp':
      return (
        <TextInput
          ids={ids}
          mono
          value={textValue}
          placeholder={expression ? '2026-01-31T09:00:00Z or {% expression %}' : '2026-01-31T09:00:00Z'}
          onChange={text}
        />
      );
    case 'json':
    case 'jsonObject':
      return (
        <DocumentJson ids={ids} at={at} value={value} write={write} placeholder={placeholderFor(field, language)} />
      );
    case 'text':
    case 'custom':
      return (
        <TextInput
          ids={ids}
          value={textValue}
          multiline={kind.kind === 'text' && kind.multiline === true}
          mono={isExpression(value) || isObject(value)}
          onChange={text}
        />
      );
  }
}

function placeholderFor(field: StateField, language: QueryLanguage): string {
  if (field.name === 'Assign')
    return language === 'JSONata' ? '{ "total": "{% $states.result.total %}" }' : '{ "total.$": "$.total" }';
  if (language === 'JSONata') return '{% $states.input %}';
  return '{ "name.$": "$.path" }';
}
