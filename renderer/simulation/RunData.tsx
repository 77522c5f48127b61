import { useState } from 'react';
import type { Attempt, StateVisit } from '#shared/history/runView';
import { duration } from '../canvas/cardFacts';
import { Button, Field } from '../ui/controls';
import { JsonInput } from '../inspector/fields/Inputs';
import type { JsonValue } from '#shared/base/json';
import type { Run } from './run';
import { changeAndGoOn } from './running';
import { statusLabels, statusOf } from './summary';
import { useRun } from './useRun';

/** What happened in a state: each visit with its input, attempts, output and variables. */
export function RunData({ name }: { name: string }) {
  const shown = useRun();
  const [chosen, setChosen] = useState<number | null>(null);
  const visits = shown?.view.visits.filter((visit) => visit.name === name) ?? [];
  if (!shown || visits.length === 0) {
    return (
      <div className="empty">
        <strong>{shown ? 'Not come to yet' : 'No run yet'}</strong>
        {shown
          ? 'The run has not entered this state at the event that is shown.'
          : 'Press Run or F5 to see what goes in and what comes out.'}
      </div>
    );
  }
  // Failed visits first: they are what people look for.
  const ordered = [...visits].sort(
    (a, b) => Number(b.status === 'failed') - Number(a.status === 'failed') || a.id - b.id,
  );
  const visit = visits.find((each) => each.id === chosen) ?? visits.at(-1);
  if (!visit) return null;
  const entry = visits.filter((each) => each.id < visit.id).length;
  return (
    <>
      {visits.length > 1 ? (
        <select
          className="select"
          aria-label="Visit"
          value={visit.id}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {ordered.map((each) => (
            <option key={each.id} value={each.id}>
              {each.scope.kind === 'iteration' ? `Iteration ${each.scope.index}` : `Visit ${visits.indexOf(each) + 1}`}{' '}
              · {statusLabels[statusOf(each)]}
            </option>
          ))}
        </select>
      ) : null}
      <p className={`run-data__status status--${statusOf(visit)}`}>
        {statusLabels[statusOf(visit)]}
        {visit.exitedTime === undefined ? '' : ` in ${duration((visit.exitedTime - visit.enteredTime) / 1000)}`}
      </p>
      <Json label="Input" text={visit.input} />
      {visit.attempts.map((attempt, index) => (
        <AttemptView key={index} attempt={attempt} index={index} />
      ))}
      {visit.error === undefined ? null : (
        <Json label="Error" text={JSON.stringify({ Error: visit.error, Cause: visit.cause })} />
      )}
      {visit.assigned === undefined ? null : (
        <Json
          label="Variables assigned"
          text={`{${Object.entries(visit.assigned)
            .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
            .join(',')}}`}
        />
      )}
      <Json label="Output" text={visit.output} />
      {shown.run.request && visit.type === 'Task' && visit.attempts.length > 0 ? (
        <ChangeAnswer key={`${visit.id}:${visit.attempts.length}`} run={shown.run} visit={visit} entry={entry} />
      ) : null}
    </>
  );
}

function AttemptView({ attempt, index }: { attempt: Attempt; index: number }) {
  const failed = attempt.status === 'failed' || attempt.status === 'timedOut';
  return (
    <div className="entry" role="group" aria-label={`Attempt ${index + 1}`}>
      <div className="entry__head">
        <span>
          Attempt {index + 1}
          {attempt.backOffMs !== undefined && attempt.backOffMs > 0
            ? ` · after a back-off of ${duration(attempt.backOffMs / 1000)}`
            : ''}
        </span>
      </div>
      {attempt.parameters === undefined ? null : <Json label="Called with" text={attempt.parameters} />}
      {failed ? (
        <Json
          label={attempt.status === 'timedOut' ? 'Timed out' : 'Failed'}
          text={JSON.stringify({ Error: attempt.error, Cause: attempt.cause })}
        />
      ) : null}
      {attempt.result === undefined ? null : <Json label="Result" text={attempt.result} />}
    </div>
  );
}

/** Another answer for the last call of a visit: the run is carried out again with it, from here on. */
function ChangeAnswer({ run, visit, entry }: { run: Run; visit: StateVisit; entry: number }) {
  const last = visit.attempts.at(-1);
  const [value, setValue] = useState<JsonValue | undefined>(() => read(last?.result));
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = visit.attempts.length - 1;
  const go = (fail: boolean) => {
    const outcome = fail
      ? ({ kind: 'failure', error: 'States.TaskFailed', cause: 'Changed by hand' } as const)
      : ({ kind: 'success', output: value ?? null } as const);
    void changeAndGoOn(run, { state: visit.name, entry, attempt, outcome }, visit.id);
  };
  return (
    <section className="group" aria-label="Change the answer">
      <h3>Change the answer and go on</h3>
      <p className="inspector__note">
        Carries the run out again with another answer to attempt {attempt + 1}. The run before stays in the list.
      </p>
      <Field label="Result" problem={problem}>
        {(ids) => <JsonInput ids={ids} value={value} onChange={setValue} onProblem={setProblem} />}
      </Field>
      <div className="inspector__row">
        <Button small look="primary" disabled={problem !== null} onClick={() => go(false)}>
          Succeed with it
        </Button>
        <Button small onClick={() => go(true)}>
          Fail instead
        </Button>
      </div>
    </section>
  );
}

function read(text: string | undefined): JsonValue {
  try {
    return text === undefined ? {} : (JSON.parse(text) as JsonValue);
  } catch {
    return {};
  }
}

function Json({ label, text }: { label: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div className="run-data">
      <h4>{label}</h4>
      <pre>{pretty(text)}</pre>
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
