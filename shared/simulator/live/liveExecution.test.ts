import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../base/seededRandom';
import type { TaskRequest } from '../../states/execution';
import { compile, type Program } from '../compile';
import { Simulation } from '../simulation';
import { machines } from '../testing/machines';
import { failWith, succeed } from '../testing/runMachine';
import type { TaskAnswer } from '../worker';
import type { JournalEntry } from './journal';
import { LiveExecution } from './liveExecution';

const options = { input: [1, 2, 3], limits: { events: 600 }, startTime: Date.UTC(2026, 0, 31) };

/** What a worker answers depends on the task alone: late, failed, or well. */
function worker(seed: number): (request: TaskRequest) => TaskAnswer {
  return ({ stateName, entry, attempt, mapIndex = 0 }) => {
    const random = seededRandom(seed + stateName.length * 7 + entry * 13 + attempt * 31 + mapIndex * 101);
    const chance = random();
    return chance < 0.25
      ? failWith('Flaky', 'by chance', 1000 * random())
      : succeed({ n: Math.floor(chance * 10) }, 5000 * random());
  };
}

interface Lived {
  readonly execution: LiveExecution;
  readonly journal: readonly JournalEntry[];
  /** How many tasks were carried out. */
  readonly carried: number;
}

/** Lets an execution go on by itself on virtual time, from the end of a journal. */
async function live(program: Program, seed: number, from: readonly JournalEntry[] = []): Promise<Lived> {
  const journal = [...from];
  let carried = 0;
  const answers = worker(seed);
  const execution = new LiveExecution(
    program,
    { ...options, seed },
    {
      clock: null,
      carryOut: (asked) => {
        if (asked.kind === 'store') throw new Error('Nothing is stored.');
        carried++;
        return { kind: 'task', answer: answers(asked.request) };
      },
      record: (entries) => {
        // As it comes back from a database.
        journal.push(...(JSON.parse(JSON.stringify(entries)) as JournalEntry[]));
      },
      rested: () => undefined,
      broke: (problem) => {
        throw problem;
      },
    },
  );
  await execution.begin(from);
  return { execution, journal, carried };
}

const eventsOf = ({ execution }: Lived): string => JSON.stringify(execution.simulation.events);

describe('an execution that goes on by itself', () => {
  it('has the history that the simulator gives at once, and any part of its journal leads to the same', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), async (machine, seed, part) => {
        const program = compile(JSON.stringify(machine));
        if (!program.ok) throw new Error(JSON.stringify(program.problem));
        const whole = await live(program.value, seed);
        const simulated = await Simulation.create(program.value, { ...options, seed, worker: worker(seed) }).runToEnd();
        const { status, output } = whole.execution.simulation.result();
        expect({ status, output }).toEqual({ status: simulated.status, output: simulated.output });
        const kept = whole.journal.slice(0, Math.floor(part * whole.journal.length));
        const again = await live(program.value, seed, kept);
        expect(eventsOf(again)).toBe(eventsOf(whole));
        // What was answered before is not done again.
        expect(again.carried).toBe(whole.carried - kept.filter(({ kind }) => kind === 'task').length);
      }),
      { seed: 20_261_125, numRuns: 100 },
    );
  });
});
