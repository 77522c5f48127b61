/** A limit of ours was reached: the execution fails with its name, whatever catchers say. Thrown through states. */
export class LimitReached {
  constructor(
    readonly error: string,
    readonly cause: string,
  ) {}
}
