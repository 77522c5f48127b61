import { describe, expect, it } from 'vitest';
import { foldHistory } from '../history/fold';
import { compile } from './compile';
import { Simulation } from './simulation';
import { stubWorker } from './workers/stubWorker';

const definition = {
  QueryLanguage: 'JSONata',
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Assign: { n: '{% $states.input.n %}' }, Next: 'B' },
    B: { Type: 'Pass', Output: { n: '{% $n %}', input: '{% $states.input %}' }, End: true },
  },
};

async function run(change: { input?: object; variables?: object } | undefined) {
  const program = compile(definition);
  if (!program.ok) throw new Error('does not compile');
  const simulation = Simulation.create(program.value, {
    input: { n: 1 },
    startTime: 0,
    worker: stubWorker(),
    hooks: { changeEntry: (name, entry) => (name === 'B' && entry === 0 ? (change as never) : undefined) },
  });
  const { events } = await simulation.runToEnd();
  return foldHistory(events);
}

describe('what a state gets', () => {
  it('is what came to it, where nobody changes it', async () => {
    expect((await run(undefined)).output).toBe('{"n":1,"input":{"n":1}}');
  });

  it('can be changed at its entry, input and variables, and the history says so', async () => {
    const view = await run({ input: { n: 5 }, variables: { n: 7 } });
    expect(view.output).toBe('{"n":7,"input":{"n":5}}');
    expect(view.visits.find((visit) => visit.name === 'B')?.input).toBe('{"n":5}');
  });
});
