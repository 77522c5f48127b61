import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzzed } from './fuzzed';
import { killRounds } from './killRounds';
import { RawClient } from './rawClient';
import { bundled, memoryOf, startMoto, startOurs, type Running } from './servers';

const clients = 8;
const role = 'arn:aws:iam::123456789012:role/r';

const chainOf = (count: number): string =>
  JSON.stringify({
    StartAt: 'S1',
    States: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `S${i + 1}`,
        { Type: 'Pass', ...(i + 1 === count ? { End: true } : { Next: `S${i + 2}` }) },
      ]),
    ) as object,
  });

interface Throughput {
  readonly perSecond: number;
  readonly p99: number;
}

/** Starts executions and describes them until they have ended, by some clients at once. */
async function throughput({ url }: Running, seconds: number): Promise<Throughput> {
  const client = new RawClient(url);
  const name = `five-${Date.now()}`;
  const { stateMachineArn } = await client.call('CreateStateMachine', { name, definition: chainOf(5), roleArn: role });
  const times: number[] = [];
  let started = 0;
  const until = performance.now() + seconds * 1000;
  const work = async (): Promise<void> => {
    while (performance.now() < until) {
      const begun = performance.now();
      const { executionArn } = await client.call('StartExecution', {
        stateMachineArn,
        name: `order-${++started}`,
        input: '{"order":1}',
      });
      for (;;) {
        const { status } = await client.call('DescribeExecution', { executionArn });
        if (status === 'SUCCEEDED') break;
        if (status !== 'RUNNING') throw new Error(`The execution is ${String(status)}.`);
      }
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, work));
  const perSecond = (times.length / (performance.now() - begun)) * 1000;
  client.close();
  return { perSecond, p99: times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Reads a history of 25,000 events page by page; events a second. */
async function paging({ url }: Running): Promise<number> {
  const client = new RawClient(url);
  const stops = { Variable: '$.stop', IsPresent: true, Next: 'Stop' };
  const loop = JSON.stringify({
    StartAt: 'Go',
    States: {
      Go: { Type: 'Pass', Next: 'Again' },
      Again: { Type: 'Choice', Choices: [stops], Default: 'Go' },
      Stop: { Type: 'Succeed' },
    },
  });
  const { stateMachineArn } = await client.call('CreateStateMachine', {
    name: 'loop',
    definition: loop,
    roleArn: role,
  });
  const { executionArn } = await client.call('StartExecution', { stateMachineArn });
  const rates: number[] = [];
  for (let round = 0; round < 5; round++) {
    let [count, nextToken] = [0, undefined as unknown];
    const started = performance.now();
    do {
      const page = await client.call('GetExecutionHistory', { executionArn, maxResults: 1000, nextToken });
      count += (page['events'] as unknown[]).length;
      nextToken = page['nextToken'];
    } while (nextToken !== undefined);
    if (count !== 25_000) throw new Error(`The history has ${count} events.`);
    rates.push((count / (performance.now() - started)) * 1000);
  }
  client.close();
  return rates.sort((a, b) => a - b)[2] ?? 0;
}

/** How much memory the endpoint holds with 10,000 executions that wait, in MB. */
async function waiting(running: Running): Promise<number> {
  const client = new RawClient(running.url);
  const definition = JSON.stringify({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 86_400, End: true } } });
  const { stateMachineArn } = await client.call('CreateStateMachine', { name: 'wait', definition, roleArn: role });
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let i = 0; i < 10_000 / clients; i++)
        await client.call('StartExecution', { stateMachineArn, input: JSON.stringify({ order: i }) });
    }),
  );
  client.close();
  return memoryOf(running.process);
}

/** Measures the endpoint beside moto's server, in the same run and by the same client; says whether the bars are held. */
export async function benchServe({ rounds }: { readonly rounds: number }): Promise<boolean> {
  bundled();
  const folder = mkdtempSync(join(tmpdir(), 'stepwright-serve-'));
  try {
    const starts: number[] = [];
    for (let i = 0; i < 5; i++) {
      const started = await startOurs(join(folder, `start-${i}`));
      starts.push(started.readyMs);
      await started.end();
    }
    const ready = Math.min(...starts);
    const moto = await startMoto();
    const ours = await startOurs(join(folder, 'speed'));
    // In turns, so that what else the machine does slows both down alike.
    const [first, motos, second] = [await throughput(ours, 5), await throughput(moto, 5), await throughput(ours, 5)];
    await moto.end();
    const events = await paging(ours);
    await ours.end();
    const holding = await startOurs(join(folder, 'memory'));
    const memory = await waiting(holding);
    await holding.end();
    const wild = await startOurs(join(folder, 'fuzz'), 'virtual');
    const faults = await fuzzed(wild, 100_000);
    await wild.end();
    const kills = await killRounds(join(folder, 'kills'), rounds);
    const perSecond = Math.max(first.perSecond, second.perSecond);
    const p99 = Math.min(first.p99, second.p99);
    return report([
      ['5 states, started and described until ended', perSecond, '/s', perSecond >= 500],
      ["the same by moto's server", motos.perSecond, '/s', true],
      ['times as many', perSecond / motos.perSecond, 'x', perSecond >= 8 * motos.perSecond],
      ['p99 at 8 clients', p99, 'ms', p99 < 50],
      ["p99 of moto's server", motos.p99, 'ms', true],
      ['history of 25,000 events, paged', events, 'events/s', events >= 50_000],
      ['10,000 executions that wait', memory, 'MB', memory <= 300],
      ['start to ready', ready, 'ms', ready < 400],
      ['faults in 100,000 requests with something wrong', faults, '', faults === 0],
      [`lost in ${rounds} kills (${kills.accepted} executions)`, kills.lost, '', kills.lost === 0],
      ['run twice past a recorded event', kills.repeated, '', kills.repeated === 0],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(rows: readonly (readonly [what: string, value: number, unit: string, holds: boolean])[]): boolean {
  for (const [what, value, unit, holds] of rows)
    console.log(
      `${what.padEnd(46)} ${value.toFixed(value < 100 ? 1 : 0).padStart(9)} ${unit.padEnd(9)} ${holds ? '' : 'BAR NOT HELD'}`,
    );
  return rows.every(([, , , holds]) => holds);
}
