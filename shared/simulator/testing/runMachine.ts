/** Short ways to run a machine in a test. */
import type { JsonValue } from '#shared/base/json';
import { compile } from '#shared/simulator/compile';
import { Simulation, type ExecutionOptions, type ExecutionResult } from '#shared/simulator/simulation';
import type { TaskAnswer } from '#shared/simulator/worker';

export type RunOptions = Partial<ExecutionOptions>;

/** An execution of a definition, not yet run. Throws what keeps it from compiling. */
export function startMachine(definition: object, options: RunOptions = {}): Simulation {
  const program = compile(JSON.stringify(definition));
  if (!program.ok) throw new Error(JSON.stringify(program.problem));
  return Simulation.create(program.value, { startTime: 0, worker: () => succeed({}), ...options });
}

export async function runMachine(definition: object, options: RunOptions = {}): Promise<ExecutionResult> {
  return startMachine(definition, options).runToEnd();
}

/** Runs one state that ends the machine. */
export function runState(state: object, options: RunOptions = {}): Promise<ExecutionResult> {
  return runMachine({ StartAt: 'State', States: { State: { End: true, ...state } } }, options);
}

export function succeed(output: JsonValue, delayMs = 0): TaskAnswer {
  return { delayMs, outcome: { kind: 'success', output } };
}

export function failWith(error: string, cause = '', delayMs = 0): TaskAnswer {
  return { delayMs, outcome: { kind: 'failure', error, cause } };
}

export function typesOf(result: ExecutionResult): readonly string[] {
  return result.events.map((event) => event.type);
}

export const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:work';
