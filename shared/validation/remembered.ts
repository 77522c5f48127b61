/** One kind of thing that is remembered of states or scopes. */
export class Remembered<Value> {
  private static count = 0;
  /** Where it stands among what is remembered. */
  readonly index = Remembered.count++;
  declare readonly value: Value;
}

/**
 * What was found out about a state or scope by the object that it is, in one validator. Definitions share what an edit left as
 * it is, and share this with it; who finds something out keeps it here with what it depends on besides.
 */
export class Memory {
  private readonly kept: unknown[] = [];

  get<Value>(what: Remembered<Value>): Value | undefined {
    return this.kept[what.index] as Value | undefined;
  }

  keep<Value>(what: Remembered<Value>, value: Value): Value {
    this.kept[what.index] = value;
    return value;
  }
}
