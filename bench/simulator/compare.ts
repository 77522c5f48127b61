import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder } from '../folders';
import { installPeers } from '../installPeers';
import { measureBareLoop } from './bareLoop';
import type { Measured } from './measure';
import { growth, ownWorkloads, type OwnWorkload } from './ours';
import { peerName, peerVersion } from './peer';
import { workloads, type Workload } from './workloads';

interface Row {
  readonly name: string;
  readonly ours: Measured;
  readonly peer?: Measured;
  readonly held: boolean;
}

/**
 * Measures every workload in processes of their own, warm, ours and the peer in turn. Processor time decides; memory is
 * what a process holds over what it held before the first run. True when every bar is held.
 */
export function benchSimulator(options: {
  readonly processes: number;
  readonly jsonFile: string | undefined;
  /** Only the workloads whose names have it. */
  readonly only: string | undefined;
}): boolean {
  installPeers();
  const wanted = ({ name }: { readonly name: string }): boolean => name.includes(options.only ?? '');
  console.log(
    `Node ${process.version}, medians of ${String(options.processes)} warm processes each, in turn; the peer is ${peerName} ${peerVersion()}\n`,
  );
  console.log('workload                            ours ms   peer ms   speed   ours MB  peer MB  bar');
  const rows: Row[] = [];
  const show = (row: Row, bars: string): void => {
    rows.push(row);
    console.log(rowText(row, bars));
  };
  for (const workload of workloads.filter(wanted)) show(compare(workload, options.processes), barsOf(workload));
  for (const workload of ownWorkloads.filter(wanted)) show(measureOwn(workload, options.processes), barsOf(workload));
  console.log('\ngrowth: one process each');
  for (const workload of growth.filter(wanted)) show(measureOwn(workload, 1), barsOf(workload));
  const bare = measureBareLoop(10_000);
  console.log(`\na bare loop that only builds the events of 10,000 items of an inline Map: ${bare.toFixed(1)} ms`);
  const held = rows.every((row) => row.held);
  console.log(held ? '\nevery bar is held' : '\nA BAR IS MISSED');
  if (options.jsonFile !== undefined)
    writeFileSync(
      options.jsonFile,
      `${JSON.stringify({ node: process.version, rows, bareLoopMs: bare, held }, null, 2)}\n`,
    );
  return held;
}

function compare(workload: Workload, processes: number): Row {
  const measured = Array.from({ length: processes }, () => ({
    ours: measure('ours', workload.name),
    peer: measure('peer', workload.name),
  }));
  const ours = median(measured.map((pair) => pair.ours));
  const peer = median(measured.map((pair) => pair.peer));
  const held =
    peer.cpuMilliseconds / ours.cpuMilliseconds >= (workload.bar ?? 0) &&
    ours.memoryMb <= (workload.memoryBar ?? Infinity) * peer.memoryMb;
  return { name: workload.name, ours, peer, held };
}

function measureOwn({ name, bar, memoryBar }: OwnWorkload, processes: number): Row {
  const ours = median(Array.from({ length: processes }, () => measure('ours', name)));
  return { name, ours, held: ours.cpuMilliseconds <= (bar ?? Infinity) && ours.memoryMb <= (memoryBar ?? Infinity) };
}

function barsOf(workload: Workload | OwnWorkload): string {
  const { bar, memoryBar } = workload;
  const compared = 'definition' in workload;
  return [
    ...(bar === undefined ? [] : [compared ? `${String(bar)}x` : `${String(bar)} ms`]),
    ...(memoryBar === undefined ? [] : [compared ? `${String(memoryBar)} of its memory` : `${String(memoryBar)} MB`]),
  ].join(', ');
}

function rowText({ name, ours, peer, held }: Row, bars: string): string {
  const number = (value: number | undefined, digits: number, width: number): string =>
    (value?.toFixed(digits) ?? '').padStart(width);
  return (
    name.padEnd(34) +
    number(ours.cpuMilliseconds, 2, 9) +
    number(peer?.cpuMilliseconds, 2, 10) +
    number(peer && peer.cpuMilliseconds / ours.cpuMilliseconds, 1, 8) +
    number(ours.memoryMb, 0, 10) +
    number(peer?.memoryMb, 0, 9) +
    `  ${bars}${held ? '' : ' MISSED'}`
  );
}

function median(measured: readonly Measured[]): Measured {
  const middle = (of: (one: Measured) => number): number =>
    measured.map(of).sort((a, b) => a - b)[measured.length >> 1] ?? 0;
  return {
    cpuMilliseconds: middle((one) => one.cpuMilliseconds),
    milliseconds: middle((one) => one.milliseconds),
    events: middle((one) => one.events),
    memoryMb: middle((one) => one.memoryMb),
  };
}

function measure(engine: 'ours' | 'peer', workload: string): Measured {
  const args = [join(bundleFolder, 'measure.mjs'), engine, workload];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}
