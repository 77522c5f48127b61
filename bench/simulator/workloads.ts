import { choiceLoop, map, parallel, passChain, payload, range, retries, taskChain } from './definitions';

/** An execution that both simulators are measured with. */
export interface Workload {
  readonly name: string;
  readonly definition: object;
  readonly input: unknown;
  /** At least this many times as fast as the peer, in processor time. */
  readonly bar?: number;
  /** At most this share of the peer's memory over the bare process. */
  readonly memoryBar?: number;
  /** Fails the n-th call of a task where it gives an error. */
  readonly failsEvery?: number;
}

export const workloads: readonly Workload[] = [
  { name: 'Pass chain of 1,000', definition: passChain, input: { id: 1 }, bar: 2 },
  { name: 'Task chain of 1,000', definition: taskChain, input: { id: 1 }, bar: 2 },
  { name: 'Choice loop of 10,000', definition: choiceLoop, input: { count: 0 }, bar: 3 },
  {
    name: 'Inline Map of 10,000',
    definition: map('INLINE'),
    input: { items: range(10_000) },
    bar: 20,
    memoryBar: 0.5,
  },
  { name: 'Parallel of 100', definition: parallel, input: { id: 1 }, bar: 3 },
  { name: '20 states with retries', definition: retries, input: { id: 1 }, bar: 2, failsEvery: 4 },
  { name: 'Payload of 16 kB, 200 states', definition: payload, input: { text: 'x'.repeat(16_000) } },
];
