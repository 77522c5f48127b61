import type { JsonPath, JsonValue } from '#shared/base/index';
import type { ValueType } from '#shared/services/index';
import { NumberInput, Select, TextInput, type InputIds } from '../../../ui/Inputs';
import { setValue } from '../useField';
import { DocumentJson } from '../../../editor/forms/DocumentJson';
import { ArnInput } from '../../../editor/forms/ArnInput';

interface Props {
  readonly ids: InputIds;
  readonly type: ValueType;
  readonly value: JsonValue | undefined;
  readonly place: JsonPath;
}

/** One control for a literal. A value of another kind than the type wants is shown as JSON: it stays as it is. */
export function LeafInput({ ids, type, value, place }: Props) {
  const write = (next: JsonValue | undefined) => setValue(place, next);
  const text = typeof value === 'string' ? value : '';
  if (value === undefined || typeof value === 'string') {
    if (type.kind === 'string') {
      return type.arn === undefined ? (
        <TextInput ids={ids} value={text} onChange={write} multiline={(type.max ?? 0) > 2048 && text.includes('\n')} />
      ) : (
        <ArnInput ids={ids} shape={type.arn} nameToo={type.nameToo === true} value={text} onChange={write} />
      );
    }
    if (type.kind === 'enum') {
      const options = type.values.map((each) => ({ value: each, label: each }));
      return <Select ids={ids} value={text} options={options} onChange={write} />;
    }
  }
  switch (type.kind) {
    case 'integer':
    case 'number':
      return <NumberInput ids={ids} value={value} onChange={write} />;
    case 'boolean':
      return (
        <Select
          ids={ids}
          value={value === undefined ? '' : String(value as boolean | string)}
          options={['true', 'false'].map((each) => ({ value: each, label: each }))}
          onChange={(next) => write(next === 'true')}
        />
      );
    default:
      return <DocumentJson ids={ids} at={place} value={value} write={write} />;
  }
}
