import type { TaskAnswer, Worker } from '../worker';
import type { MockTestCase } from './mockConfig';

/**
 * Answers the states of a test case by their mocked responses, call by call, and all others by another worker. A call
 * that the response does not foresee fails, as it does in Step Functions Local. Make one for each run: it counts.
 */
export function mockWorker(testCase: MockTestCase, others: Worker): Worker {
  const calls = new Map<string, number>();
  return (request) => {
    const response = testCase.states.get(request.stateName);
    if (response === undefined) return others(request);
    const call = calls.get(request.stateName) ?? 0;
    calls.set(request.stateName, call + 1);
    return (
      response.steps.find((step) => step.from <= call && call <= step.to)?.answer ?? unforeseen(response.name, call)
    );
  };
}

function unforeseen(name: string, call: number): TaskAnswer {
  return {
    outcome: {
      kind: 'failure',
      error: 'Simulator.NoMockedResponse',
      cause: `The mocked response "${name}" has no answer for call ${String(call)}.`,
    },
  };
}
