/** What a command ends with. Documented in docs/cli.md; scripts rely on it. */
export const exitCodes = {
  ok: 0,
  /** What was asked about is not in order: errors in a workflow, a run that failed, a test that does not hold. */
  findings: 1,
  /** The command was called in a wrong way. */
  usage: 2,
  /** A file cannot be read or written. */
  files: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
