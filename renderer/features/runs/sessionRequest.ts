import { machineOf } from '#shared/access/index';
import { type RunConfiguration, type RunPolicies, type RunRequest, requestFor } from '#shared/runs/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import { accessOf } from '../../editor/policies';
import type { Session } from '../../editor/session';

type Settings = Parameters<typeof requestFor>[1] & Partial<Pick<RunConfiguration, 'withPolicies'>>;

/** What a run of a document starts from now. */
export function sessionRequest(session: Session, document: WorkflowDocument, settings: Settings): RunRequest {
  const { inside, name } = session;
  return requestFor(withValues(session, document), settings, {
    name: inside?.id ?? name.replace(/\..*$/, ''),
    startTime: Date.now(),
    access: settings.withPolicies ? policiesFor(session, document) : null,
  });
}

/** The document with values for its placeholders: of the sidecar, else of the file that it stands in. */
export function withValues({ inside }: Pick<Session, 'inside'>, document: WorkflowDocument): WorkflowDocument {
  const { sidecar } = document;
  const placeholders = { ...inside?.substitutions, ...sidecar.placeholders };
  return { ...document, sidecar: { ...sidecar, placeholders } };
}

function policiesFor({ workflow, name }: Session, { definition }: WorkflowDocument): RunPolicies {
  const policies = accessOf(workflow).policies.filter(({ text }) => text.trim() !== '');
  return {
    machine: machineOf(name, definition),
    policies: policies.map(({ name: policy, kind, text }) => ({ name: policy, kind, text })),
  };
}
