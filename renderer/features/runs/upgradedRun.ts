import { type JsonObject, type JsonValue, isArray, isObject, own } from '#shared/base/index';
import { isExecutionStatus } from '#shared/history/index';
import { type RunRequest, type StoredRun, readTaskMocks } from '#shared/runs/index';

export interface UpgradedRun {
  readonly storedAt: number;
  readonly run: StoredRun;
}

/** A record of the run database as this version has it, whichever version wrote it; null for anything else. */
export function upgradedRun(record: unknown): UpgradedRun | null {
  const value = record as JsonValue;
  if (!isObject(value)) return null;
  if (own(value, 'version') !== 2) return ofFirstVersion(value);
  const { run, storedAt } = record as Partial<UpgradedRun>;
  return run?.kind === 'stored' && typeof storedAt === 'number' ? { run, storedAt } : null;
}

/** Version 1 had no version field; it kept runs by the name of their file and called mocks answers. */
function ofFirstVersion(record: JsonObject): UpgradedRun | null {
  const text = (name: string) => {
    const value = own(record, name);
    return typeof value === 'string' ? value : null;
  };
  const [id, workflow, label, status] = [text('id'), text('workflow'), text('label'), own(record, 'status')];
  const [storedAt, request] = [own(record, 'keptAt'), own(record, 'request')];
  if (id === null || workflow === null || label === null || !isExecutionStatus(status)) return null;
  const read = request !== undefined && isObject(request) ? requestOfFirstVersion(request) : null;
  return {
    storedAt: typeof storedAt === 'number' ? storedAt : 0,
    run: {
      kind: 'stored',
      id,
      workflow,
      label,
      status,
      redrivable: own(record, 'redrivable') === true,
      ...(own(record, 'pinned') === true ? { pinned: true } : {}),
      made: read ? { request: read } : { source: 'aws' },
    },
  };
}

function requestOfFirstVersion(old: JsonObject): RunRequest | null {
  const text = (name: string) => {
    const value = own(old, name);
    return typeof value === 'string' ? value : null;
  };
  const [definitionText, inputText, name] = [text('definitionText'), text('inputText'), text('name')];
  const [seed, startTime, redrives] = [own(old, 'seed'), own(old, 'startTime'), own(old, 'redrives')];
  if (definitionText === null || inputText === null || name === null) return null;
  return {
    definitionText,
    inputText,
    name,
    seed: typeof seed === 'number' ? seed : 1,
    type: own(old, 'type') === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    startTime: typeof startTime === 'number' ? startTime : 0,
    mocks: readTaskMocks(own(old, 'answers')),
    // Changes of single calls are not carried over: such a run is stepped as before, and runs anew without them.
    outcomeChanges: [],
    entryChanges: [],
    redrives: isArray(redrives) ? redrives.map((each) => readTaskMocks(each)) : [],
  };
}
