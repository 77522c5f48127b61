import { printDocument, type WorkflowDocument } from '#shared/workflow/document';
import type { Session } from '../store/session';
import { keptAnswers } from './answers';
import type { RunRequest } from './run';

/** What every run of a document starts from. */
export function requestFor(
  session: Session,
  document: WorkflowDocument,
  settings: Pick<RunRequest, 'inputText' | 'seed' | 'type' | 'answers' | 'mocks'>,
): RunRequest {
  // The engine reads JSON and keeps how numbers are written there; YAML is handed over by its values.
  const definitionText =
    document.source.format === 'json' ? printDocument(document) : JSON.stringify(document.definition);
  const { inputText, seed, type, answers, mocks } = settings;
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
  };
}
