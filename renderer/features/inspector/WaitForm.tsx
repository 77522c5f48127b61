import { Timer } from 'lucide-react';
import { useState } from 'react';
import { type JsonObject, own } from '#shared/base/index';
import type { QueryLanguage } from '#shared/asl/index';
import { stateTypes } from '#shared/states/index';
import { type StatePath, toJsonPath } from '#shared/workflow/index';
import { insertWaitBefore } from '#shared/workflow/edits/insertWaitBefore';
import { applyEdit } from '../../editor/editing';
import { Button, Field } from '../../ui/controls';
import { NumberInput, Select } from '../../ui/Inputs';
import { StateFieldEditor } from './fields/StateFieldEditor';
import { setValueOnce } from './useField';

const forms: readonly { value: string; label: string; language?: QueryLanguage; initial: string | number }[] = [
  { value: 'Seconds', label: 'Fixed interval in seconds', initial: 60 },
  { value: 'Timestamp', label: 'Until a fixed moment', initial: '2027-01-01T00:00:00Z' },
  { value: 'SecondsPath', label: 'Seconds from the input', language: 'JSONPath', initial: '$.seconds' },
  { value: 'TimestampPath', label: 'Moment from the input', language: 'JSONPath', initial: '$.until' },
];

/** The forms in which a Wait state says how long. In JSONata, Seconds and Timestamp take expressions instead of paths. */
export function WaitForm({ path, state, language }: { path: StatePath; state: JsonObject; language: QueryLanguage }) {
  const at = toJsonPath(path);
  const current = forms.find(({ value }) => own(state, value) !== undefined);
  const choose = (value: string) => {
    const form = forms.find((each) => each.value === value);
    if (!form || form === current) return;
    const others = forms.filter((each) => each !== form && own(state, each.value) !== undefined);
    setValueOnce(
      [...at, form.value],
      form.initial,
      others.map((each) => ({ at: [...at, each.value], value: undefined })),
    );
  };
  const field = stateTypes.Wait.fields.find(({ name }) => name === current?.value);
  const offered = forms.filter((form) => form.language === undefined || form.language === language || form === current);
  return (
    <>
      <Field label="Wait">
        {(ids) => <Select ids={ids} value={current?.value ?? ''} options={offered} onChange={choose} />}
      </Field>
      {field ? <StateFieldEditor key={field.name} field={field} at={at} language={language} /> : null}
    </>
  );
}

/** "Wait before this step": puts a Wait state in front of the state. */
export function WaitBefore({ path, language }: { path: StatePath; language: QueryLanguage }) {
  const [seconds, setSeconds] = useState<unknown>(30);
  const valid = typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 0 && seconds <= 99_999_999;
  const insert = () => {
    if (valid)
      applyEdit(insertWaitBefore, { state: path, wait: { ...stateTypes.Wait.template(language), Seconds: seconds } });
  };
  return (
    <Field
      label="Wait before this step"
      help="Inserts a Wait state that everything leading here goes through."
      problem={valid ? null : 'Give whole seconds from 0 to 99999999.'}
    >
      {(ids) => (
        <div className="row">
          <NumberInput ids={ids} value={seconds as number} onChange={setSeconds} />
          <span className="inspector__unit">s</span>
          <Button disabled={!valid} onClick={insert}>
            <Timer size={14} aria-hidden /> Insert wait
          </Button>
        </div>
      )}
    </Field>
  );
}
