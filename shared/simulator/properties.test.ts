import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldHistory, HistoryFold } from '../history/fold';
import { rowOf } from '../history/eventTable';
import { detailsOf, type HistoryEvent } from '../history/events';
import { seededRandom } from '../base/seededRandom';
import type { TaskRequest } from '../states/execution';
import { machines } from './testing/machines';
import { failWith, lambda, startMachine, succeed } from './testing/runMachine';
import { compileIntrinsic } from '../expressions/compileIntrinsic';
import { compilePath } from '../expressions/compilePath';
import type { Environment } from '../expressions/environment';
import { compile } from './compile';
import { Simulation } from './simulation';
import type { TaskAnswer } from './worker';

const input = [1, 2, 3];
const limits = { events: 600 };
const fixed = { seed: 20_240_101, numRuns: 150 };

/** Answers by chance, repeatably: late, failed, never. */
function chancyWorker(seed: number): (request: TaskRequest) => TaskAnswer {
  const random = seededRandom(seed);
  return () => {
    const chance = random();
    if (chance < 0.2) return failWith('Flaky', 'by chance', 1000 * random());
    if (chance < 0.25) return {};
    return succeed({ n: Math.floor(chance * 10) }, 5000 * random());
  };
}

function start(machine: object, seed: number): Simulation {
  return startMachine(machine, { input, limits, seed, worker: chancyWorker(seed) });
}

describe('any machine', () => {
  it('ends, or reaches a limit', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), async (machine, seed) => {
        const result = await start(machine, seed).runToEnd();
        expect(result.status).not.toBe('RUNNING');
        expect(result.events.at(-1)?.type).toMatch(/^Execution(Succeeded|Failed|TimedOut)$/);
      }),
      fixed,
    );
  });

  it('has the same history for the same seed, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), async (machine, seed) => {
        const first = await start(machine, seed).runToEnd();
        const again = await start(machine, seed).runToEnd();
        expect(JSON.stringify(again.events)).toBe(JSON.stringify(first.events));
      }),
      fixed,
    );
  });

  it('has the same history whether it runs through or is advanced event by event', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), async (machine, seed) => {
        const through = await start(machine, seed).runToEnd();
        const stepped = start(machine, seed);
        const events: HistoryEvent[] = [];
        for (let event = await stepped.advance(); event !== undefined; event = await stepped.advance())
          events.push(event);
        expect(events.map((event) => event.type).sort()).toEqual(through.events.map((event) => event.type).sort());
        expect(stepped.result().output).toEqual(through.output);
      }),
      { ...fixed, numRuns: 80 },
    );
  });

  it('lets every previousEventId point to an earlier event of its own line of control', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), async (machine, seed) => {
        const { events } = await start(machine, seed).runToEnd();
        events.forEach((event, i) => {
          expect(event.id).toBe(i + 1);
          expect(event.previousEventId).toBeLessThan(event.id);
        });
        for (const event of events) if (rowOf(event.type)?.meaning === 'stateExited') expectOwnEntry(events, event);
      }),
      fixed,
    );
  });

  it('folds to the same view forward and cut at any event', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), async (machine, seed) => {
        const { events } = await start(machine, seed).runToEnd();
        const fold = new HistoryFold();
        events.forEach((event, i) => {
          fold.push(event);
          if (i % 7 === 0 || i === events.length - 1) expect(fold.view()).toEqual(foldHistory(events.slice(0, i + 1)));
        });
      }),
      { ...fixed, numRuns: 60 },
    );
  });

  it('never runs again what succeeded before a redrive', async () => {
    await fc.assert(
      fc.asyncProperty(machines, fc.nat(), async (machine, seed) => {
        const simulation = start(machine, seed);
        const before = await simulation.runToEnd();
        const exited = foldHistory(before.events).visits.filter(
          (visit) => visit.status === 'succeeded' && visit.scope.kind === 'root',
        );
        const count = before.events.length;
        if (!simulation.redrive().ok) return;
        const after = await simulation.runToEnd();
        const [redriven, next] = after.events.slice(count);
        expect(redriven?.type).toBe('ExecutionRedriven');
        // A state that was left is entered again only by a transition: never by the redrive itself.
        expect(
          next?.type.endsWith('StateEntered') === true && exited.some((visit) => visit.id === next.previousEventId),
        ).toBe(false);
        expect(after.redriveCount).toBe(1);
      }),
      fixed,
    );
  });
});

describe('untrusted text', () => {
  const pieces = fc.constantFrom(
    '$',
    '$$',
    '.',
    '..',
    '[',
    ']',
    '(',
    ')',
    '?',
    '@',
    '*',
    ',',
    ':',
    "'",
    '"',
    '\\',
    'a',
    '0',
    '-1',
    ' ',
    '==',
    '&&',
    '!',
    '/',
    'States.Format',
    '{}',
    '{% ',
    ' %}',
  );
  const texts = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));

  it('is a path, a function or a problem, never a crash', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const compiled of [
          compilePath(text),
          compilePath(`$${text}`),
          compileIntrinsic(`States.Array(${text})`),
        ]) {
          if (compiled.ok) expectNoCrash(() => compiled.value({ a: [0, { a: 1 }] }, bareEnvironment));
        }
      }),
      { seed: 7, numRuns: 3000 },
    );
  });

  it('in any place of a definition gives problems or a run that ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 3 }),
        texts,
        fc.constantFrom('Pass', 'Task', 'Map', 'Choice', 'Wait'),
        async (json, text, type) => {
          const state = {
            Type: type,
            Resource: lambda,
            Parameters: json,
            InputPath: text,
            Seconds: 1,
            Choices: json,
            ItemProcessor: json,
            End: true,
          };
          const compiled = compile({ StartAt: 'S', States: { S: state as never } });
          if (!compiled.ok) {
            expect(compiled.problem.length).toBeGreaterThan(0);
            return;
          }
          const simulation = Simulation.create(compiled.value, {
            startTime: 0,
            input: { a: 1 },
            worker: () => succeed(1),
          });
          expect((await simulation.runToEnd()).status).not.toBe('RUNNING');
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

const bareEnvironment: Environment = {
  variables: {},
  context: () => ({}),
  random: () => 0.5,
  uuid: () => '',
  now: () => 0,
};

/** Failures of the definition are classes of ours; anything that is an Error is a bug. */
function expectNoCrash(evaluate: () => unknown): void {
  try {
    evaluate();
  } catch (problem) {
    expect(problem).not.toBeInstanceOf(Error);
  }
}

/** Going back from a StateExited along previousEventId leads to the StateEntered of the same state. */
function expectOwnEntry(events: readonly HistoryEvent[], exited: HistoryEvent): void {
  const name = nameOf(exited);
  let at: HistoryEvent | undefined = exited;
  while (at !== undefined && !(rowOf(at.type)?.meaning === 'stateEntered' && nameOf(at) === name))
    at = events[at.previousEventId - 1];
  expect(at, `the entry of ${String(name)}`).toBeDefined();
}

function nameOf(event: HistoryEvent): unknown {
  return detailsOf(event)['name'];
}
