import { allStates, typeOf, type StatePath } from '../../workflow/index';
import type { TaskMock } from '../mocks';
import { retrierKey, type Attempt } from './attempt';
import { errorsOf, failingTasks, handlersOf } from './goals';
import { itemWays } from './mentions';
import { withFailure, withPlaced } from './plan';
import { failuresOf } from './reachCatcher';
import { answerOf, type Search } from './search';
import { sourcesOf } from './values';

/** What is no transition and worth a test: retriers that heal and are exhausted, timeouts, empty lists and failing items. */
export async function coverBesides(search: Search): Promise<void> {
  for (const { name, path, state } of allStates(search.definition)) {
    const [base] = search.basesOf(name);
    if (base === undefined || search.isUsedUp) continue;
    for (const [index, retrier] of handlersOf(state, 'Retry').entries())
      await coverRetrier(search, { name, path, index, errors: errorsOf(retrier) }, base);
    if ('TimeoutSeconds' in state && typeOf(state) === 'Task') {
      const made = await search.once(withFailure(base.plan, name, { kind: 'never' }));
      search.keep(made, `${name} times out`, [`${name} timeout`]);
    }
    if (typeOf(state) === 'Map') await coverItems(search, name, path, base);
  }
}

interface Retrier {
  readonly name: string;
  readonly path: StatePath;
  readonly index: number;
  readonly errors: readonly string[];
}

async function coverRetrier(search: Search, { name, path, index, errors }: Retrier, base: Attempt): Promise<void> {
  const [task] = failingTasks(search.definition, path);
  const [mock] = task === undefined ? [] : failuresOf(search, task, errors);
  if (task === undefined || mock?.kind !== 'fail') return;
  const { error, cause } = mock;
  const which = `retrier ${String(index + 1)}`;
  const heals: TaskMock = { kind: 'failFirst', times: 1, error, cause, ...answerOf(base, task) };
  for (const [failure, title, extra] of [
    [heals, `${name} heals, ${which}`, `${name} healed${String(index)}`],
    [mock, `${name} fails for good, ${which}`, `${name} exhausted${String(index)}`],
  ] as const) {
    const made = await search.once(withFailure(base.plan, task, failure));
    if (made.taken.has(retrierKey(name, index))) search.keep(made, title, [extra]);
  }
}

async function coverItems(search: Search, name: string, path: StatePath, base: Attempt): Promise<void> {
  const input = base.met.get(name)?.[0]?.input;
  const map = allStates(search.definition).find((each) => each.path === path)?.state ?? {};
  for (const way of input === undefined ? [] : itemWays(map)) {
    const [place] = sourcesOf(input ?? null, way);
    if (place === undefined) continue;
    search.keep(await search.once(withPlaced(base.plan, place, [])), `${name} has no items`, [`${name} empty`]);
  }
  const [task] = failingTasks(search.definition, path);
  if (task === undefined) return;
  const mock: TaskMock = { kind: 'fail', error: 'Simulated.Failure', cause: 'To cover a failing item' };
  search.keep(await search.once(withFailure(base.plan, task, mock)), `An item of ${name} fails`, [`${name} failing`]);
}
