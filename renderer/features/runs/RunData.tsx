import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import type { Attempt } from '#shared/history/index';
import type { StatePath } from '#shared/workflow/index';
import { duration } from '#shared/base/index';
import { BreakpointForm } from './BreakpointForm';
import { ChangeInput, ChangeOutcome } from './ChangeForms';
import { ChildRuns } from './ChildRuns';
import { JsonBlock } from './JsonBlock';
import { NestedRuns } from './NestedRuns';
import { Stages } from './Stages';
import { statusLabels, statusOf, timedTasks } from '#shared/runs/index';
import { DurationField } from './DurationField';
import { useActiveDocument } from '../../editor/useActive';
import { Button } from '../../ui/controls';
import { showStepTest } from './runTab';
import { useRun } from '../../editor/runs/useRun';
import './run.css';

/** What happened in a state: each visit with its input, attempts, output and variables. */
export function RunData({ name, path }: { name: string; path: StatePath }) {
  const document = useActiveDocument();
  const task = document ? timedTasks(document).find((each) => each.path === path) : undefined;
  return (
    <>
      <BreakpointForm name={name} path={path} />
      {task ? <DurationField task={task} /> : null}
      <div className="row">
        <Button small onClick={showStepTest}>
          <FlaskConical size={13} aria-hidden /> Test this step
        </Button>
      </div>
      <Visits name={name} />
    </>
  );
}

function Visits({ name }: { name: string }) {
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
  const run = shown.run.kind === 'loaded' ? shown.run : null;
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
      <p className={`run-data__status run-status--${statusOf(visit)}`}>
        {statusLabels[statusOf(visit)]}
        {visit.exitedTime === undefined ? '' : ` in ${duration((visit.exitedTime - visit.enteredTime) / 1000)}`}
      </p>
      <JsonBlock label="Input" text={visit.input} />
      {visit.attempts.map((attempt, index) => (
        <AttemptView key={index} attempt={attempt} index={index} />
      ))}
      <Stages run={shown.run} visit={visit} />
      {visit.mapRunArn === undefined ? null : (
        <ChildRuns run={shown.run} mapRunArn={visit.mapRunArn} now={shown.view.time ?? 0} />
      )}
      <NestedRuns run={shown.run} state={name} entry={entry} />
      {visit.error === undefined ? null : (
        <JsonBlock label="Error" text={JSON.stringify({ Error: visit.error, Cause: visit.cause })} />
      )}
      {visit.assigned === undefined ? null : (
        <JsonBlock
          label="Variables assigned"
          text={`{${Object.entries(visit.assigned)
            .map(([key, text]) => `${JSON.stringify(key)}:${text}`)
            .join(',')}}`}
        />
      )}
      <JsonBlock label="Output" text={visit.output} />
      {run ? <ChangeInput key={`input${visit.id}`} run={run} visit={visit} entry={entry} /> : null}
      {run && visit.type === 'Task' && visit.attempts.length > 0 ? (
        <ChangeOutcome key={`${visit.id}:${visit.attempts.length}`} run={run} visit={visit} entry={entry} />
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
      {attempt.parameters === undefined ? null : <JsonBlock label="Called with" text={attempt.parameters} />}
      {failed ? (
        <JsonBlock
          label={attempt.status === 'timedOut' ? 'Timed out' : 'Failed'}
          text={JSON.stringify({ Error: attempt.error, Cause: attempt.cause })}
        />
      ) : null}
      {attempt.result === undefined ? null : <JsonBlock label="Result" text={attempt.result} />}
    </div>
  );
}
