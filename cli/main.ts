import { runCommandLine } from './commandLine';
import { processConsole } from './console';

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit();
  throw problem;
});

void runCommandLine(process.argv.slice(2), processConsole()).then((code) => {
  process.exitCode = code;
});
