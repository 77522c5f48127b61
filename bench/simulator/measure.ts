import { growth, ours, ownWorkloads, type Once } from './ours';
import { peer } from './peer';
import { workloads } from './workloads';

/** What one process measured. Times are milliseconds of processor time of one run, the median of many. */
export interface Measured {
  readonly cpuMilliseconds: number;
  readonly milliseconds: number;
  readonly events: number;
  /** The most that the process held, over what it held before the first run. */
  readonly memoryMb: number;
}

const warmUpMilliseconds = 700;
const measuredMilliseconds = 1_000;

/** How long, and how often at least, for a measurement that is to say something. */
async function repeat(
  once: Once,
  milliseconds: number,
  least: number,
  ran: (cpu: number, wall: number) => void,
): Promise<void> {
  const begin = performance.now();
  for (let runs = 0; runs < least || performance.now() - begin < milliseconds; runs++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    await once();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    ran((user + system) / 1000, wall);
  }
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

async function measure(once: Once, alone: boolean): Promise<Measured> {
  const bare = process.memoryUsage().rss / 1024 / 1024;
  const times: number[] = [];
  const walls: number[] = [];
  // Runs to warm up first, so that compilation of the code itself is not measured.
  if (!alone) await repeat(once, warmUpMilliseconds, 3, () => undefined);
  await repeat(once, alone ? 0 : measuredMilliseconds, alone ? 1 : 5, (cpu, wall) => {
    times.push(cpu);
    walls.push(wall);
  });
  const memoryMb = process.resourceUsage().maxRSS / 1024 - bare;
  return { cpuMilliseconds: middle(times), milliseconds: middle(walls), events: alone ? 0 : await once(), memoryMb };
}

// One measurement in a process of its own: measure.ts <ours|peer> <workload name>
const [engine, wanted = ''] = process.argv.slice(2);
const shared = workloads.find((one) => one.name === wanted);
const own = [...ownWorkloads, ...growth].find((one) => one.name === wanted);
if (shared === undefined && own === undefined) throw new Error(`No workload is named ${wanted}`);
const once = shared === undefined ? await own?.make() : await (engine === 'peer' ? peer(shared) : ours(shared));
if (once !== undefined) process.stdout.write(JSON.stringify(await measure(once, own?.once === true)));
