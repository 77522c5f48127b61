/** IndexedDB by promises: three stores, keyed by id. */
const version = 1;

export type StoreName = 'recovery' | 'handles';

export function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('stepwright', version);
  request.onupgradeneeded = () => {
    for (const name of ['recovery', 'handles'] satisfies StoreName[]) {
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath: 'id' });
    }
  };
  return settled(request);
}

export async function put(store: StoreName, value: object): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  transaction.objectStore(store).put(value);
  await finished(transaction);
  database.close();
}

export async function remove(store: StoreName, id: string): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(store, 'readwrite');
  transaction.objectStore(store).delete(id);
  await finished(transaction);
  database.close();
}

/** The values of a store. They were written by this app under this origin, in the shape that the caller names. */
export async function all<Value>(store: StoreName): Promise<Value[]> {
  const database = await openDatabase();
  const values = (await settled(database.transaction(store).objectStore(store).getAll())) as Value[];
  database.close();
  return values;
}

function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser refused its database.'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser refused its database.'));
  });
}
