import { CircleCheck, CircleHelp, CircleMinus, CircleX, type LucideIcon } from 'lucide-react';
import type { PermissionCheck, StepCheck } from '#shared/access/index';
import { reveal } from '../../editor/reveal';
import { useApp } from '../../editor/store';
import { activeSession } from '../../editor/store';

const verdicts: Readonly<Record<StepCheck['verdict'], { readonly Icon: LucideIcon; readonly label: string }>> = {
  allowed: { Icon: CircleCheck, label: 'Allowed' },
  denied: { Icon: CircleX, label: 'Denied' },
  unknown: { Icon: CircleHelp, label: 'Unknown' },
  nothing: { Icon: CircleMinus, label: 'Needs nothing' },
  unclear: { Icon: CircleHelp, label: 'Cannot say' },
};

/** Each step with what the policies say of it, and by which statement. A selected state is shown alone. */
export function StepVerdicts({ checks }: { checks: readonly StepCheck[] }) {
  const selected = useApp((state) => activeSession(state)?.selection.states);
  const chosen = checks.filter(({ step }) => selected?.includes(step));
  const shown = chosen.length > 0 ? chosen : checks;
  return (
    <ul className="access__list" aria-label="Steps and these policies">
      {shown.map((check) => {
        const { Icon, label } = verdicts[check.verdict];
        return (
          <li key={check.step} data-verdict={check.verdict}>
            <div className="access__verdict">
              <Icon size={14} aria-hidden />
              <button
                type="button"
                className="access__step"
                onClick={() => {
                  reveal([check.step]);
                }}
              >
                {check.name}
              </button>
              <span>{label}</span>
            </div>
            {check.unclear === null ? null : <p>{check.unclear}</p>}
            {check.checks
              .filter(({ decision }) => check.verdict !== 'denied' || decision.decision !== 'allowed')
              .map((each) => (
                <p key={`${each.action} ${each.resource}`}>
                  <code>{each.action}</code> {sentence(each)}
                </p>
              ))}
          </li>
        );
      })}
    </ul>
  );
}

function sentence({ resource, decision, why: reason, needed }: PermissionCheck): string {
  const by = decision.by.map(({ policy, sid, index }) => `${policy}, ${sid ?? `statement ${index + 1}`}`).join('; ');
  switch (decision.decision) {
    case 'allowed':
      return `is allowed on ${resource} by ${by}.`;
    case 'explicitDeny':
      return `is denied on ${resource} by ${by}.${needed ? '' : ' The call comes to its end without it.'}`;
    case 'implicitDeny':
      return `on ${resource}: no statement allows it.`;
    case 'unknown': {
      const why = [
        ...(decision.unknownKeys.length > 0 ? [`${decision.unknownKeys.join(', ')} cannot be known here`] : []),
        ...(decision.resourceUnknown ? ['the run decides the resource'] : []),
      ].join(' and ');
      return `on ${resource}: unknown, because ${why === '' ? 'it hangs on a condition, or on how IAM names it' : why}${by === '' ? '' : ` (${by})`}.${reason === null ? '' : ` ${reason}`}`;
    }
  }
}
