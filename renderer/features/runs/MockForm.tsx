import { useCallback, useRef, useState } from 'react';
import { type JsonValue, isArray } from '#shared/base/index';
import type { TaskMock, TimedTask } from '#shared/runs/index';
import { Field } from '../../ui/controls';
import { LocalJsonInput, NumberInput, Select, TextInput } from '../../ui/Inputs';
import { DurationField } from './DurationField';
import { NestedWorkflowField } from './NestedWorkflowField';

const kinds: readonly { value: TaskMock['kind']; label: string }[] = [
  { value: 'stub', label: 'Stub in the shape of the service' },
  { value: 'succeed', label: 'This result' },
  { value: 'answers', label: 'One result after the other' },
  { value: 'failFirst', label: 'Fail first, then succeed' },
  { value: 'fail', label: 'Fail' },
  { value: 'never', label: 'Never answer' },
];

/** Nobody sends a token back in a simulation: the stub is what the states of the workflow read of the answer. */
const callbackKinds = kinds.map((kind) =>
  kind.value === 'stub' ? { ...kind, label: 'What its caller would send, by what is read of it' } : kind,
);

const nestedKind = { value: 'workflow', label: 'The workflow of a file, run for real' } as const;

/** A workflow is chosen by its file. */
type FreshKind = Exclude<TaskMock['kind'], 'workflow'>;

function fresh(kind: FreshKind, errors: readonly string[]): TaskMock {
  const error = errors[0] === 'States.ALL' || errors[0] === undefined ? 'States.TaskFailed' : errors[0];
  switch (kind) {
    case 'stub':
    case 'never':
      return { kind };
    case 'succeed':
      return { kind, output: {} };
    case 'answers':
      return { kind, outputs: [{}] };
    case 'fail':
      return { kind, error, cause: 'As planned' };
    case 'failFirst':
      return { kind, times: 2, error, cause: 'As planned' };
  }
}

/**
 * What answers a task in a run.
 * @param resource the Resource of the task
 * @param errors names that a failure may have, most useful first
 */
export function MockForm({
  task,
  resource,
  mock,
  errors,
  onChange,
}: {
  task: TimedTask;
  resource: string;
  mock: TaskMock;
  errors: readonly string[];
  onChange: (mock: TaskMock) => void;
}) {
  const { name } = task;
  const startsExecution = /:states:startExecution(\.sync(:2)?)?$/.test(resource);
  const waitsForToken = resource.endsWith('.waitForTaskToken');
  const [unread, setUnread] = useState<string | null>(null);
  const onProblem = useCallback((text: string | null) => setUnread(text), []);
  const left = useRef(new Map<TaskMock['kind'], TaskMock>());
  /** The answer of another kind: as it was when that kind was left. */
  const ofKind = (kind: FreshKind): TaskMock => {
    left.current.set(mock.kind, mock);
    return left.current.get(kind) ?? fresh(kind, errors);
  };
  return (
    <div className="run-mock" role="group" aria-label={`Answer of ${name}`}>
      <Field label={name}>
        {(ids) => (
          <Select
            ids={ids}
            value={mock.kind}
            options={mock.kind === 'workflow' ? [...kinds, nestedKind] : waitsForToken ? callbackKinds : kinds}
            onChange={(kind) => kind !== 'workflow' && onChange(ofKind(kind as FreshKind))}
          />
        )}
      </Field>
      {startsExecution ? <NestedWorkflowField mock={mock} onChange={onChange} /> : null}
      {mock.kind === 'succeed' ? (
        <Field label="Result" problem={unread}>
          {(ids) => (
            <LocalJsonInput
              ids={ids}
              value={mock.output}
              onProblem={onProblem}
              onChange={(output: JsonValue | undefined) => onChange({ ...mock, output: output ?? null })}
            />
          )}
        </Field>
      ) : null}
      {mock.kind === 'answers' ? (
        <Field label="Results" help="A list: one for each call, the last for all that follow." problem={unread}>
          {(ids) => (
            <LocalJsonInput
              ids={ids}
              value={mock.outputs}
              onProblem={onProblem}
              onChange={(outputs: JsonValue | undefined) =>
                isArray(outputs) && outputs.length > 0 && onChange({ ...mock, outputs })
              }
            />
          )}
        </Field>
      ) : null}
      {mock.kind === 'failFirst' ? (
        <Field label="Times">
          {(ids) => (
            <NumberInput
              ids={ids}
              value={mock.times}
              onChange={(times) => typeof times === 'number' && onChange({ ...mock, times })}
            />
          )}
        </Field>
      ) : null}
      {mock.kind === 'fail' || mock.kind === 'failFirst' ? (
        <>
          <Field label="Error">
            {(ids) => <TextInput ids={ids} value={mock.error} onChange={(error) => onChange({ ...mock, error })} />}
          </Field>
          <Field label="Cause">
            {(ids) => <TextInput ids={ids} value={mock.cause} onChange={(cause) => onChange({ ...mock, cause })} />}
          </Field>
        </>
      ) : null}
      {mock.kind === 'succeed' || mock.kind === 'fail' ? (
        <Field label="After (s)" help="For this answer alone.">
          {(ids) => (
            <NumberInput
              ids={ids}
              value={mock.delaySeconds}
              onChange={(seconds) => onChange(withDelay(mock, seconds))}
            />
          )}
        </Field>
      ) : null}
      {mock.kind === 'never' || mock.kind === 'workflow' ? null : <DurationField task={task} />}
    </div>
  );
}

function withDelay<Mock extends TaskMock & { kind: 'succeed' | 'fail' }>(
  mock: Mock,
  seconds: JsonValue | undefined,
): Mock {
  const { delaySeconds: _old, ...rest } = mock;
  return (typeof seconds === 'number' ? { ...rest, delaySeconds: seconds } : rest) as Mock;
}
