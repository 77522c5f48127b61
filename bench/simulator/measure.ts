import { runOurs } from './measureOurs';
import { runPeer } from './measurePeer';
import { mapOf, workloads } from './workloads';

// One measurement in a process of its own: measure.ts <ours|peer> <workload name, or map:ITEMS>
const [engine, wanted = ''] = process.argv.slice(2);
const workload = wanted.startsWith('map:')
  ? mapOf(Number(wanted.slice(4)))
  : workloads.find((one) => one.name === wanted);
if (workload === undefined) throw new Error(`No workload is named ${wanted}`);
const run = engine === 'peer' ? runPeer : runOurs;
// Runs to warm up first, so that compilation of the code itself is not measured.
await run({ ...workload, runs: Math.min(3, workload.runs) });
const cpu = process.cpuUsage();
const start = performance.now();
const events = await run(workload);
const milliseconds = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
const cpuMilliseconds = (user + system) / 1000;
const memoryMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  JSON.stringify({
    milliseconds: milliseconds / workload.runs,
    cpuMilliseconds: cpuMilliseconds / workload.runs,
    events: events / workload.runs,
    memoryMb,
  }),
);
