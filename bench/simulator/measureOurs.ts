import { compile } from '#shared/simulator/compile';
import { Simulation } from '#shared/simulator/simulation';
import type { Workload } from './workloads';

/** Runs a workload on our engine, with full histories; gives the number of events. */
export async function runOurs(workload: Workload): Promise<number> {
  const program = compile(JSON.parse(JSON.stringify(workload.definition)));
  if (!program.ok) throw new Error(JSON.stringify(program.problem));
  let events = 0;
  let calls = 0;
  for (let i = 0; i < workload.runs; i++) {
    const simulation = Simulation.create(program.value, {
      input: workload.input as never,
      startTime: 1_700_000_000_000,
      limits: { events: Infinity, allEvents: Infinity, payloadBytes: Infinity },
      worker: () =>
        workload.failsEvery !== undefined && ++calls % workload.failsEvery === 0
          ? { outcome: { kind: 'failure', error: 'Lambda.ServiceException', cause: 'busy' } }
          : { outcome: { kind: 'success', output: { done: true } } },
    });
    const result = await simulation.runToEnd();
    if (result.status !== 'SUCCEEDED') throw new Error(`${workload.name}: ${result.error ?? ''} ${result.cause ?? ''}`);
    events += result.events.length;
  }
  return events;
}
