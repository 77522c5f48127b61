import type { StepMock, StepTest } from '#shared/runs/index';
import { jsonProblem } from '#shared/workflow/index';
import { Field } from '../../ui/controls';
import { NumberInput, Select, TextInput } from '../../ui/Inputs';

interface Props {
  readonly test: StepTest;
  /** The type of the state: others than Task, Map and Parallel do no work that could be mocked. */
  readonly type: string;
  readonly onChange: (change: Partial<StepTest>) => void;
}

const kinds = [
  { value: 'stub', label: 'Stub in the shape of the service' },
  { value: 'result', label: 'This result' },
  { value: 'error', label: 'This error' },
] as const;

const fresh: Readonly<Record<StepMock['kind'], StepMock>> = {
  stub: { kind: 'stub' },
  result: { kind: 'result', text: '{}' },
  error: { kind: 'error', error: 'States.TaskFailed', cause: 'As planned' },
};

/** What a state is given that is tested alone. */
export function StepTestForm({ test, type, onChange }: Props) {
  const { inputText, variablesText, mock, retries } = test;
  const works = type === 'Task' || type === 'Map' || type === 'Parallel';
  // TestState runs no branches and iterations: their result is given.
  const offered = type === 'Task' ? kinds : kinds.filter(({ value }) => value !== 'stub');
  return (
    <>
      <Field label="Input" problem={jsonProblem(inputText)}>
        {(ids) => (
          <TextInput ids={ids} mono multiline value={inputText} onChange={(text) => onChange({ inputText: text })} />
        )}
      </Field>
      <Field label="Variables" problem={variablesText.trim() === '' ? null : jsonProblem(variablesText)}>
        {(ids) => (
          <TextInput
            ids={ids}
            mono
            multiline
            value={variablesText}
            placeholder="None"
            onChange={(text) => onChange({ variablesText: text })}
          />
        )}
      </Field>
      {works ? (
        <>
          <Field label="Answered by">
            {(ids) => (
              <Select
                ids={ids}
                value={mock.kind}
                options={offered}
                onChange={(kind) => onChange({ mock: fresh[kind as StepMock['kind']] })}
              />
            )}
          </Field>
          {mock.kind === 'result' ? (
            <Field label="Result" problem={jsonProblem(mock.text)}>
              {(ids) => (
                <TextInput
                  ids={ids}
                  mono
                  multiline
                  value={mock.text}
                  onChange={(text) => onChange({ mock: { ...mock, text } })}
                />
              )}
            </Field>
          ) : null}
          {mock.kind === 'error' ? (
            <>
              <Field label="Error">
                {(ids) => (
                  <TextInput
                    ids={ids}
                    value={mock.error}
                    onChange={(error) => onChange({ mock: { ...mock, error } })}
                  />
                )}
              </Field>
              <Field label="Cause">
                {(ids) => (
                  <TextInput
                    ids={ids}
                    value={mock.cause}
                    onChange={(cause) => onChange({ mock: { ...mock, cause } })}
                  />
                )}
              </Field>
              <Field label="Retries before" help="How often its retriers have tried already.">
                {(ids) => (
                  <NumberInput
                    ids={ids}
                    value={retries}
                    onChange={(count) => onChange({ retries: typeof count === 'number' && count > 0 ? count : 0 })}
                  />
                )}
              </Field>
            </>
          ) : null}
        </>
      ) : null}
    </>
  );
}
