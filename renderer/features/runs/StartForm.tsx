import { errorNamesFor } from '#shared/language/index';
import { own } from '#shared/base/index';
import { allStates, jsonProblem } from '#shared/workflow/index';
import { useAccess } from '../../editor/policies';
import { documentOf, type Session } from '../../editor/session';
import { Button, Field, Segmented } from '../../ui/controls';
import { NumberInput } from '../../ui/Inputs';
import { sampleMocks, suggestInput, timedTasks } from '#shared/runs/index';
import { MockFileField } from './MockFileField';
import { MockForm } from './MockForm';
import { ObjectsField } from './ObjectsField';
import { configure, useConfiguration } from '../../editor/runs/runStore';

/** What a run starts with: its input, its seed, and what answers each task. */
export function StartForm({ session }: { session: Session }) {
  const configuration = useConfiguration(session.id);
  const document = documentOf(session);
  const samples = document ? sampleMocks(document) : {};
  const policies = useAccess(session.workflow).policies.length;
  const states = new Map(document ? allStates(document.definition).map(({ name, state }) => [name, state]) : []);
  const tasks = document ? timedTasks(document) : [];
  const readsFiles = document ? allStates(document.definition).some(({ state }) => own(state, 'ItemReader')) : false;
  const problem = jsonProblem(configuration.inputText);
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
            resource={String(own(states.get(task.name) ?? {}, 'Resource'))}
            errors={errorNamesFor(states.get(task.name) ?? {})}
            mock={configuration.mocks[task.name] ?? samples[task.name] ?? { kind: 'stub' }}
            onChange={(mock) => configure(session.id, { mocks: { ...configuration.mocks, [task.name]: mock } })}
          />
        ))}
      </div>
    </div>
  );
}
