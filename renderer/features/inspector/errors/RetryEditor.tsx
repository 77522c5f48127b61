import { Plus, Trash2 } from 'lucide-react';
import { errorNamesFor } from '#shared/language/index';
import { type JsonObject, type JsonPath, isArray, isObject, own } from '#shared/base/index';
import { type StatePath, toJsonPath } from '#shared/workflow/index';
import { reorder } from '#shared/workflow/edits/reorder';
import { useProblemAt } from '../../../editor/diagnostics/useProblems';
import { applyEdit } from '../../../editor/editing';
import { Button, Field, IconButton, Segmented } from '../../../ui/controls';
import { Order } from '../containers';
import { NumberInput } from '../../../ui/Inputs';
import { setValue, setValueOnce } from '../useField';
import { DelayChart } from './DelayChart';
import { ErrorNames } from './ErrorNames';

const numbers = [
  { name: 'IntervalSeconds', label: 'Interval', unit: 's', otherwise: '1' },
  { name: 'MaxAttempts', label: 'Attempts', unit: '', otherwise: '3' },
  { name: 'BackoffRate', label: 'Backoff', unit: '×', otherwise: '2' },
  { name: 'MaxDelaySeconds', label: 'Max delay', unit: 's', otherwise: '—' },
] as const;

/** The retriers of a state, tried in order. */
export function RetryEditor({ path, state }: { path: StatePath; state: JsonObject }) {
  const at = [...toJsonPath(path), 'Retry'];
  const value = own(state, 'Retry');
  const list = isArray(value) ? value : [];
  const problem = useProblemAt(at);
  const remove = (index: number) => {
    const left = list.filter((_, other) => other !== index);
    setValueOnce(at, left.length > 0 ? left : undefined);
  };
  // States.ALL has to stay last, so a new retrier goes before it.
  const add = () => {
    const all = list.findIndex((item) => isObject(item) && catchesAll(item));
    const fresh = {
      ErrorEquals: [all < 0 ? 'States.ALL' : 'States.Timeout'],
      IntervalSeconds: 1,
      MaxAttempts: 3,
      BackoffRate: 2,
    };
    setValueOnce(at, all < 0 ? [...list, fresh] : [...list.slice(0, all), fresh, ...list.slice(all)]);
  };
  return (
    <section className="group" aria-label="Retry">
      <h3>Retry</h3>
      <p className="note">Tried in order: the first retrier that lists the error decides.</p>
      {problem === null ? null : <p className="field__problem">{problem}</p>}
      {list.map((retrier, index) =>
        isObject(retrier) ? (
          <div key={index} className="entry" role="group" aria-label={`Retrier ${index + 1}`}>
            <div className="entry__head">
              <span>Retrier {index + 1}</span>
              <Order
                index={index}
                count={list.length}
                what={`retrier ${index + 1}`}
                move={(to) => applyEdit(reorder, { at, from: index, to })}
              />
              <IconButton small label={`Remove retrier ${index + 1}`} onClick={() => remove(index)}>
                <Trash2 size={13} />
              </IconButton>
            </div>
            <ErrorNames at={[...at, index]} suggestions={errorNamesFor(state)} />
            <div className="entry__numbers">
              {numbers.map((field) => (
                <RetrierNumber
                  key={field.name}
                  at={[...at, index, field.name]}
                  value={own(retrier, field.name)}
                  {...field}
                />
              ))}
            </div>
            <Field label="Jitter">
              {() => (
                <Segmented
                  fill
                  label="Jitter"
                  value={own(retrier, 'JitterStrategy') === 'FULL' ? 'FULL' : 'NONE'}
                  onChange={(next) =>
                    setValueOnce([...at, index, 'JitterStrategy'], next === 'FULL' ? 'FULL' : undefined)
                  }
                  options={[
                    { value: 'NONE', label: 'None' },
                    { value: 'FULL', label: 'Full' },
                  ]}
                />
              )}
            </Field>
            <DelayChart retrier={retrier} />
          </div>
        ) : null,
      )}
      <Button small onClick={add}>
        <Plus size={13} aria-hidden /> Add retrier
      </Button>
    </section>
  );
}

interface NumberProps {
  at: JsonPath;
  value: JsonObject[string] | undefined;
  label: string;
  unit: string;
  otherwise: string;
}

function RetrierNumber({ at, value, label, unit, otherwise }: NumberProps) {
  const problem = useProblemAt(at);
  return (
    <Field label={unit === '' ? label : `${label} (${unit})`} problem={problem}>
      {(ids) => <NumberInput ids={ids} value={value} placeholder={otherwise} onChange={(next) => setValue(at, next)} />}
    </Field>
  );
}

function catchesAll(item: JsonObject): boolean {
  const errors = own(item, 'ErrorEquals');
  return isArray(errors) && errors.includes('States.ALL');
}
