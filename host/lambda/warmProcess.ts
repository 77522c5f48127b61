import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { LocalFunction } from './functions';
import { nodeRuntime, pythonRuntime } from './runtimes';

export type CodeFunction = Extract<LocalFunction, { readonly kind: 'node' | 'python' }>;

/** What came of an event: the line that the runtime wrote, or how the process ended instead. */
export type Ended = { readonly line: string } | { readonly exit: string } | { readonly timedOut: true };

/** A process with the code of a function. It takes one event at a time and stays for the next. */
export class WarmProcess {
  private readonly child: ChildProcess;
  private waiting: ((ended: Ended) => void) | undefined = undefined;
  private end: string | undefined = undefined;

  constructor(code: CodeFunction, region: string, log: (line: string) => void) {
    const [command, args] = commandOf(code);
    this.child = spawn(command, [...args, code.file, code.handler], {
      cwd: code.folder,
      env: environmentOf(code, region),
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      if (stream !== null) createInterface({ input: stream }).on('line', log);
    createInterface({ input: this.child.stdio[4] as Readable }).on('line', (line) => {
      this.tell({ line });
    });
    // A process that has ended takes nothing more; its end is told by 'exit'.
    (this.child.stdio[3] as Writable).on('error', () => undefined);
    this.child.once('error', (problem) => {
      this.ended(problem.message);
    });
    this.child.once('exit', (status, signal) => {
      this.ended(signal === null ? `exit status ${status}` : `signal: ${signal}`);
    });
  }

  get isAlive(): boolean {
    return this.end === undefined;
  }

  /** Gives it an event; the process is ended when it takes longer than it may. */
  take(event: string, timeoutMs: number): Promise<Ended> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.tell({ timedOut: true });
        this.stop();
      }, timeoutMs);
      this.waiting = (ended) => {
        clearTimeout(timer);
        resolve(ended);
      };
      if (this.end !== undefined) this.tell({ exit: this.end });
      else (this.child.stdio[3] as Writable).write(`${event}\n`);
    });
  }

  stop(): void {
    this.child.kill('SIGKILL');
  }

  private ended(how: string): void {
    this.end ??= how;
    this.tell({ exit: this.end });
  }

  private tell(ended: Ended): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.(ended);
  }
}

function commandOf({ kind, file, memoryMB }: CodeFunction): readonly [string, readonly string[]] {
  if (kind === 'python') return [process.env['PYTHON'] ?? 'python3', ['-u', '-c', pythonRuntime]];
  const heap = `--max-old-space-size=${memoryMB}`;
  const run = ['--input-type=module', '-e', nodeRuntime];
  if (!/\.[cm]?ts$/.test(file)) return [process.execPath, [heap, ...run]];
  // Node reads types itself from 22.18 on; before, by the loader that is installed beside the code.
  try {
    return [process.execPath, [heap, '--import', createRequire(file).resolve('tsx'), ...run]];
  } catch {
    return [process.execPath, [heap, ...run]];
  }
}

/** What a function finds in its environment, as Lambda gives it: nothing of the person but where programs are. */
export function environmentOf(
  { name, memoryMB, environment, folder, ...code }: LocalFunction,
  region: string,
): NodeJS.ProcessEnv {
  const { PATH, HOME, SystemRoot } = process.env;
  return {
    PATH,
    ...(HOME === undefined ? {} : { HOME }),
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    TZ: 'UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMB),
    LAMBDA_TASK_ROOT: folder,
    ...('handler' in code ? { _HANDLER: code.handler } : {}),
    ...environment,
  };
}
