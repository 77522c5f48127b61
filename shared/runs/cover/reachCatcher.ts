import { allStates, isInside, stateAt, typeOf } from '../../workflow/index';
import type { TaskMock } from '../mocks';
import type { Attempt } from './attempt';
import { errorsOf, failingTasks, handlersOf, type Goal } from './goals';
import { withFailure } from './plan';
import { reachTransition } from './reachTransition';
import { answerOf, type Search } from './search';

/** A run in which a catcher takes a failure; undefined, with the reason noted, where none is found. */
export async function reachCatcher(search: Search, goal: Goal, base: Attempt): Promise<Attempt | undefined> {
  const state = stateAt(search.definition, goal.state);
  if (state === undefined || goal.slot.kind !== 'catch') return undefined;
  const names = errorsOf(handlersOf(state, 'Catch')[goal.slot.index]);
  const tasks = failingTasks(search.definition, goal.state);
  for (const task of tasks.slice(0, 6))
    for (const mock of failuresOf(search, task, names)) {
      const made = await search.run(withFailure(base.plan, task, mock));
      if (made.taken.has(goal.key)) return made.endless ? healing(search, goal, base, task, mock) : made;
    }
  const byFail = await failsInside(search, goal, names);
  if (byFail !== undefined) return byFail;
  search.whys.set(
    goal.key,
    tasks.length === 0
      ? 'No task is there that could fail: nothing that a test gives makes this state fail.'
      : `No task fails with ${names.join(' or ')} in a way that comes to this catcher.`,
  );
  return undefined;
}

/** Where a catcher leads back to its task: the task fails until no retrier is left, and answers then. */
async function healing(search: Search, goal: Goal, base: Attempt, task: string, mock: TaskMock): Promise<Attempt> {
  const always = await search.once(withFailure(base.plan, task, mock));
  if (mock.kind !== 'fail') return always;
  for (const times of [1, 2, 4, 7, 11]) {
    const { error, cause } = mock;
    const healed: TaskMock = { kind: 'failFirst', times, error, cause, ...answerOf(base, task) };
    const made = await search.once(withFailure(base.plan, task, healed));
    if (made.taken.has(goal.key) && !made.endless) return made;
  }
  return always;
}

/** A Parallel or Map that fails by a Fail state inside it. */
async function failsInside(search: Search, goal: Goal, names: readonly string[]): Promise<Attempt | undefined> {
  const ends = allStates(search.definition).filter(
    ({ path, state }) =>
      isInside(path, goal.state) &&
      typeOf(state) === 'Fail' &&
      names.some((name) => name === state['Error'] || name === 'States.ALL' || name === 'States.TaskFailed'),
  );
  for (const before of search.goals.filter(({ target }) => ends.some(({ name }) => name === target)))
    for (const base of search.basesOf(before.from)) {
      const made = await reachTransition(search, before, base);
      if (made?.taken.has(goal.key) === true) return made;
    }
  return undefined;
}

/** Ways in which a task fails with one of these errors. */
export function failuresOf(search: Search, task: string, names: readonly string[]): readonly TaskMock[] {
  const state = allStates(search.definition).find((each) => each.name === task)?.state ?? {};
  const timed = 'TimeoutSeconds' in state || 'TimeoutSecondsPath' in state || 'HeartbeatSeconds' in state;
  return names.flatMap((name): TaskMock[] => {
    const mock = (error: string): TaskMock => ({ kind: 'fail', error, cause: 'To cover its handler' });
    if (name === 'States.ALL' || name === 'States.TaskFailed') return [mock('Simulated.Failure')];
    const isTimeout = name === 'States.Timeout' || name === 'States.HeartbeatTimeout';
    return isTimeout && timed ? [{ kind: 'never' }, mock(name)] : [mock(name)];
  });
}
