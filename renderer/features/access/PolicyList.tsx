import { FolderOpen, Plus, X } from 'lucide-react';
import { type PolicyKind, parsePolicy } from '#shared/access/index';
import { chooseFile } from '../../ui/chooseFile';
import { Button, IconButton } from '../../ui/controls';
import { accessOf, setAccess, type PolicyText } from '../../editor/policies';

const kinds: readonly { readonly kind: PolicyKind; readonly label: string }[] = [
  { kind: 'role', label: 'Policy of the role' },
  { kind: 'user', label: 'Policy of a user' },
  { kind: 'group', label: 'Policy of a group' },
  { kind: 'boundary', label: 'Permissions boundary' },
  { kind: 'session', label: 'Session policy' },
];

/** Policies to try the workflow with: pasted or opened, each with what it is attached as. */
export function PolicyList({ workflow, policies }: { workflow: string; policies: readonly PolicyText[] }) {
  const write = (next: readonly PolicyText[]) => setAccess(workflow, { policies: next });
  const add = (name: string, text: string) =>
    write([...accessOf(workflow).policies, { id: crypto.randomUUID(), name, kind: 'role', text }]);
  const open = async () => {
    const file = await chooseFile('.json,application/json');
    if (file) add(file.name, await file.text());
  };
  const change = (id: string, part: Partial<PolicyText>) =>
    write(policies.map((policy) => (policy.id === id ? { ...policy, ...part } : policy)));
  return (
    <div role="group" aria-label="Policies" className="access__policies">
      <div className="access__head">
        <h3>Would this policy do?</h3>
        <Button small onClick={() => add(`Policy ${policies.length + 1}`, '')}>
          <Plus size={12} aria-hidden /> Paste a policy
        </Button>
        <Button small onClick={() => void open()}>
          <FolderOpen size={12} aria-hidden /> Open…
        </Button>
      </div>
      {policies.length === 0 ? (
        <p className="note">
          Paste or open the policies that the role has. Each step is judged by them, and a run can be started with them.
          They are kept on this computer, not in the workflow’s files.
        </p>
      ) : null}
      {policies.map((policy) => (
        <PolicyForm
          key={policy.id}
          policy={policy}
          onChange={(part) => change(policy.id, part)}
          onRemove={() => write(policies.filter(({ id }) => id !== policy.id))}
        />
      ))}
    </div>
  );
}

interface FormProps {
  readonly policy: PolicyText;
  readonly onChange: (part: Partial<PolicyText>) => void;
  readonly onRemove: () => void;
}

function PolicyForm({ policy, onChange, onRemove }: FormProps) {
  const parsed = policy.text.trim() === '' ? null : parsePolicy(policy.text);
  return (
    <div className="access__policy">
      <div className="access__head">
        <input
          className="input"
          aria-label="Name of the policy"
          value={policy.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <select
          className="select"
          aria-label={`What ${policy.name} is`}
          value={policy.kind}
          onChange={(event) => onChange({ kind: event.target.value as PolicyKind })}
        >
          {kinds.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
        <IconButton small label={`Remove ${policy.name}`} onClick={onRemove}>
          <X size={12} />
        </IconButton>
      </div>
      <textarea
        className="input input--mono"
        aria-label={`Text of ${policy.name}`}
        aria-invalid={parsed?.ok === false}
        placeholder='{"Version": "2012-10-17", "Statement": [ … ]}'
        rows={Math.min(10, Math.max(4, policy.text.split('\n').length))}
        spellCheck={false}
        value={policy.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      {parsed?.ok === false
        ? parsed.problem.slice(0, 5).map(({ at, message }) => (
            <p key={at.join('/') + message} className="field__problem">
              {at.length > 0 ? `${at.join('.')}: ` : ''}
              {message}
            </p>
          ))
        : null}
    </div>
  );
}
