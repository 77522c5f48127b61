import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installPeers } from '../installPeers';
import { measureBareLoop } from './bareLoop';
import { workloads, type Workload } from './workloads';

interface Measured {
  readonly milliseconds: number;
  /** Of all cores; what else the machine does changes it little, so growth is judged by it. */
  readonly cpuMilliseconds: number;
  readonly events: number;
  readonly memoryMb: number;
}

interface Row {
  readonly name: string;
  readonly ours: Measured;
  readonly peer?: Measured;
  readonly speed?: number;
  readonly memory?: number;
  readonly held: boolean;
}

const here = import.meta.dirname;
const mapSizes = [1_000, 10_000, 100_000];

/** Measures every workload in processes of their own, ours and the peer in turn; true when every bar is held. */
export async function benchSimulator(options: {
  readonly processes: number;
  readonly jsonFile: string | undefined;
}): Promise<boolean> {
  installPeers();
  console.log(
    `Node ${process.version}, medians of ${String(options.processes)} processes each, aws-local-stepfunctions 3.0.0\n`,
  );
  console.log('workload                             ours ms    peer ms   speed    ours MB  peer MB  memory  bar');
  const rows: Row[] = [];
  for (const workload of workloads) {
    const row = compare(workload, options.processes);
    rows.push(row);
    console.log(rowText(row, workload));
  }
  const flat = mapSizes.map((size) => ({ size, ...median('ours', `map:${String(size)}`, options.processes) }));
  const rates = flat.map((one) => one.size / one.cpuMilliseconds);
  console.log('\nitems of an inline Map per millisecond of processor time');
  flat.forEach((one, i) => {
    console.log(
      `  ${String(one.size).padStart(7)}  ${(rates[i] ?? 0).toFixed(0).padStart(6)}   ${one.memoryMb.toFixed(0)} MB`,
    );
  });
  const drop = 1 - Math.min(...rates.slice(1)) / (rates[0] ?? 1);
  console.log(`  from 1,000 items the rate falls by ${(100 * Math.max(0, drop)).toFixed(0)} % at most (bar: 20 %)`);
  const bare = measureBareLoop(10_000);
  const map = flat.find((one) => one.size === 10_000);
  console.log(
    `\na bare loop that only builds the events of 10,000 items: ${bare.toFixed(1)} ms, the engine ${((map?.milliseconds ?? 0) / bare).toFixed(1)} times that`,
  );
  const held = rows.every((row) => row.held) && drop <= 0.2;
  console.log(held ? '\nevery bar is held' : '\nA BAR IS MISSED');
  if (options.jsonFile !== undefined)
    writeFileSync(
      options.jsonFile,
      `${JSON.stringify({ node: process.version, rows, flat, bareLoopMs: bare, held }, null, 2)}\n`,
    );
  return held;
}

function compare(workload: Workload, processes: number): Row {
  const ours = median('ours', workload.name, processes);
  if (workload.oursOnly === true) return { name: workload.name, ours, held: true };
  const peer = median('peer', workload.name, processes);
  const speed = peer.milliseconds / ours.milliseconds;
  const memory = ours.memoryMb / peer.memoryMb;
  const held = speed >= (workload.bar ?? 0) && memory <= (workload.memoryBar ?? Infinity);
  return { name: workload.name, ours, peer, speed, memory, held };
}

function rowText({ name, ours, peer, speed, memory, held }: Row, { bar, memoryBar }: Workload): string {
  const number = (value: number | undefined, digits: number, width: number): string =>
    (value?.toFixed(digits) ?? '').padStart(width);
  const bars = [
    bar === undefined ? '' : `${String(bar)}x`,
    memoryBar === undefined ? '' : `${String(memoryBar)} memory`,
  ].filter(Boolean);
  return (
    name.padEnd(34) +
    number(ours.milliseconds, 2, 10) +
    number(peer?.milliseconds, 2, 11) +
    number(speed, 1, 8) +
    number(ours.memoryMb, 0, 11) +
    number(peer?.memoryMb, 0, 9) +
    number(memory, 2, 8) +
    `  ${bars.join(', ')}${held ? '' : ' MISSED'}`
  );
}

function median(engine: 'ours' | 'peer', workload: string, processes: number): Measured {
  const measured = Array.from({ length: processes }, () => measure(engine, workload));
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  return {
    milliseconds: middle(measured.map((one) => one.milliseconds)),
    cpuMilliseconds: middle(measured.map((one) => one.cpuMilliseconds)),
    events: middle(measured.map((one) => one.events)),
    memoryMb: middle(measured.map((one) => one.memoryMb)),
  };
}

function measure(engine: 'ours' | 'peer', workload: string): Measured {
  const args = ['--import', 'tsx', join(here, 'measure.ts'), engine, workload];
  return JSON.parse(
    execFileSync(process.execPath, args, { encoding: 'utf8', cwd: join(here, '..', '..') }),
  ) as Measured;
}
