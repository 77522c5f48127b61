import { breakpointIds, hasExpressions, type BreakCondition, type ShownRun, type Stops } from '#shared/runs/index';
import type { StatePath } from '#shared/workflow/index';
import { configurationOf } from '../../editor/runs/runStore';
import { documentOf, type Session } from '../../editor/session';
import { say } from '../../editor/store';
import { ask } from './ask';

/** Where the document's breakpoints stop a run. */
export async function stopsOf(session: Session, run: ShownRun): Promise<Stops> {
  const { conditions, breakOnError: onError } = configurationOf(session.id);
  const breakpoints = documentOf(session)?.sidecar.breakpoints ?? [];
  if (!hasExpressions({ breakpoints, conditions })) {
    return { ids: await breakpointIds(run, { breakpoints, conditions }), onError };
  }
  const ids = await stopsInWorker(run, breakpoints, conditions);
  if (ids === null)
    say('problem', 'A condition of a breakpoint does not come to an end. Change it in the tab Run of its state.');
  return { ids: ids ?? new Set(), onError };
}

/** Milliseconds that the conditions of breakpoints may take for a whole history. */
const conditionLimit = 5000;

/**
 * The events at which breakpoints stop, with conditions evaluated off the UI's thread. Conditions that do not come to an end
 * stop nowhere; null says so.
 */
function stopsInWorker(
  run: ShownRun,
  breakpoints: readonly StatePath[],
  conditions: Readonly<Record<string, BreakCondition>>,
): Promise<ReadonlySet<number> | null> {
  return ask({ kind: 'stops', run, breakpoints, conditions }, conditionLimit).then((answer) =>
    answer?.kind === 'stops' ? answer.ids : null,
  );
}
