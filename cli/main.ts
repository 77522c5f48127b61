import { runCommandLine } from './commandLine';
import { processConsole } from './console';

// Whoever reads the output may stop before its end, as `head` does.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') process.exit();
  throw problem;
});

/** EX_SOFTWARE of sysexits.h: scripts shall not take a bug of ours for findings. */
const ownFault = 70;

void runCommandLine(process.argv.slice(2), processConsole()).then(
  (code) => {
    process.exitCode = code;
  },
  (problem: unknown) => {
    process.stderr.write(
      `This is a fault of Stepwright.\n${problem instanceof Error ? problem.stack : String(problem)}\n`,
    );
    process.exitCode = ownFault;
  },
);
