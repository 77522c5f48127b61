import { commandHelp, readArguments, type OptionTable, type OptionValues } from './arguments';
import type { Console } from './console';
import type { ExitCode } from './exitCodes';

/** A command by its name. What it needs is loaded when it is called, so that the others start at once. */
export interface CommandEntry {
  readonly name: string;
  /** One sentence for the list of commands. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** A command of the command line: one file of `commands/` each. */
export interface Command {
  /** What `--help` shows. */
  help(entry: Pick<CommandEntry, 'name' | 'summary'>): string;
  /**
   * Carries it out.
   * @param args what stands behind its name
   * @throws Refusal when it cannot be done
   */
  run(args: readonly string[], console: Console): Promise<ExitCode>;
}

/** What a command says of itself. */
interface CommandForm<Options extends OptionTable> {
  /** How the arguments without a name are called, such as `FILE…`; empty when it takes none. */
  readonly operands: string;
  /** The fewest and the most of them. */
  readonly count: readonly [least: number, most: number];
  /** What it does, in a few lines. */
  readonly about: string;
  readonly options: Options;
  /** Command lines without `stepwright`, each with what it does. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  run(called: Called<Options>, console: Console): Promise<ExitCode>;
}

/** The arguments of a call, read by the table of its options. */
export interface Called<Options extends OptionTable> {
  readonly operands: readonly string[];
  readonly options: OptionValues<Options>;
}

/** A command whose arguments are read by a table that its help is made of, too. */
export function commandOf<const Options extends OptionTable>(form: CommandForm<Options>): Command {
  return {
    help: (entry) => commandHelp(entry, form),
    run: (args, console) => form.run(readArguments(args, form), console),
  };
}
