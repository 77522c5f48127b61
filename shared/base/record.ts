/** The entry of a record whose keys came from outside, such as names of states: never something of Object.prototype. */
export function entryOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
