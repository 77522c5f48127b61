import { useCallback, useState } from 'react';
import { isArray, isObject, own, type JsonValue } from '#shared/base/json';
import { allStates } from '#shared/workflow/scopes';
import { useAccess } from '../../editor/accessStore';
import { documentOf, type Session } from '../../editor/session';
import { Field, Segmented } from '../../ui/controls';
import { errorNamesFor } from '../../editor/offeredErrors';
import { JsonInput, NumberInput, Select, TextInput } from '../../ui/Inputs';
import { keptAnswers, type AnswerPlan } from '#shared/runs/answers';
import { suggestInput } from '#shared/runs/suggestInput';
import { MockFileField } from './MockFileField';
import { setBench, useBench } from '../../editor/runs/runStore';
import { Button } from '../../ui/controls';

/** What a run starts with: its input, its seed, and what answers each task. */
export function StartForm({ session }: { session: Session }) {
  const bench = useBench(session.id);
  const document = documentOf(session);
  const kept = document ? keptAnswers(document) : {};
  const policies = useAccess(session.name).policies.length;
  const tasks = document ? allStates(document.definition).filter(({ state }) => own(state, 'Type') === 'Task') : [];
  const problem = inputProblem(bench.inputText);
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
                  setBench(session.id, { inputText: JSON.stringify(suggestInput(document.definition), null, 2) })
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
              value={bench.inputText}
              onChange={(event) => setBench(session.id, { inputText: event.target.value })}
            />
          )}
        </Field>
        <div className="entry__numbers">
          <Field label="Seed" help="The same seed gives the same run.">
            {(ids) => (
              <NumberInput
                ids={ids}
                value={bench.seed}
                onChange={(seed) => typeof seed === 'number' && setBench(session.id, { seed })}
              />
            )}
          </Field>
          <Field label="Type">
            {() => (
              <Segmented
                fill
                label="Type"
                value={bench.type}
                onChange={(type) => setBench(session.id, { type })}
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
            checked={bench.breakOnError}
            onChange={(event) => setBench(session.id, { breakOnError: event.target.checked })}
          />{' '}
          Stop at any error
        </label>
        <label className="run-start__check" title="Steps that the policies deny fail as AWS fails them">
          <input
            type="checkbox"
            checked={bench.withPolicies === true}
            disabled={policies === 0}
            onChange={(event) => setBench(session.id, { withPolicies: event.target.checked })}
          />{' '}
          {policies === 0
            ? 'With policies: none in the Access view yet'
            : `With the ${policies === 1 ? 'policy' : `${policies} policies`} of the Access view`}
        </label>
      </div>
      <div className="run-start__answers">
        <h3>What answers each task</h3>
        <MockFileField session={session} />
        {tasks.length === 0 ? <p className="inspector__note">There are no tasks.</p> : null}
        {tasks.map(({ name, state }) => (
          <AnswerForm
            key={name}
            name={name}
            errors={errorNamesFor(state)}
            plan={bench.answers[name] ?? kept[name] ?? { kind: 'stub' }}
            onChange={(plan) => setBench(session.id, { answers: { ...bench.answers, [name]: plan } })}
          />
        ))}
      </div>
    </div>
  );
}

const kinds: readonly { value: AnswerPlan['kind']; label: string }[] = [
  { value: 'stub', label: 'Stub in the shape of the service' },
  { value: 'succeed', label: 'This result' },
  { value: 'failFirst', label: 'Fail first, then succeed' },
  { value: 'fail', label: 'Fail' },
  { value: 'never', label: 'Never answer' },
];

function fresh(kind: AnswerPlan['kind'], errors: readonly string[]): AnswerPlan {
  const error = errors[0] === 'States.ALL' || errors[0] === undefined ? 'States.TaskFailed' : errors[0];
  switch (kind) {
    case 'stub':
    case 'never':
      return { kind };
    case 'succeed':
      return { kind, output: {} };
    case 'fail':
      return { kind, error, cause: 'As planned' };
    case 'failFirst':
      return { kind, times: 2, error, cause: 'As planned' };
  }
}

function AnswerForm({
  name,
  plan,
  errors,
  onChange,
}: {
  name: string;
  plan: AnswerPlan;
  errors: readonly string[];
  onChange: (plan: AnswerPlan) => void;
}) {
  const [unread, setUnread] = useState<string | null>(null);
  const onProblem = useCallback((text: string | null) => setUnread(text), []);
  return (
    <div className="answer" role="group" aria-label={`Answer of ${name}`}>
      <Field label={name}>
        {(ids) => (
          <Select
            ids={ids}
            value={plan.kind}
            options={kinds}
            onChange={(kind) => onChange(fresh(kind as AnswerPlan['kind'], errors))}
          />
        )}
      </Field>
      {plan.kind === 'succeed' ? (
        <Field label="Result" problem={unread}>
          {(ids) => (
            <JsonInput
              ids={ids}
              value={plan.output}
              onProblem={onProblem}
              onChange={(output: JsonValue | undefined) => onChange({ ...plan, output: output ?? null })}
            />
          )}
        </Field>
      ) : null}
      {plan.kind === 'failFirst' ? (
        <Field label="Times">
          {(ids) => (
            <NumberInput
              ids={ids}
              value={plan.times}
              onChange={(times) => typeof times === 'number' && onChange({ ...plan, times })}
            />
          )}
        </Field>
      ) : null}
      {plan.kind === 'fail' || plan.kind === 'failFirst' ? (
        <>
          <Field label="Error">
            {(ids) => <TextInput ids={ids} value={plan.error} onChange={(error) => onChange({ ...plan, error })} />}
          </Field>
          <Field label="Cause">
            {(ids) => <TextInput ids={ids} value={plan.cause} onChange={(cause) => onChange({ ...plan, cause })} />}
          </Field>
        </>
      ) : null}
      {plan.kind === 'succeed' || plan.kind === 'fail' ? (
        <Field label="After (s)">
          {(ids) => (
            <NumberInput
              ids={ids}
              value={plan.delaySeconds}
              placeholder="0"
              onChange={(seconds) => onChange(withDelay(plan, seconds))}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}

function withDelay<Plan extends AnswerPlan & { kind: 'succeed' | 'fail' }>(
  plan: Plan,
  seconds: JsonValue | undefined,
): Plan {
  const { delaySeconds: _old, ...rest } = plan;
  return (typeof seconds === 'number' ? { ...rest, delaySeconds: seconds } : rest) as Plan;
}

function inputProblem(text: string): string | null {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) || isArray(value) || value !== undefined ? null : 'Not JSON';
  } catch (problem) {
    return `Not JSON yet: ${problem instanceof Error ? problem.message : ''}`;
  }
}
