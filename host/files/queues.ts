/** Work by key, one at a time and in the order it came: two writes of one file must not overtake each other. */
export class Queues {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs a task after all earlier ones of its key, whether those failed or not. */
  run<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
    const before = this.last.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    this.last.set(key, result);
    const forget = () => {
      if (this.last.get(key) === result) this.last.delete(key);
    };
    result.then(forget, forget);
    return result;
  }
}
