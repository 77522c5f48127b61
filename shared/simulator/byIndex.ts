/**
 * What stands under an index, where most of a million come and go. Not a Map: one that many go through is made anew again
 * and again, and what is left of the old ones holds those that are long gone.
 */
export class ByIndex<Value> {
  private readonly values: (Value | undefined)[] = [];

  get(index: number): Value | undefined {
    return this.values[index];
  }

  set(index: number, value: Value | undefined): void {
    this.values[index] = value;
  }

  /** Those that are there, in the order of their indices. */
  entries(): readonly (readonly [number, Value])[] {
    const entries: (readonly [number, Value])[] = [];
    this.values.forEach((value, index) => {
      if (value !== undefined) entries.push([index, value]);
    });
    return entries;
  }
}
