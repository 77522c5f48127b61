import { History } from 'lucide-react';
import { useMemo } from 'react';
import { jsonEqual } from '#shared/base/index';
import { type ShownRun, readJsonText, requestOf, runnableText } from '#shared/runs/index';
import { documentOf, type Session } from '../../editor/session';
import { Button } from '../../ui/controls';
import { startRun } from './running';
import { withValues } from './sessionRequest';

/** Says of a run on screen that the workflow has been edited since. */
export function OlderDefinition({ session, run }: { session: Session; run: ShownRun }) {
  const document = documentOf(session);
  const ran = requestOf(run)?.definitionText;
  const inside = session.inside;
  const isOlder = useMemo(() => {
    if (ran === undefined || !document) return false;
    const now = runnableText(withValues({ inside }, document));
    // Comments and layout of the text make no other workflow.
    return now !== ran && !jsonEqual(readJsonText(now), readJsonText(ran));
  }, [ran, document, inside]);
  if (!isOlder) return null;
  return (
    <div className="run__older" role="status" data-testid="older">
      <History size={14} aria-hidden />
      <p>This run is of an earlier version of the workflow, which has been edited since.</p>
      <Button small onClick={() => void startRun()}>
        Run again
      </Button>
    </div>
  );
}
