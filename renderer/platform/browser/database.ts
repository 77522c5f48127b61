/** IndexedDB by promises: stores for unsaved work, file handles and runs, keyed by id. */
const version = 3;
const storeNames = ['recovery', 'handles', 'runs', 'histories'] as const;

export type StoreName = (typeof storeNames)[number];

/** Records by id, as the browser platform reads and writes them. */
export interface Records {
  all<Value>(store: StoreName): Promise<Value[]>;
  put(store: StoreName, value: object): Promise<void>;
  remove(store: StoreName, id: string): Promise<void>;
}

export async function put(store: StoreName, value: object): Promise<void> {
  await inTransaction(store, 'readwrite', (objects) => objects.put(value));
}

export async function remove(store: StoreName, id: string): Promise<void> {
  await inTransaction(store, 'readwrite', (objects) => objects.delete(id));
}

/** One value of a store; undefined when there is none. */
export async function get<Value>(store: StoreName, id: string): Promise<Value | undefined> {
  return (await inTransaction(store, 'readonly', (objects) => objects.get(id) as IDBRequest<unknown>)) as
    Value | undefined;
}

/** The values of a store. They were written by this app under this origin, in the shape that the caller names. */
export async function all<Value>(store: StoreName): Promise<Value[]> {
  return (await inTransaction(store, 'readonly', (objects) => objects.getAll())) as Value[];
}

/** Resolves when the transaction is on disk, not when it is merely asked for. */
async function inTransaction<Value>(
  store: StoreName,
  mode: IDBTransactionMode,
  act: (objects: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await openDatabase();
  try {
    const transaction = database.transaction(store, mode, { durability: 'strict' });
    const request = act(transaction.objectStore(store));
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? refused());
    });
  } finally {
    database.close();
  }
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open('stepwright', version);
  request.onupgradeneeded = () => {
    for (const name of storeNames) {
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, { keyPath: 'id' });
    }
  };
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? refused());
  });
}

const refused = () => new Error('The browser refused its database.');
