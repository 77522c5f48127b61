import { exitCodes, type ExitCode } from './exitCodes';

/** Why a command ends without having been done. It is thrown, because it ends everything that called for it. */
export class Refusal extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

/** The command was called in a wrong way. */
export const wrongUsage = (message: string) => new Refusal(exitCodes.usage, message);

/** A file cannot be read or written. */
export const wrongFile = (message: string) => new Refusal(exitCodes.files, message);
