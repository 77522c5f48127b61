import type { RecordKind, RecordStore } from '../records';

/** Keeps records as long as the process lives: for tests. */
export function memoryStore(): RecordStore {
  const records = new Map<RecordKind, Map<string, string>>();
  const journals = new Map<string, string[]>();
  const of = (kind: RecordKind): Map<string, string> => {
    let found = records.get(kind);
    if (found === undefined) records.set(kind, (found = new Map<string, string>()));
    return found;
  };
  return {
    all: (kind) => of(kind).entries(),
    get: (kind, key) => of(kind).get(key),
    put: (kind, key, text) => void of(kind).set(key, text),
    remove: (kind, key) => void of(kind).delete(key),
    append: (execution, text) => {
      const journal = journals.get(execution);
      if (journal === undefined) journals.set(execution, [text]);
      else journal.push(text);
    },
    journal: (execution) => journals.get(execution) ?? [],
    dropJournal: (execution) => void journals.delete(execution),
    together: (work) => {
      work();
    },
  };
}
