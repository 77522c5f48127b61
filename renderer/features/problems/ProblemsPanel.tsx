import { CircleAlert, CircleCheck, EyeOff, TriangleAlert, X } from 'lucide-react';
import type { BrokenText } from '#shared/workflow/index';
import type { Diagnostic } from '#shared/validation/index';
import { brokenOf, documentOf, type Session } from '../../editor/session';
import { showInCode } from '../../editor/codeView';
import { editorOffset } from '../../editor/lineEnds';
import { getState, showDock, showView } from '../../editor/store';
import { Button, IconButton } from '../../ui/controls';
import './problems.css';
import { switchAdvice } from '../../editor/diagnostics/answers';
import { useProblems } from '../../editor/diagnostics/useProblems';
import { ProblemRow } from './ProblemRow';
import { useSecondOpinion } from './secondOpinion';

const none: readonly Diagnostic[] = [];

/** Everything that is wrong, in one list; a click goes there. */
export function ProblemsPanel({ session }: { session: Session }) {
  const document = documentOf(session);
  const judged = useProblems();
  const problems = judged ?? none;
  const broken = brokenOf(session);
  const opinion = useSecondOpinion(document);
  const switchedOff = document?.sidecar.switchedOff ?? [];
  const fixable = new Map<string, number>();
  for (const { code, fix } of problems) if (fix) fixable.set(code, (fixable.get(code) ?? 0) + 1);
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
          <ProblemRow key={index} problem={problem} document={document} fixable={fixable.get(problem.code) ?? 0} />
        ))}
        {switchedOff.map((code) => (
          <div key={code} className="problems-row">
            <div className="problems-item">
              <EyeOff size={14} aria-hidden />
              <span className="problems-item__text">Switched off for this machine</span>
              <span className="problems-item__code">{code}</span>
            </div>
            <Button small onClick={() => switchAdvice(code, true)}>
              Switch on
            </Button>
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
