/** A limit of ours was reached: the execution fails with its name, whatever catchers say. Thrown through states. */
export class LimitReached {
  constructor(
    readonly error: string,
    readonly cause: string,
    /** True where the whole run ends, not only the child execution that reached it. */
    readonly ofWholeRun = false,
  ) {}
}
