/** What a value was made from, while an edit is on its way. */
let origins = new WeakMap<object, object>();

/**
 * Remembers that a value is another one with a change, and returns it. An edit builds new values and then writes them;
 * what the text says beyond the values (comments, tags, how a number is written) is found by where they came from.
 */
export function madeFrom<Value extends object>(value: Value, from: object): Value {
  if (value !== from) origins.set(value, from);
  return value;
}

/** The value that this one was made from in the edit under way; undefined for one that is new or was only read. */
export function originOf(value: object): object | undefined {
  return origins.get(value);
}

/** Ends an edit: its values are written. Else every version of a document would hold the one before. */
export function forgetOrigins(): void {
  origins = new WeakMap();
}
