import { foldHistory, type HistoryEvent } from '#shared/history/index';
import type { JsonValue } from '#shared/base/index';
import { compile, type Program } from '#shared/simulator/compile';
import { Simulation } from '#shared/simulator/index';
import { jsonataChain, map, passChain, range } from './definitions';
import type { Workload } from './workloads';

/** Does once what is measured; gives how many events came of it. */
export type Once = () => number | Promise<number>;

interface Ran {
  readonly events: readonly HistoryEvent[];
}

/** AWS's limits would end the larger workloads. */
const limits = {
  events: Infinity,
  allEvents: Infinity,
  payloadBytes: Infinity,
  historyCharacters: Infinity,
} as const;

function compiled(definition: unknown): Program {
  const program = compile(definition as JsonValue);
  if (!program.ok) throw new Error(JSON.stringify(program.problem));
  return program.value;
}

async function run(program: Program, input: unknown, failsEvery = Infinity): Promise<Ran> {
  let calls = 0;
  const simulation = Simulation.create(program, {
    input: input as never,
    startTime: 1_700_000_000_000,
    limits,
    worker: () =>
      ++calls % failsEvery === 0
        ? { outcome: { kind: 'failure', error: 'Lambda.ServiceException', cause: 'busy' } }
        : { outcome: { kind: 'success', output: { done: true } } },
  });
  const result = await simulation.runToEnd();
  if (result.status !== 'SUCCEEDED') throw new Error(`${result.error ?? ''} ${result.cause ?? ''}`);
  return result;
}

/** A workload on our engine, compiled before, its whole history written. */
export function ours({ definition, input, failsEvery }: Workload): Once {
  const program = compiled(definition);
  return async () => (await run(program, input, failsEvery)).events.length;
}

/** What only ours is measured with. */
export interface OwnWorkload {
  readonly name: string;
  readonly make: () => Once | Promise<Once>;
  /** Milliseconds of processor time at most. */
  readonly bar?: number;
  /** Megabytes over the bare process at most. */
  readonly memoryBar?: number;
  /** Once, without warming up: it takes long enough. */
  readonly once?: true;
}

const plain = (n: number): string => `$states.input.count + ${String(n)}`;
const call = (n: number): string => `$sum([$states.input.count, ${String(n)}])`;
/** What JSONata alone has the value of. */
const otherCall = (n: number): string => `$round($states.input.count + ${String(n)}, 2)`;

/** More texts than the simulator remembers, so that each is new to it when its turn comes again. */
const rounds = 40;

/** Compiled and run: texts of which nothing is remembered. */
function jsonata(distinct: number, expression: (n: number) => string): Once {
  const definitions = Array.from({ length: rounds }, (_, round) => jsonataChain(distinct, round, expression));
  let round = 0;
  return async () => (await run(compiled(definitions[round++ % rounds]), { count: 0 })).events.length;
}

function mapOf(mode: 'INLINE' | 'DISTRIBUTED', items: number): Once {
  const program = compiled(map(mode));
  const input = { items: range(items) };
  return async () => (await run(program, input)).events.length;
}

export const ownWorkloads: readonly OwnWorkload[] = [
  { name: 'JSONata chain, 50 plain texts', make: () => jsonata(50, plain), bar: 15 },
  { name: 'JSONata chain, 1,000 plain texts', make: () => jsonata(1000, plain), bar: 45 },
  { name: 'JSONata chain, 50 calls', make: () => jsonata(50, call), bar: 30 },
  { name: 'JSONata chain, 1,000 calls', make: () => jsonata(1000, call), bar: 45 },
  { name: 'JSONata chain, 1,000 other calls', make: () => jsonata(1000, otherCall) },
  { name: 'Distributed Map of 10,000', make: () => mapOf('DISTRIBUTED', 10_000) },
  {
    name: 'Compile 1,000 states',
    make: () => {
      const text = JSON.stringify(passChain);
      return () => Number(compile(text).ok);
    },
  },
  {
    name: 'Fold 40,000 events',
    make: async () => {
      const { events } = await run(compiled(map('INLINE')), { items: range(10_000) });
      return () => foldHistory(events).visits.length;
    },
  },
];

const sizes = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

/** Maps from ten to a million items. */
export const growth: readonly OwnWorkload[] = (['INLINE', 'DISTRIBUTED'] as const).flatMap((mode) =>
  sizes.map((items) => ({
    name: `${mode} Map of ${String(items)}`,
    make: () => mapOf(mode, items),
    ...(items > 100_000 && { once: true as const }),
    ...(items > 100_000 && mode === 'DISTRIBUTED' && { memoryBar: 1_000 }),
  })),
);
