/** A command of the command line: one file of `commands/` each. */
export interface Command {
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  /**
   * Carries it out.
   * @param args what stands behind its name
   * @returns the exit code; a command that serves resolves when it ends
   */
  run(args: readonly string[]): Promise<number>;
}
