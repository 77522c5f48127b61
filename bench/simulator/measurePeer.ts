import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Workload } from './workloads';

interface PeerRun {
  readonly eventLogs: AsyncIterable<unknown>;
  readonly result: Promise<unknown>;
}

interface Peer {
  readonly StateMachine: new (
    definition: unknown,
    options: unknown,
  ) => { run(input: unknown, options: unknown): PeerRun };
}

/** The peer is made for Node 22; this is all that an older one lacks. */
function fillIn(): void {
  const host = Promise as unknown as { withResolvers?: unknown };
  host.withResolvers ??= function withResolvers(): unknown {
    let resolve: unknown;
    let reject: unknown;
    const promise = new Promise((res, rej) => {
      resolve = res;
      reject = rej;
    });
    return { promise, resolve, reject };
  };
}

/** Runs a workload on aws-local-stepfunctions, its events drained; gives the number of events. */
export async function runPeer(workload: Workload): Promise<number> {
  fillIn();
  const manifest = join(import.meta.dirname, '..', 'peer', 'package.json');
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const require = createRequire(manifest);
  const entry = require.resolve(Object.keys(dependencies)[0] ?? '');
  const peer = (await import(pathToFileURL(entry).href)) as Peer;
  const definition = JSON.parse(JSON.stringify(workload.definition)) as {
    readonly States: Readonly<Record<string, { readonly Type: string }>>;
  };
  const machine = new peer.StateMachine(definition, {});
  let calls = 0;
  const work = (): unknown => {
    if (workload.failsEvery !== undefined && ++calls % workload.failsEvery === 0) throw new Error('busy');
    return { done: true };
  };
  const tasks = Object.entries(definition.States).filter(([, state]) => state.Type === 'Task');
  const overrides = {
    taskResourceLocalHandlers: Object.fromEntries(tasks.map(([name]) => [name, work])),
    retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 0])),
  };
  let events = 0;
  for (let i = 0; i < workload.runs; i++) {
    const run = machine.run(workload.input, { overrides });
    for await (const event of run.eventLogs) if (event !== undefined) events++;
    await run.result;
  }
  return events;
}
