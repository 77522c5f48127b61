/** The definitions that the workloads run: both simulators take all but those in JSONata and the distributed Map. */
const work = 'arn:aws:lambda:us-east-1:123456789012:function:work';

export function chain(length: number, state: (i: number) => object): Record<string, object> {
  const states: Record<string, object> = {};
  for (let i = 0; i < length; i++) {
    states[`S${String(i)}`] = { ...state(i), ...(i === length - 1 ? { End: true } : { Next: `S${String(i + 1)}` }) };
  }
  return states;
}

export const passChain = {
  StartAt: 'S0',
  States: chain(1000, (i) => ({ Type: 'Pass', Result: { step: i }, ResultPath: '$.last' })),
};

export const taskChain = {
  StartAt: 'S0',
  States: chain(1000, () => ({ Type: 'Task', Resource: work, ResultPath: '$.result' })),
};

export const choiceLoop = {
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

export function map(mode: 'INLINE' | 'DISTRIBUTED'): object {
  return {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemProcessor: {
          ProcessorConfig: mode === 'INLINE' ? { Mode: mode } : { Mode: mode, ExecutionType: 'STANDARD' },
          StartAt: 'Double',
          States: { Double: { Type: 'Pass', Parameters: { 'item.$': '$', twice: true }, End: true } },
        },
        End: true,
      },
    },
  };
}

export const parallel = {
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

/** Twenty states, five of them tasks that fail once in four calls and are retried without delay. */
export const retries = {
  StartAt: 'S0',
  States: chain(20, (i) => {
    if (i % 4 === 1) {
      return {
        Type: 'Task',
        Resource: work,
        ResultPath: '$.result',
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 1 }],
      };
    }
    if (i % 4 === 3) return { Type: 'Pass', Parameters: { 'result.$': '$.result', step: i } };
    return { Type: 'Pass', Result: { step: i }, ResultPath: '$.last' };
  }),
};

/** Two hundred states that carry a text of 16 kB on. */
export const payload = {
  StartAt: 'S0',
  States: chain(200, (i) => ({ Type: 'Pass', Result: { step: i }, ResultPath: '$.last' })),
};

/** A chain of JSONata states over so many distinct texts; `round` makes them texts that were never compiled before. */
export function jsonataChain(distinct: number, round: number, expression: (n: number) => string): object {
  return {
    QueryLanguage: 'JSONata',
    StartAt: 'S0',
    States: chain(1000, (i) => ({
      Type: 'Pass',
      Output: { count: `{% ${expression(round * 1000 + (i % distinct))} %}` },
    })),
  };
}

/** Objects, since the peer takes an item of 0 for a missing one. */
export function range(length: number): object[] {
  return Array.from({ length }, (_, id) => ({ id }));
}
