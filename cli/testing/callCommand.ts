import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { runCommandLine } from '../commandLine';

/** What a call came to, with the names of files as they stand in the folder of the test. */
export interface CallOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with files, for tests that call commands in it. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'stepwright-cli-'));

  write(name: string, content: string | Uint8Array | object): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    const isRaw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, isRaw ? content : `${JSON.stringify(content, null, 2)}\n`);
    return path;
  }

  /**
   * Calls a command line. `@name` among its arguments is a file of the folder.
   * @param input what comes in over standard input
   */
  async call(args: readonly string[], input: string | Uint8Array = '', isTerminal = false): Promise<CallOutcome> {
    const told = { out: '', err: '' };
    const code = await runCommandLine(
      args.map((arg) => (arg.startsWith('@') ? join(this.path, arg.slice(1)) : arg)),
      {
        isTerminal,
        out: (text) => (told.out += text),
        err: (text) => (told.err += text),
        input: () => Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
        progress: () => undefined,
      },
    );
    const relative = (text: string) => text.replaceAll(this.path + sep, '').replaceAll(this.path, '');
    return { code, out: relative(told.out), err: relative(told.err) };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A workflow of one task, for calls that need any. */
export const oneTask = {
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'arn:aws:lambda:eu-west-1:123456789012:function:charge', 'Payload.$': '$' },
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};
