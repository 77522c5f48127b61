import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Diagnostic } from '#shared/validation/index';
import { type WorkflowDocument, locate, stateName } from '#shared/workflow/index';
import { canSwitchOff, fixAll, switchAdvice } from '../../editor/diagnostics/answers';
import { applyFix } from '../../editor/diagnostics/useProblems';
import { discardDraft } from '../../editor/drafts';
import { select } from '../../editor/editing';
import { reveal } from '../../editor/reveal';
import { Button } from '../../ui/controls';

/** One problem: what is wrong, where, and what can be done about it. */
export function ProblemRow({
  problem,
  document,
  fixable,
}: {
  problem: Diagnostic;
  document: WorkflowDocument | null;
  /** How many problems of its kind can be fixed at once. */
  fixable: number;
}) {
  const { state, code, severity, message, at, fix } = problem;
  return (
    <div className="problems-row">
      <button type="button" className="problems-item" onClick={() => (state === null ? select([]) : reveal([state]))}>
        {severity === 'error' ? (
          <CircleAlert size={14} className="is-error" aria-label="error" />
        ) : (
          <TriangleAlert size={14} className="is-warning" aria-label="warning" />
        )}
        <span className="problems-item__text">{message}</span>
        <span className="problems-item__code">{code}</span>
        <span className="problems-item__place">
          {state === null ? 'State machine' : stateName(state)}
          {document ? ` · line ${locate(document, at)?.line ?? 1}` : ''}
        </span>
      </button>
      {problem.rule === 'NOT_VALID_YET' ? (
        <Button small onClick={() => discardDraft(at)}>
          Discard
        </Button>
      ) : null}
      {canSwitchOff(problem) ? (
        <Button
          small
          look="quiet"
          title={`Tell ${code} of this machine no more`}
          onClick={() => switchAdvice(code, false)}
        >
          Switch off
        </Button>
      ) : null}
      {fix && fixable > 1 ? (
        <Button small title={`Fix all ${code} of this machine`} onClick={() => fixAll(code)}>
          Fix all {fixable}
        </Button>
      ) : null}
      {fix ? (
        <Button small onClick={() => applyFix(fix)}>
          Fix
        </Button>
      ) : null}
    </div>
  );
}
