import { CircleAlert, CircleCheck, TriangleAlert, X } from 'lucide-react';
import { type BrokenText, locate, stateName } from '#shared/workflow/index';
import type { Diagnostic } from '#shared/validation/index';
import { reveal } from '../../editor/reveal';
import { select } from '../../editor/editing';
import { brokenOf, documentOf, type Session } from '../../editor/session';
import { showInCode } from '../../editor/codeView';
import { discardDraft } from '../../editor/drafts';
import { editorOffset } from '../../editor/lineEnds';
import { getState, showDock, showView } from '../../editor/store';
import { Button, IconButton } from '../../ui/controls';
import './problems.css';
import { applyFix, useProblems } from '../../editor/diagnostics/useProblems';
import { useSecondOpinion } from './secondOpinion';

const none: readonly Diagnostic[] = [];

/** Everything that is wrong, in one list; a click goes there. */
export function ProblemsPanel({ session }: { session: Session }) {
  const document = documentOf(session);
  const judged = useProblems();
  const problems = judged ?? none;
  const broken = brokenOf(session);
  const opinion = useSecondOpinion(document);
  const go = ({ state }: Diagnostic) => {
    if (state === null) select([]);
    else reveal([state]);
  };
  return (
    <section className="problems" aria-label="Problems">
      <div className="panel-head">
        <h2>Problems</h2>
        <span className="tag">{problems.length + (broken ? 1 : 0)}</span>
        <span className="problems__opinion" title="asl-validator is a second validator, beside Stepwright's own rules">
          asl-validator: {broken ? 'the text cannot be read' : opinion}
        </span>
        <IconButton small label="Close problems" onClick={() => showDock(null)}>
          <X size={14} />
        </IconButton>
      </div>
      <div className="problems__list">
        {broken ? <BrokenRow broken={broken} hasCanvas={document !== null} /> : null}
        {session.warnings.map((warning) => (
          <div key={`${warning.code}${warning.offset}`} className="problems-item">
            <TriangleAlert size={14} className="is-warning" aria-label="warning" />
            <span className="problems-item__text">{warning.message}</span>
            <span className="problems-item__place">line {warning.line}</span>
          </div>
        ))}
        {problems.map((problem, index) => (
          <div key={index} className="problems-row">
            <button type="button" className="problems-item" onClick={() => go(problem)}>
              {problem.severity === 'error' ? (
                <CircleAlert size={14} className="is-error" aria-label="error" />
              ) : (
                <TriangleAlert size={14} className="is-warning" aria-label="warning" />
              )}
              <span className="problems-item__text">{problem.message}</span>
              <span className="problems-item__code">{problem.code}</span>
              <span className="problems-item__place">
                {problem.state === null ? 'State machine' : stateName(problem.state)}
                {document ? ` · line ${locate(document, problem.at)?.line ?? 1}` : ''}
              </span>
            </button>
            {problem.rule === 'NOT_VALID_YET' ? (
              <Button small onClick={() => discardDraft(problem.at)}>
                Discard
              </Button>
            ) : null}
            {problem.fix ? (
              <Button small onClick={() => problem.fix && applyFix(problem.fix)}>
                Fix
              </Button>
            ) : null}
          </div>
        ))}
        {judged && !broken && problems.length === 0 && session.warnings.length === 0 ? (
          <div className="empty">
            <CircleCheck size={20} className="is-good" aria-hidden />
            Nothing to complain about.
          </div>
        ) : null}
      </div>
    </section>
  );
}

/** The text that cannot be read is a problem like others; a click goes to its place in the code. */
function BrokenRow({ broken: { text, problem }, hasCanvas }: { broken: BrokenText; hasCanvas: boolean }) {
  const go = () => {
    if (hasCanvas && getState().view === 'canvas') showView('split');
    showInCode(editorOffset(text, problem.offset));
  };
  return (
    <div className="problems-row">
      <button type="button" className="problems-item" onClick={go}>
        <CircleAlert size={14} className="is-error" aria-label="error" />
        <span className="problems-item__text">{problem.message}</span>
        <span className="problems-item__code">{problem.code}</span>
        <span className="problems-item__place">line {problem.line}</span>
      </button>
    </div>
  );
}
