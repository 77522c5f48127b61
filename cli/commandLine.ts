import { nearest } from '../shared/base/index';
import { exitCodes, type ExitCode } from './exitCodes';
import { commands } from './commands/index';
import type { Console } from './console';
import { Refusal } from './refusal';
import { version } from './version';

/** `stepwright COMMAND [arguments]`: carries a command out and gives its exit code. Nothing is thrown but what is our own bug. */
export async function runCommandLine([name, ...args]: readonly string[], console: Console): Promise<ExitCode> {
  if (name === undefined || name === '--help' || name === '-h' || (name === 'help' && args.length === 0)) {
    console.out(overview());
    return exitCodes.ok;
  }
  if (name === '--version') {
    console.out(`${version}\n`);
    return exitCodes.ok;
  }
  // `help validate` is `validate --help`.
  const [wanted, rest] = name === 'help' ? [args[0], ['--help']] : [name, args];
  const entry = commands.find((each) => each.name === wanted);
  if (!entry) {
    const meant = nearest(
      commands.map((each) => each.name),
      wanted ?? '',
    );
    console.err(
      `There is no command "${wanted}".${meant === null ? '' : ` Did you mean "${meant}"?`}\n\n${overview()}`,
    );
    return exitCodes.usage;
  }
  const command = await entry.load();
  const end = rest.indexOf('--');
  const named = end < 0 ? rest : rest.slice(0, end);
  if (named.includes('--help') || named.includes('-h')) {
    console.out(command.help(entry));
    return exitCodes.ok;
  }
  try {
    return await command.run(rest, console);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    console.progress('');
    const hint = problem.exitCode === exitCodes.usage ? `See stepwright ${entry.name} --help.\n` : '';
    console.err(`${problem.message}\n${hint}`);
    return problem.exitCode;
  }
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join('\n');
  return `Usage: stepwright COMMAND [arguments]\n\n${list}\n\nstepwright COMMAND --help says more of each.\n`;
}
