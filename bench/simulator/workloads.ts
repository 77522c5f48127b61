/** The workloads of the comparison: definitions that both simulators take, and one only ours does (JSONata). */
export interface Workload {
  readonly name: string;
  readonly definition: object;
  readonly input: unknown;
  /** Runs in one measurement, after as many as three to warm up. */
  readonly runs: number;
  /** The peer has no JSONata. */
  readonly oursOnly?: true;
  /** At least this many times as fast as the peer. */
  readonly bar?: number;
  /** At most this share of the peer's peak memory. */
  readonly memoryBar?: number;
  /** Fails the n-th call of a task where it gives an error. */
  readonly failsEvery?: number;
}

function chain(length: number, state: (i: number) => object): Record<string, object> {
  const states: Record<string, object> = {};
  for (let i = 0; i < length; i++) {
    states[`S${String(i)}`] = { ...state(i), ...(i === length - 1 ? { End: true } : { Next: `S${String(i + 1)}` }) };
  }
  return states;
}

const passChain = {
  StartAt: 'S0',
  States: chain(1000, (i) => ({ Type: 'Pass', Result: { step: i }, ResultPath: '$.last' })),
};

const choiceLoop = {
  StartAt: 'Check',
  States: {
    Check: {
      Type: 'Choice',
      Choices: [{ Variable: '$.count', NumericLessThan: 10_000, Next: 'Add' }],
      Default: 'Done',
    },
    Add: { Type: 'Pass', Parameters: { 'count.$': 'States.MathAdd($.count, 1)' }, Next: 'Check' },
    Done: { Type: 'Succeed' },
  },
};

const inlineMap = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Double',
        States: { Double: { Type: 'Pass', Parameters: { 'item.$': '$', twice: true }, End: true } },
      },
      End: true,
    },
  },
};

const parallel = {
  StartAt: 'Fan',
  States: {
    Fan: {
      Type: 'Parallel',
      Branches: Array.from({ length: 100 }, (_, i) => ({
        StartAt: `A${String(i)}`,
        States: {
          [`A${String(i)}`]: { Type: 'Pass', Next: `B${String(i)}` },
          [`B${String(i)}`]: { Type: 'Pass', Result: { branch: i }, End: true },
        },
      })),
      End: true,
    },
  },
};

const jsonataChain = {
  QueryLanguage: 'JSONata',
  StartAt: 'S0',
  States: chain(1000, () => ({ Type: 'Pass', Output: { count: '{% $states.input.count + 1 %}' } })),
};

/** Twenty states, five of them tasks that fail once in four calls and are retried without delay. */
const workflow = {
  StartAt: 'S0',
  States: chain(20, (i) => {
    if (i % 4 === 1) {
      return {
        Type: 'Task',
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work',
        ResultPath: '$.result',
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 1 }],
      };
    }
    if (i % 4 === 3) return { Type: 'Pass', Parameters: { 'result.$': '$.result', step: i } };
    return { Type: 'Pass', Result: { step: i }, ResultPath: '$.last' };
  }),
};

export const workloads: readonly Workload[] = [
  { name: 'Pass chain of 1,000', definition: passChain, input: { id: 1 }, runs: 20, bar: 2 },
  { name: 'Choice loop of 10,000', definition: choiceLoop, input: { count: 0 }, runs: 2, bar: 3 },
  {
    name: 'Inline Map of 10,000',
    definition: inlineMap,
    input: { items: range(10_000) },
    runs: 5,
    bar: 20,
    memoryBar: 0.5,
  },
  { name: 'Parallel of 100', definition: parallel, input: { id: 1 }, runs: 50, bar: 3 },
  { name: 'JSONata chain of 1,000', definition: jsonataChain, input: { count: 0 }, runs: 3, oursOnly: true },
  { name: '20-state workflow with retries', definition: workflow, input: { id: 1 }, runs: 10_000, failsEvery: 4 },
];

/** Inline Maps of growing length: throughput should not depend on it. */
export function mapOf(items: number): Workload {
  return {
    name: `Inline Map of ${String(items)}`,
    definition: inlineMap,
    input: { items: range(items) },
    runs: Math.max(1, Math.round(100_000 / items)),
  };
}

/** Objects, since the peer takes an item of 0 for a missing one. */
function range(length: number): object[] {
  return Array.from({ length }, (_, id) => ({ id }));
}
