import Database from 'libsql';
import type { RecordStore } from '#shared/stepFunctionsApi/index';

/**
 * Records in a database of one file. A change is in the file when its call returns: it survives the end of the process at
 * any moment (of the machine: but for the last moments).
 * @param file `:memory:` keeps nothing
 * @throws where the file is no database of ours, is in use by another process, or cannot be written
 */
export function openRecords(file: string): RecordStore & { close(): void } {
  const database = new Database(file);
  // A second endpoint over the same records would carry every execution out twice.
  database.exec('PRAGMA locking_mode = EXCLUSIVE');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec('PRAGMA synchronous = NORMAL');
  database.exec(`
    CREATE TABLE IF NOT EXISTS records (kind TEXT, key TEXT, text TEXT NOT NULL, PRIMARY KEY (kind, key));
    CREATE TABLE IF NOT EXISTS journal (id INTEGER PRIMARY KEY, execution TEXT NOT NULL, text TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS journal_of ON journal (execution);
  `);
  const all = database.prepare('SELECT key, text FROM records WHERE kind = ? ORDER BY rowid');
  const get = database.prepare('SELECT text FROM records WHERE kind = ? AND key = ?');
  const put = database.prepare(
    'INSERT INTO records VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET text = excluded.text',
  );
  const remove = database.prepare('DELETE FROM records WHERE kind = ? AND key = ?');
  const append = database.prepare('INSERT INTO journal (execution, text) VALUES (?, ?)');
  const journal = database.prepare('SELECT text FROM journal WHERE execution = ? ORDER BY id');
  const dropJournal = database.prepare('DELETE FROM journal WHERE execution = ?');
  let isTogether = false;
  return {
    all: (kind) => (all.all(kind) as { key: string; text: string }[]).map(({ key, text }) => [key, text] as const),
    get: (kind, key) => (get.get(kind, key) as { text: string } | undefined)?.text,
    put: (kind, key, text) => void put.run(kind, key, text),
    remove: (kind, key) => void remove.run(kind, key),
    append: (execution, text) => void append.run(execution, text),
    journal: (execution) => (journal.all(execution) as { text: string }[]).map(({ text }) => text),
    dropJournal: (execution) => void dropJournal.run(execution),
    together: (work) => {
      if (isTogether) {
        work();
        return;
      }
      isTogether = true;
      try {
        database.transaction(work)();
      } finally {
        isTogether = false;
      }
    },
    close: () => {
      database.close();
    },
  };
}
