import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchFolder } from '../folders';
import type { Once } from './ours';
import type { Workload } from './workloads';

/** The simulator that ours is compared with. */
export const peerName = 'aws-local-stepfunctions';

const manifest = join(benchFolder, 'peer', 'package.json');

export function peerVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return dependencies[peerName] ?? 'unknown';
}

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

/** A workload on the peer, its machine made before, its events drained. */
export async function peer(workload: Workload): Promise<Once> {
  fillIn();
  const entry = createRequire(manifest).resolve(peerName);
  const { StateMachine } = (await import(pathToFileURL(entry).href)) as Peer;
  const definition = JSON.parse(JSON.stringify(workload.definition)) as {
    readonly States: Readonly<Record<string, { readonly Type: string }>>;
  };
  const machine = new StateMachine(definition, {});
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
  return async () => {
    const run = machine.run(workload.input, { overrides });
    let events = 0;
    for await (const event of run.eventLogs) if (event !== undefined) events++;
    await run.result;
    return events;
  };
}
