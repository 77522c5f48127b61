import type { RunView, StateVisit } from '../history/index';

/** Why a run did not succeed: what failed, where, and what a person can do about it. */
export interface RunFailure {
  /** The visit of the state that failed, the innermost one; null where the execution itself ended. */
  readonly visit: StateVisit | null;
  readonly error: string | undefined;
  readonly cause: string | undefined;
  readonly advice: string;
}

/** What to do about an error by its name; the first that fits counts. Names: developer guide, "Handling errors". */
const advices: readonly (readonly [RegExp, string])[] = [
  [/^States\.NoChoiceMatched$/, 'Give the Choice a Default, or a rule for this input.'],
  [
    /^States\.QueryEvaluationError$/,
    'Compare the expression with the input of the state: what it reads may not be there.',
  ],
  [/^States\.(ParameterPathFailure|ResultPathMatchFailure)$/, 'Compare the path with the input of the state.'],
  [/^States\.(Timeout|HeartbeatTimeout)$/, 'Give it more time, or catch the error.'],
  [/^States\.DataLimitExceeded$/, 'Pass on at most 256 KiB: keep large data in S3 and pass its key.'],
  [/^States\.Permissions$|AccessDenied|\.403$/, 'Add what is missing to the role: the panel Access names it.'],
  [/^States\.ItemReaderFailed$/, 'Look at bucket and key of the ItemReader, and at the form of the file.'],
  [/^States\.ResultWriterFailed$/, 'Look at bucket and prefix of the ResultWriter.'],
  [/^States\.ExceedToleratedFailureThreshold$/, 'Look at the items that failed, or tolerate more failures.'],
  [/^States\.IntrinsicFailure$/, 'Compare the arguments of the function with the input of the state.'],
  [/^Simulator\./, 'This is a limit of the simulator: look for a loop that does not end.'],
];

/** The failure that a run shows at its cursor; null while it runs and where it succeeded. */
export function failureOf(view: RunView): RunFailure | null {
  if (view.status === 'RUNNING' || view.status === 'SUCCEEDED') return null;
  const failed = view.visits.findLast(({ status, scope }) => status === 'failed' && scope.kind === 'root');
  const visit = failed ? innermost(view, failed) : null;
  const error = view.error ?? visit?.error;
  const cause = view.cause ?? visit?.cause;
  return { visit, error, cause, advice: adviceOn(view.status, error, cause, visit) };
}

/**
 * The visit inside a failed one that it failed by. Of a state in a branch or iteration AWS tells no failure of its own: it is a
 * Fail state that was not left, or a task whose last attempt failed.
 */
function innermost(view: RunView, visit: StateVisit): StateVisit {
  const inner = view.visits.findLast((each) => {
    if (each.scope.kind === 'root' || each.scope.visit !== visit.id) return false;
    const attempt = each.attempts.at(-1)?.status;
    const stuck = each.status === 'aborted' && (each.type === 'Fail' || attempt === 'failed' || attempt === 'timedOut');
    return each.status === 'failed' || stuck;
  });
  return inner ? innermost(view, inner) : visit;
}

function adviceOn(
  status: RunView['status'],
  error: string | undefined,
  cause: string | undefined,
  visit: StateVisit | null,
): string {
  if (status === 'ABORTED') return 'It was stopped.';
  if (status === 'TIMED_OUT' && visit === null)
    return 'Raise TimeoutSeconds of the state machine, or make it wait less.';
  if (visit?.type === 'Fail') return 'The workflow ends here on purpose: look at what led to it.';
  // AWS gives States.Runtime for a Choice without a match and for paths; its cause tells them apart.
  if (error === 'States.Runtime' && visit?.type === 'Choice')
    return 'Give the Choice a Default, or a rule for this input.';
  if (error === 'States.Runtime') {
    return /path|json/i.test(cause ?? '')
      ? 'Compare the path with the input of the state.'
      : 'No catcher can take this error: mend the state.';
  }
  const known = advices.find(([name]) => name.test(error ?? ''));
  if (known) return known[1];
  return 'No retrier or catcher took the error: add one under Errors, or mend what failed.';
}
