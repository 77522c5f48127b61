import type { StepAnswer } from '#shared/runs/index';
import { JsonBlock } from './JsonBlock';
import { stageNames } from './Stages';

const statusText: Record<StepAnswer['status'], string> = {
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  RETRIABLE: 'A retrier tries again',
  CAUGHT_ERROR: 'A catcher took the error',
};

/** What came of a state that was run alone: how it ended, where it goes next, its output and every stage of its data. */
export function StepAnswerView({ answer }: { answer: StepAnswer | { readonly problem: string } }) {
  if ('problem' in answer) return <p className="field__problem">{answer.problem}</p>;
  const { status, nextState, output, error, cause, inspectionData = {} } = answer;
  const bad = status === 'FAILED';
  return (
    <>
      <p className={`run-step__status ${bad ? 'is-error' : 'is-good'}`} data-testid="step-status">
        {statusText[status]}
        {nextState === undefined ? '' : ` · next “${nextState}”`}
      </p>
      {error === undefined && cause === undefined ? null : (
        <JsonBlock label="Error" text={JSON.stringify({ Error: error, Cause: cause })} />
      )}
      <JsonBlock label="Output" text={output} />
      {Object.entries(inspectionData).map(([stage, data]) => (
        <JsonBlock
          key={stage}
          label={stageNames[stage] ?? stage}
          text={typeof data === 'string' ? data : JSON.stringify(data)}
        />
      ))}
    </>
  );
}
