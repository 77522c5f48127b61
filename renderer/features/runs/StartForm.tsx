import { own } from '#shared/base/index';
import { useCallback, useState } from 'react';
import { errorNamesFor } from '#shared/language/index';
import { type JsonValue, isArray, isObject } from '#shared/base/index';
import { allStates } from '#shared/workflow/index';
import { useAccess } from '../../editor/policies';
import { documentOf, type Session } from '../../editor/session';
import { Field, Segmented } from '../../ui/controls';
import { LocalJsonInput, NumberInput, Select, TextInput } from '../../ui/Inputs';
import { type TaskMock, type TimedTask, sampleMocks, suggestInput, timedTasks } from '#shared/runs/index';
import { DurationField } from './DurationField';
import { MockFileField } from './MockFileField';
import { NestedWorkflowField } from './NestedWorkflowField';
import { ObjectsField } from './ObjectsField';
import { configure, useConfiguration } from '../../editor/runs/runStore';
import { Button } from '../../ui/controls';

/** What a run starts with: its input, its seed, and what answers each task. */
export function StartForm({ session }: { session: Session }) {
  const configuration = useConfiguration(session.id);
  const document = documentOf(session);
  const samples = document ? sampleMocks(document) : {};
  const policies = useAccess(session.workflow).policies.length;
  const states = new Map(document ? allStates(document.definition).map(({ name, state }) => [name, state]) : []);
  const tasks = document ? timedTasks(document) : [];
  const readsFiles = document ? allStates(document.definition).some(({ state }) => own(state, 'ItemReader')) : false;
  const problem = inputProblem(configuration.inputText);
  return (
    <div className="run-start">
      <div className="run-start__input">
        <Field
          label="Input"
          problem={problem}
          aside={
            document ? (
              <Button
                small
                look="quiet"
                onClick={() =>
                  configure(session.id, { inputText: JSON.stringify(suggestInput(document.definition), null, 2) })
                }
              >
                Suggest
              </Button>
            ) : null
          }
        >
          {(ids) => (
            <textarea
              id={ids.id}
              aria-describedby={ids.describedBy}
              aria-invalid={ids.invalid}
              className="input input--mono"
              rows={7}
              spellCheck={false}
              value={configuration.inputText}
              onChange={(event) => configure(session.id, { inputText: event.target.value })}
            />
          )}
        </Field>
        <div className="entry__numbers">
          <Field label="Seed" help="The same seed gives the same run.">
            {(ids) => (
              <NumberInput
                ids={ids}
                value={configuration.seed}
                onChange={(seed) => typeof seed === 'number' && configure(session.id, { seed })}
              />
            )}
          </Field>
          <Field label="Type">
            {() => (
              <Segmented
                fill
                label="Type"
                value={configuration.type}
                onChange={(type) => configure(session.id, { type })}
                options={[
                  { value: 'STANDARD', label: 'Standard' },
                  { value: 'EXPRESS', label: 'Express' },
                ]}
              />
            )}
          </Field>
        </div>
        <label className="run-start__check">
          <input
            type="checkbox"
            checked={configuration.breakOnError}
            onChange={(event) => configure(session.id, { breakOnError: event.target.checked })}
          />{' '}
          Stop at any error
        </label>
        <label className="run-start__check" title="Steps that the policies deny fail as AWS fails them">
          <input
            type="checkbox"
            checked={configuration.withPolicies}
            disabled={policies === 0}
            onChange={(event) => configure(session.id, { withPolicies: event.target.checked })}
          />{' '}
          {policies === 0
            ? 'With policies: none in the Access view yet'
            : `With the ${policies === 1 ? 'policy' : `${policies} policies`} of the Access view`}
        </label>
      </div>
      <div className="run-start__answers">
        {readsFiles ? <ObjectsField session={session} /> : null}
        <h3>What answers each task</h3>
        <MockFileField session={session} />
        {tasks.length === 0 ? <p className="note">There are no tasks.</p> : null}
        {tasks.map((task) => (
          <MockForm
            key={task.name}
            task={task}
            startsExecution={/:states:startExecution(\.sync(:2)?)?$/.test(
              String(own(states.get(task.name) ?? {}, 'Resource')),
            )}
            waitsForToken={/\.waitForTaskToken$/.test(String(own(states.get(task.name) ?? {}, 'Resource')))}
            errors={errorNamesFor(states.get(task.name) ?? {})}
            mock={configuration.mocks[task.name] ?? samples[task.name] ?? { kind: 'stub' }}
            onChange={(mock) => configure(session.id, { mocks: { ...configuration.mocks, [task.name]: mock } })}
          />
        ))}
      </div>
    </div>
  );
}

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

function MockForm({
  task,
  startsExecution,
  waitsForToken,
  mock,
  errors,
  onChange,
}: {
  task: TimedTask;
  startsExecution: boolean;
  waitsForToken: boolean;
  mock: TaskMock;
  errors: readonly string[];
  onChange: (mock: TaskMock) => void;
}) {
  const { name } = task;
  const [unread, setUnread] = useState<string | null>(null);
  const onProblem = useCallback((text: string | null) => setUnread(text), []);
  return (
    <div className="run-mock" role="group" aria-label={`Answer of ${name}`}>
      <Field label={name}>
        {(ids) => (
          <Select
            ids={ids}
            value={mock.kind}
            options={mock.kind === 'workflow' ? [...kinds, nestedKind] : waitsForToken ? callbackKinds : kinds}
            onChange={(kind) => kind !== 'workflow' && onChange(fresh(kind as FreshKind, errors))}
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

function inputProblem(text: string): string | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) || isArray(value) || value !== undefined ? null : 'Not JSON';
  } catch (problem) {
    return `Not JSON yet: ${problem instanceof Error ? problem.message : ''}`;
  }
}
