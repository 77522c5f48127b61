import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pythonClients } from '../../scripts/lib/pythonClients.mjs';

const root = join(import.meta.dirname, '../..');
const bundle = join(root, 'out/bench/serve/main.cjs');

export interface Running {
  readonly url: string;
  readonly process: ChildProcess;
  /** How long it took until it answered. */
  readonly readyMs: number;
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Servers that run: none outlives the bench, however it ends. */
const children = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Bundles the command line as it is published. */
export function bundled(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/cli.mjs'), bundle], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Starts our endpoint in a process of its own. */
export async function startOurs(data: string, time = 'real', port = 0): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, [bundle, 'serve', '--port', String(port), '--data', data, '--time', time], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.add(child);
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => {
      reject(new Error(`serve ended with ${code}: ${text}`));
    });
  });
  return { url, process: child, readyMs: performance.now() - started, end: (signal) => ended(child, signal) };
}

/** Starts moto's server, in the virtual environment that is made for it. */
export async function startMoto(): Promise<Running> {
  const { python } = pythonClients({ withPeer: true });
  const port = await freePort();
  const started = performance.now();
  const child = spawn(python, ['-c', 'from moto.server import main; main()', '-p', String(port)], { stdio: 'ignore' });
  children.add(child);
  const url = `http://127.0.0.1:${port}`;
  for (let left = 200; ; left--) {
    const answered = await fetch(`${url}/moto-api/`).then(
      () => true,
      () => false,
    );
    if (answered) break;
    if (left === 0) throw new Error('moto does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const readyMs = performance.now() - started;
  // Without it moto tells of executions, but runs none.
  const run = { stepfunctions: { execute_state_machine: true } };
  await fetch(`${url}/moto-api/config`, { method: 'POST', body: JSON.stringify(run) });
  return { url, process: child, readyMs, end: (signal) => ended(child, signal) };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
  children.delete(child);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** What a process holds of memory, in MB. Linux alone says it without help. */
export function memoryOf({ pid }: ChildProcess): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
