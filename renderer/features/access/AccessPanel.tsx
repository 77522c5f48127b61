import { X } from 'lucide-react';
import { useMemo } from 'react';
import { checkSteps, machineOf } from '#shared/access/index';
import { documentOf, type Session } from '../../editor/session';
import { showDock } from '../../editor/store';
import { IconButton } from '../../ui/controls';
import './access.css';
import { readable, useAccess } from '../../editor/policies';
import { NeededRoleView } from './NeededRoleView';
import { PolicyList } from './PolicyList';
import { StepVerdicts } from './StepVerdicts';

/** Access: the role that the workflow needs, and whether policies at hand would do. */
export function AccessPanel({ session }: { session: Session }) {
  const document = documentOf(session);
  const settings = useAccess(session.workflow);
  const checks = useMemo(
    () =>
      document && settings.policies.length > 0
        ? checkSteps(document.definition, machineOf(session.name, document.definition), readable(settings.policies))
        : [],
    [document, settings.policies, session.name],
  );
  return (
    <section className="access" aria-label="Access">
      <div className="panel-head">
        <h2>Access</h2>
        <span className="spacer" />
        <IconButton small label="Close access" onClick={() => showDock(null)}>
          <X size={14} />
        </IconButton>
      </div>
      {document ? (
        <div className="access__body">
          <NeededRoleView session={session} document={document} settings={settings} />
          <div className="access__column">
            <PolicyList workflow={session.workflow} policies={settings.policies} />
            {settings.policies.length > 0 ? <StepVerdicts checks={checks} /> : null}
          </div>
        </div>
      ) : (
        <div className="empty">
          <strong>The text cannot be read yet</strong>
          Repair it in the code view.
        </div>
      )}
    </section>
  );
}
