import { Copy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type NeededStatement, machineOf, neededRole, policyOf, trustPolicy } from '#shared/access/index';
import { type StatePath, type WorkflowDocument, stateName } from '#shared/workflow/index';
import { reveal } from '../../editor/reveal';
import type { Session } from '../../editor/session';
import { say } from '../../editor/store';
import { Button, Segmented } from '../../ui/controls';
import { setAccess, type AccessSettings } from '../../editor/policies';

type View = 'statements' | 'policy' | 'trust';

interface Props {
  readonly session: Session;
  readonly document: WorkflowDocument;
  readonly settings: AccessSettings;
}

/** The least that the role of the workflow must allow, and who may take it. */
export function NeededRoleView({ session, document, settings }: Props) {
  const [view, setView] = useState<View>('statements');
  const { logging, tracing } = settings;
  const machine = machineOf(session.name, document.definition);
  const role = useMemo(
    () => neededRole(document.definition, { ...machineOf(session.name, document.definition), logging, tracing }),
    [document, session.name, logging, tracing],
  );
  const text = JSON.stringify(view === 'trust' ? trustPolicy(machine) : policyOf(role.statements), null, 2);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => say('done', view === 'trust' ? 'Trust policy copied' : 'Policy copied'),
      () => say('problem', 'The clipboard could not be written.'),
    );
  return (
    <div className="access__column" role="group" aria-label="Needed role">
      <div className="access__head">
        <h3>The role this workflow needs</h3>
        <Segmented
          label="View of the role"
          value={view}
          onChange={setView}
          options={[
            { value: 'statements', label: 'Statements' },
            { value: 'policy', label: 'Policy' },
            { value: 'trust', label: 'Trust' },
          ]}
        />
        <Button small onClick={copy}>
          <Copy size={12} aria-hidden /> Copy {view === 'trust' ? 'trust policy' : 'policy'}
        </Button>
      </div>
      <div className="access__options">
        <label>
          <input
            type="checkbox"
            checked={logging}
            onChange={(event) => setAccess(session.workflow, { logging: event.target.checked })}
          />{' '}
          Writes logs
        </label>
        <label>
          <input
            type="checkbox"
            checked={tracing}
            onChange={(event) => setAccess(session.workflow, { tracing: event.target.checked })}
          />{' '}
          Traced by X-Ray
        </label>
      </div>
      {view === 'statements' ? (
        <>
          {role.statements.length === 0 ? <p className="note">No step calls anything.</p> : null}
          <Statements statements={role.statements} />
          {role.otherRoles.map(({ arn, statements }) => (
            <div key={arn ?? ''}>
              <h4 className="access__other">{arn ?? 'A role that the run decides'} needs</h4>
              <Statements statements={statements} />
            </div>
          ))}
          {role.unclear.map(({ step, why }) => (
            <p key={step} className="access__unclear">
              {stateName(step)}: {why}
            </p>
          ))}
        </>
      ) : (
        <pre className="access__json" tabIndex={0}>
          {text}
        </pre>
      )}
    </div>
  );
}

function Statements({ statements }: { statements: readonly NeededStatement[] }) {
  return (
    <ul className="access__list">
      {statements.map((statement) => (
        <li key={JSON.stringify([statement.actions, statement.resources, statement.condition])}>
          <div className="access__actions">
            {statement.actions.join(', ')}
            {statement.derived ? <span className="tag">from the API’s name: check it</span> : null}
          </div>
          {statement.resources.map((resource) => (
            <code key={resource}>{resource}</code>
          ))}
          {statement.condition ? <code>if {JSON.stringify(statement.condition)}</code> : null}
          {statement.why.map((why) => (
            <p key={why}>{why}</p>
          ))}
          <div className="access__steps">
            {statement.steps.map((step) => (
              <StepLink key={step} step={step} />
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

function StepLink({ step }: { step: StatePath }) {
  return (
    <button
      type="button"
      className="access__step"
      onClick={() => {
        reveal([step]);
      }}
    >
      {stateName(step)}
    </button>
  );
}
