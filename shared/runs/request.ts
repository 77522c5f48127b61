import { type WorkflowDocument, printDocument } from '../workflow/index';
import type { ChancesByState } from './chances';
import type { MockFile, RunConfiguration } from './configuration';
import { sampleMocks, type EntryChange, type OutcomeChange, type TaskMocks } from './mocks';
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
  readonly outcomeChanges: readonly OutcomeChange[];
  readonly entryChanges: readonly EntryChange[];
  /** The mocks of each redrive, in order. */
  readonly redrives: readonly TaskMocks[];
  /** Its test case answers the states that it names; mocks of single states come before it. */
  readonly mockFile?: MockFile;
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
  }: Pick<RunConfiguration, 'inputText' | 'seed' | 'type' | 'mocks' | 'mockFile'>,
  { name, startTime, access }: RequestBasis,
): RunRequest {
  // The engine reads JSON and keeps how numbers are written there; YAML is handed over by its values.
  const definitionText =
    document.source.format === 'json' ? printDocument(document) : JSON.stringify(document.definition);
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
    ...(access ? { access } : {}),
  };
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
