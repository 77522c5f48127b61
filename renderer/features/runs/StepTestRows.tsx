import { CircleCheck, CircleX, FlaskConical, Trash2 } from 'lucide-react';
import { type KeptStepTest, judgeStep } from '#shared/runs/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import type { Session } from '../../editor/session';
import { IconButton } from '../../ui/controls';
import { answerOfStep } from './answerOfStep';

/** How step tests went, by name: what differs, in sentences. */
export type StepVerdicts = Readonly<Record<string, readonly string[]>>;

/** Runs the kept tests of single states, one after the other. */
export async function runStepTests(
  session: Session,
  document: WorkflowDocument,
  tests: readonly KeptStepTest[],
): Promise<StepVerdicts> {
  const verdicts: Record<string, readonly string[]> = {};
  for (const test of tests) {
    const answer = await answerOfStep(session, document, test);
    verdicts[test.name] = answer.ok ? judgeStep(test, answer.value) : [answer.problem];
  }
  return verdicts;
}

interface Props {
  readonly tests: readonly KeptStepTest[];
  readonly verdicts: StepVerdicts;
  readonly onDelete: (name: string) => void;
}

/** The kept tests of single states with how they went. */
export function StepTestRows({ tests, verdicts, onDelete }: Props) {
  return tests.map(({ name, state, expected }) => {
    const verdict = verdicts[name];
    const Icon = verdict === undefined ? FlaskConical : verdict.length === 0 ? CircleCheck : CircleX;
    const look = verdict === undefined ? '' : verdict.length === 0 ? 'is-good' : 'is-error';
    const said = verdict === undefined ? 'not run' : verdict.length === 0 ? 'passed' : 'failed';
    return (
      <div key={name} className="run-test" data-undo="document" role="group" aria-label={`Test ${name}`}>
        <div className="run-test__head">
          <Icon size={14} className={look} role="img" aria-label={said} />
          <span className="run-test__name">{name}</span>
          <IconButton small label={`Delete test ${name}`} onClick={() => onDelete(name)}>
            <Trash2 size={13} />
          </IconButton>
        </div>
        <p className="note">
          “{state}” alone: {expected.status}
          {expected.next === null ? '' : `, then “${expected.next}”`}
        </p>
        {verdict?.map((text) => (
          <p key={text} className="field__problem">
            {text}
          </p>
        ))}
      </div>
    );
  });
}
