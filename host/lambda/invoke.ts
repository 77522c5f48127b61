import { spawn } from 'node:child_process';
import { isObject, own, parseJsonText, type JsonValue } from '#shared/base/index';
import type { LocalFunction } from './functions';
import { environmentOf, WarmProcess, type CodeFunction, type Ended } from './warmProcess';

/** What a function answered, or its error in Lambda's shape. */
export type Invoked =
  { readonly kind: 'result'; readonly value: JsonValue } | { readonly kind: 'error'; readonly payload: JsonValue };

export interface Invocation {
  readonly event: string;
  readonly requestId: string;
  readonly arn: string;
  readonly region: string;
}

/** Processes of a function that wait for the next event; more of them run where events come at once. */
export class Functions {
  private readonly idle = new Map<LocalFunction, WarmProcess[]>();
  private readonly all = new Set<WarmProcess>();

  /** @param log told each line that a function prints */
  constructor(private readonly log: (functionName: string, line: string) => void) {}

  /** Runs a function with an event. */
  async invoke(called: LocalFunction, invocation: Invocation): Promise<Invoked> {
    if (called.kind === 'url') return post(called, invocation);
    const ended =
      called.kind === 'command' ? await this.command(called, invocation) : await this.warm(called, invocation);
    if ('line' in ended) return answered(ended.line, called.kind !== 'command');
    return { kind: 'error', payload: endOf(ended, called, invocation) };
  }

  /** Ends every process. */
  stop(): void {
    for (const process of this.all) process.stop();
    this.all.clear();
  }

  private async warm(code: CodeFunction, invocation: Invocation): Promise<Ended> {
    const { requestId, arn, region, event } = invocation;
    const waiting = this.idle.get(code) ?? [];
    this.idle.set(code, waiting);
    let process = waiting.pop();
    while (process !== undefined && !process.isAlive) process = waiting.pop();
    process ??= new WarmProcess(code, region, (line) => {
      this.log(code.name, line);
    });
    this.all.add(process);
    const context = {
      functionName: code.name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: String(code.memoryMB),
      awsRequestId: requestId,
      logGroupName: `/aws/lambda/${code.name}`,
      logStreamName: 'local',
    };
    const timeoutMs = code.timeoutSeconds * 1000;
    const head = JSON.stringify({ context, deadline: Date.now() + timeoutMs });
    const ended = await process.take(`${head.slice(0, -1)},"event":${oneLine(event)}}`, timeoutMs);
    if ('line' in ended) waiting.push(process);
    else this.all.delete(process);
    return ended;
  }

  private command(
    called: Extract<LocalFunction, { readonly kind: 'command' }>,
    { event, region }: Invocation,
  ): Promise<Ended> {
    const [program = '', ...args] = called.command;
    return new Promise((resolve) => {
      const child = spawn(program, args, { cwd: called.folder, env: environmentOf(called, region) });
      let out = '';
      const timer = setTimeout(() => {
        resolve({ timedOut: true });
        child.kill('SIGKILL');
      }, called.timeoutSeconds * 1000);
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => {
        this.log(called.name, chunk.toString().trimEnd());
      });
      // A command that does not read its event is no fault.
      child.stdin.on('error', () => undefined);
      child.once('error', (problem) => {
        clearTimeout(timer);
        resolve({ exit: problem.message });
      });
      child.once('close', (status, signal) => {
        clearTimeout(timer);
        resolve(
          status === 0 ? { line: out } : { exit: signal === null ? `exit status ${status}` : `signal: ${signal}` },
        );
      });
      child.stdin.end(event);
    });
  }
}

/** JSON has line breaks between its tokens alone, where a blank does as well. */
const oneLine = (json: string): string => json.replace(/[\r\n]/g, ' ');

function answered(line: string, isRuntime: boolean): Invoked {
  let value: JsonValue;
  try {
    value = line.trim() === '' ? null : parseJsonText(line);
  } catch {
    const errorMessage = 'The function did not write JSON.';
    return { kind: 'error', payload: { errorType: 'Runtime.MarshalError', errorMessage } };
  }
  if (!isRuntime || !isObject(value)) return { kind: 'result', value };
  const error = own(value, 'error');
  return error === undefined
    ? { kind: 'result', value: own(value, 'result') ?? null }
    : { kind: 'error', payload: error };
}

/** The error of a function that did not answer, in Lambda's words. */
function endOf(
  ended: Exclude<Ended, { readonly line: string }>,
  called: LocalFunction,
  { requestId }: Invocation,
): JsonValue {
  if ('timedOut' in ended) {
    const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${called.timeoutSeconds.toFixed(2)} seconds`;
    return { errorType: 'Sandbox.Timedout', errorMessage };
  }
  const errorMessage = `RequestId: ${requestId} Error: Runtime exited with error: ${ended.exit}`;
  return { errorType: 'Runtime.ExitError', errorMessage };
}

/** Asks the Lambda endpoint of a running container. */
async function post(
  called: Extract<LocalFunction, { readonly kind: 'url' }>,
  invocation: Invocation,
): Promise<Invoked> {
  try {
    const signal = AbortSignal.timeout(called.timeoutSeconds * 1000);
    const response = await fetch(called.url, { method: 'POST', body: invocation.event, signal });
    const text = await response.text();
    const value = text === '' ? null : parseJsonText(text);
    // The runtime interface emulator answers 200 for errors, too, and says so by their shape alone.
    const failed =
      !response.ok ||
      response.headers.has('x-amz-function-error') ||
      (isObject(value) && own(value, 'errorType') !== undefined);
    return failed ? { kind: 'error', payload: value } : { kind: 'result', value };
  } catch (problem) {
    const ended =
      problem instanceof Error && problem.name === 'TimeoutError'
        ? ({ timedOut: true } as const)
        : { exit: String(problem) };
    return { kind: 'error', payload: endOf(ended, called, invocation) };
  }
}
