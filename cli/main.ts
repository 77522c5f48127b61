import { commands } from './commands/index';

/** `stepwright <command> [arguments]`. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((each) => each.name === name);
  if (command) return command.run(args);
  const isAskedFor = name === undefined || name === 'help' || name === '--help';
  const list = commands.map(({ name: each, summary }) => `  ${each.padEnd(10)}${summary}`).join('\n');
  const text = `Usage: stepwright <command> [arguments]\n\n${list}\n`;
  if (isAskedFor) process.stdout.write(text);
  else process.stderr.write(`There is no command "${name}".\n\n${text}`);
  return isAskedFor ? 0 : 2;
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
