import { CircleX } from 'lucide-react';
import type { RunView } from '#shared/history/index';
import { failureOf } from '#shared/runs/index';
import { allStates } from '#shared/workflow/index';
import { reveal } from '../../editor/reveal';
import { setPlayback } from '../../editor/runs/runStore';
import { documentOf, type Session } from '../../editor/session';
import { Button } from '../../ui/controls';

/** Why the run on screen did not succeed, in one line: what, where, why, what to do, and the way there. */
export function FailureLine({ session, view }: { session: Session; view: RunView }) {
  const failure = failureOf(view);
  if (failure === null || failure.advice === '') return null;
  const { visit, error, cause, advice } = failure;
  const document = documentOf(session);
  const state = visit && document ? allStates(document.definition).find(({ name }) => name === visit.name) : undefined;
  const show = () => {
    if (!visit || !state) return;
    setPlayback(session.id, { position: visit.lastEventId, playing: false });
    reveal([state.path]);
  };
  return (
    <div className="run__failure" role="alert" data-testid="failure">
      <CircleX size={15} aria-hidden />
      <p className="run__failure-text" title={cause}>
        <strong>
          {visit ? `“${visit.name}” failed` : 'The execution ended'}
          {error === undefined ? '' : `: ${error}`}
        </strong>
        {cause === undefined || cause === '' ? null : <span className="run__failure-cause"> {cause}</span>}
      </p>
      <span className="run__failure-advice">{advice}</span>
      {state ? (
        <Button small onClick={show}>
          Show “{state.name}”
        </Button>
      ) : null}
    </div>
  );
}
