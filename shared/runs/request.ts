import { jsonText } from '../base/index';
import { type WorkflowDocument, exportText, filledDefinition } from '../workflow/index';
import type { ChancesByState } from './chances';
import type { MockFile, RunConfiguration } from './configuration';
import type { TaskDurations } from './durations';
import { sampleMocks, type EntryChange, type OutcomeChange, type TaskMocks } from './mocks';
import type { PlacedObject } from './objects';
import { objectsOfTest, type TestFile } from './testFiles';
import type { RunPolicies } from './policyWorker';

/** Everything that a run is made of: the same request gives the same history. */
export interface RunRequest {
  readonly definitionText: string;
  readonly inputText: string;
  readonly name: string;
  readonly seed: number;
  readonly type: 'STANDARD' | 'EXPRESS';
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly mocks: TaskMocks;
  /** What attempts take whose mock says nothing of it. Without it, as in runs of earlier versions, they take no time. */
  readonly durations?: TaskDurations;
  readonly outcomeChanges: readonly OutcomeChange[];
  readonly entryChanges: readonly EntryChange[];
  /** The mocks of each redrive, in order. */
  readonly redrives: readonly TaskMocks[];
  /** Its test case answers the states that it names; mocks of single states come before it. */
  readonly mockFile?: MockFile;
  readonly objects?: readonly PlacedObject[];
  /** The policies it is made under; without them everything is allowed. */
  readonly access?: RunPolicies;
  /** Set for one of many runs by chance: the same seed and chances give it again. */
  readonly chances?: ChancesByState;
}

export interface RequestBasis {
  /** What the execution is named after. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startTime: number;
  readonly access?: RunPolicies | null;
}

/** The request of a document run as a configuration (or a saved test) says. */
export function requestFor(
  document: WorkflowDocument,
  {
    inputText,
    seed,
    type,
    mocks,
    mockFile,
    objects,
    files,
    durations,
  }: Pick<RunConfiguration, 'inputText' | 'seed' | 'type' | 'mocks' | 'mockFile' | 'objects'> &
    Pick<RunRequest, 'durations'> & { readonly files?: readonly TestFile[] },
  { name, startTime, access }: RequestBasis,
): RunRequest {
  const definitionText = runnableText(document);
  const placed = objects ?? objectsOfTest(files ?? []);
  return {
    definitionText,
    inputText,
    seed,
    type,
    mocks: { ...sampleMocks(document), ...mocks },
    name,
    startTime,
    outcomeChanges: [],
    entryChanges: [],
    redrives: [],
    ...(mockFile ? { mockFile } : {}),
    ...(placed.length > 0 ? { objects: placed } : {}),
    ...(durations ? { durations } : {}),
    ...(access ? { access } : {}),
  };
}

/** The texts of the definitions that a request may run: its own, and those of nested workflows. */
export function definitionTexts({ definitionText, mocks }: Pick<RunRequest, 'definitionText' | 'mocks'>): string {
  const nested = Object.values(mocks).flatMap((mock) => (mock.kind === 'workflow' ? [mock.definitionText] : []));
  return [definitionText, ...nested].join('\n');
}

/** The definition as the engine reads it: JSON with its numbers as they are written, and placeholders filled in. */
export function runnableText(document: WorkflowDocument): string {
  const { format, text } = document.source;
  return format === 'json' && !text.includes('${')
    ? exportText(document, 'json')
    : jsonText(filledDefinition(document));
}

/** The request with another outcome for one call; an earlier change of the same call gives way. */
export function withOutcome(request: RunRequest, change: OutcomeChange): RunRequest {
  const others = request.outcomeChanges.filter(
    (each) => each.state !== change.state || each.entry !== change.entry || each.attempt !== change.attempt,
  );
  return { ...request, outcomeChanges: [...others, change] };
}

/** The request with another input or other variables for one entry of a state. */
export function withEntry(request: RunRequest, change: EntryChange): RunRequest {
  const others = request.entryChanges.filter((each) => each.state !== change.state || each.entry !== change.entry);
  return { ...request, entryChanges: [...others, change] };
}
