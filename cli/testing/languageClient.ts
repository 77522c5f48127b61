import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** An editor as the server sees it: frames of JSON-RPC over the pipes of a process. */
export class LanguageClient {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, (message: Message) => void>();
  private readonly notified: ((message: Message) => void)[] = [];
  private received = Buffer.alloc(0);
  private next = 1;

  /** @param main the bundled command line */
  constructor(main: string) {
    this.process = spawn(process.execPath, [main, 'lsp']);
    this.process.stdout.on('data', (part: Buffer) => this.take(part));
  }

  /** Asks, and gives the result, or the message of the refusal. */
  async ask(method: string, params: unknown): Promise<unknown> {
    const id = this.next++;
    const answered = new Promise<Message>((resolve) => this.waiting.set(id, resolve));
    this.write({ id, method, params });
    const { result, error } = await answered;
    return error ? { error: error.message } : result;
  }

  tell(method: string, params: unknown): void {
    this.write({ method, params });
  }

  /** The params of the next notification that comes. */
  async notification(): Promise<unknown> {
    return (await new Promise<Message>((resolve) => this.notified.push(resolve))).params;
  }

  /** Ends the session; gives the exit code of the process. */
  async end(): Promise<number | null> {
    const ended = once(this.process, 'exit') as Promise<[number | null]>;
    await this.ask('shutdown', undefined);
    this.tell('exit', undefined);
    return (await ended)[0];
  }

  kill(): void {
    this.process.kill();
  }

  private write(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private take(part: Buffer): void {
    this.received = Buffer.concat([this.received, part]);
    for (;;) {
      const head = this.received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.received.toString('utf8', 0, Math.max(0, head)))?.[1]);
      if (head < 0 || this.received.length < head + 4 + length) return;
      const text = this.received.toString('utf8', head + 4, head + 4 + length);
      this.received = this.received.subarray(head + 4 + length);
      const message = JSON.parse(text) as Message;
      if (message.id === undefined) this.notified.shift()?.(message);
      else this.waiting.get(message.id)?.(message);
    }
  }
}
