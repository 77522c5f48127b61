import { printDocument, type WorkflowDocument } from '#shared/workflow/document';
import type { Session } from '../../editor/session';
import { accessOf, machineOf } from '../../editor/accessStore';
import { keptAnswers } from '#shared/runs/answers';
import type { RunPolicies } from '#shared/runs/policyWorker';
import type { RunRequest } from '#shared/runs/run';

/** What every run of a document starts from. */
export function requestFor(
  session: Session,
  document: WorkflowDocument,
  settings: Pick<RunRequest, 'inputText' | 'seed' | 'type' | 'answers' | 'mocks'> & { readonly withPolicies?: boolean },
): RunRequest {
  // The engine reads JSON and keeps how numbers are written there; YAML is handed over by its values.
  const definitionText =
    document.source.format === 'json' ? printDocument(document) : JSON.stringify(document.definition);
  const { inputText, seed, type, answers, mocks, withPolicies } = settings;
  return {
    definitionText,
    inputText,
    seed,
    type,
    answers: { ...keptAnswers(document), ...answers },
    name: session.name.replace(/\..*$/, ''),
    startTime: Date.now(),
    changes: [],
    entries: [],
    ...(mocks ? { mocks } : {}),
    redrives: [],
    ...(withPolicies ? { access: policiesFor(session, document) } : {}),
  };
}

function policiesFor({ name }: Session, { definition }: WorkflowDocument): RunPolicies {
  const policies = accessOf(name).policies.filter(({ text }) => text.trim() !== '');
  return {
    machine: machineOf(name, definition),
    policies: policies.map(({ name: policy, kind, text }) => ({ name: policy, kind, text })),
  };
}
