import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#shared/base/json';
import { foldHistory } from '#shared/history/fold';
import { failWith, runMachine, succeed } from '#shared/simulator/testing/runMachine';
import type { StatePath } from '#shared/workflow/paths';
import { estimateRun, type CostBasis } from './estimate';
import { defaultPrices } from './prices';

const definition = {
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 1 }],
      Next: 'Run job',
    },
    'Run job': {
      Type: 'Task',
      Resource: 'arn:aws:states:::glue:startJobRun.sync',
      Parameters: { JobName: 'etl', WorkerType: 'G.2X', NumberOfWorkers: 5 },
      Next: 'Look',
    },
    Look: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:frobnicator:turnWheel', Parameters: {}, End: true },
  },
};

const basis: CostBasis = { definition, type: 'STANDARD', prices: defaultPrices, assumptions: {} };

async function view(lambdaMs = 2000, failFirst = false) {
  const result = await runMachine(definition, {
    input: {},
    worker: ({ stateName, attempt }) => {
      if (stateName === 'Charge') {
        return failFirst && attempt === 0
          ? failWith('Broken', '', lambdaMs)
          : succeed({ StatusCode: 200, Payload: {} }, lambdaMs);
      }
      return stateName === 'Run job' ? { ...succeed({}, 1_800_000), submitted: {} } : succeed({});
    },
  });
  return foldHistory(result.events);
}

const step = (estimate: ReturnType<typeof estimateRun>, name: string) =>
  estimate.steps.find((each) => each.name === name);

describe('the cost of a run', () => {
  it('prices attempts by their duration and arguments', async () => {
    const estimate = estimateRun(basis, await view());
    expect(step(estimate, 'Charge')?.usd).toBeCloseTo(0.0000002 + 2 * 0.5 * 0.0000166667, 10);
    expect(step(estimate, 'Run job')?.usd).toBeCloseTo(0.5 * 10 * 0.44, 6);
    expect(estimate.own).toMatchObject([{ price: 'states.transition', units: 3 }]);
    expect(estimate.usd).toBeCloseTo(
      3 * 0.000025 + (step(estimate, 'Charge')?.usd ?? 0) + (step(estimate, 'Run job')?.usd ?? 0),
      8,
    );
  });

  it('prices a Resource that deployment fills in as the Lambda function that it stands for, as the run does', async () => {
    const filledIn = {
      StartAt: 'Charge',
      States: { Charge: { Type: 'Task', Resource: '${ChargeFunctionArn}', End: true } },
    };
    const run = await runMachine(filledIn, { input: {}, worker: () => succeed({}, 2000) });
    expect(run.events.map(({ type }) => type)).toContain('LambdaFunctionScheduled');
    const estimate = estimateRun({ ...basis, definition: filledIn }, foldHistory(run.events));
    expect(step(estimate, 'Charge')?.usd).toBeCloseTo(0.0000002 + 2 * 0.5 * 0.0000166667, 10);
  });

  it('is that of the cursor: an attempt under way has used the time up to it', async () => {
    const { Next: _next, ...rest } = definition.States['Run job'];
    const job = { ...rest, End: true };
    const machine: JsonObject = {
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Job', States: { Job: job } },
            { StartAt: 'Rest', States: { Rest: { Type: 'Wait', Seconds: 900, End: true } } },
          ],
          End: true,
        },
      },
    };
    const { events } = await runMachine(machine, {
      input: {},
      worker: () => ({ ...succeed({}, 3_600_000), submitted: {} }),
    });
    const upTo = (type: string) => foldHistory(events.slice(0, events.findIndex((event) => event.type === type) + 1));
    const bill = (type: string) => step(estimateRun({ ...basis, definition: machine }, upTo(type)), 'Job')?.usd;
    // 10 DPU at 0.44: nothing when it starts, a quarter of an hour while the other branch waits, an hour at its end.
    expect([bill('TaskScheduled'), bill('WaitStateExited'), bill('ExecutionSucceeded')]).toEqual([0, 1.1, 4.4]);
    const express = estimateRun({ ...basis, definition: machine, type: 'EXPRESS' }, upTo('WaitStateExited'));
    expect(express.own.find(({ price }) => price === 'states.expressGbSecond')?.units).toBeCloseTo(900 / 16, 6);
  });

  it('counts a retry as a call and a transition', async () => {
    const estimate = estimateRun(basis, await view(2000, true));
    expect(step(estimate, 'Charge')).toMatchObject({ calls: 2 });
    expect(estimate.own[0]?.units).toBe(4);
  });

  it('says what it assumes, and takes what the person set', async () => {
    const run = await view(0);
    const usual = step(estimateRun(basis, run), 'Charge');
    expect(usual?.assumed.map(({ name, value, set }) => [name, value, set])).toEqual([
      ['memoryMB', 512, false],
      ['functionSeconds', 0.2, false],
    ]);
    const path = '/States/Charge' as StatePath;
    const set = step(estimateRun({ ...basis, assumptions: { [path]: { memoryMB: 1024 } } }, run), 'Charge');
    expect(set?.assumed[0]).toMatchObject({ value: 1024, set: true });
    expect(set?.lines.find(({ price }) => price === 'lambda.gbSecond')?.units).toBe(0.2);
  });

  it('says what it does not know', async () => {
    const run = await view();
    expect(step(estimateRun(basis, run), 'Look')?.unknown[0]).toContain('no price model for aws-sdk:frobnicator');
    const bare = { ...basis, prices: { ...defaultPrices, prices: {} } };
    expect(step(estimateRun(bare, run), 'Charge')?.unknown[0]).toContain('The price table has no lambda');
  });

  it('prices Express by request and by memory over time, in tenths of seconds', async () => {
    const estimate = estimateRun({ ...basis, type: 'EXPRESS' }, await view(2050));
    expect(estimate.own.map(({ price }) => price)).toEqual(['states.expressRequest', 'states.expressGbSecond']);
    expect(estimate.own[1]?.units).toBeCloseTo(1802.1 / 16, 6);
  });
});
