import { type Result, fail } from '#shared/base/index';
import { type StepAnswer, type StepTest, runnableText } from '#shared/runs/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import type { Session } from '../../editor/session';
import { ask } from './ask';
import { withValues } from './sessionRequest';

/** Milliseconds that a state may take for itself: an expression may never end. */
const limit = 10_000;

/** Runs a state of the document alone, off the UI's thread; the problem says why there is no answer. */
export async function answerOfStep(
  session: Session,
  document: WorkflowDocument,
  test: StepTest,
): Promise<Result<StepAnswer, string>> {
  const definitionText = runnableText(withValues(session, document));
  const given = await ask({ kind: 'step', definitionText, test }, limit);
  if (given?.kind === 'step') return given.answer;
  return fail(given?.kind === 'problem' ? given.message : 'It does not come to an end.');
}
