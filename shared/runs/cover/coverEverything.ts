import { type JsonObject, type JsonValue, type Result, fail, ok, seededRandom } from '../../base/index';
import type { TaskResults } from '../../services/index';
import { compile } from '../../simulator/index';
import type { TaskMocks } from '../mocks';
import { coverBesides } from './besides';
import type { Goal } from './goals';
import { marked } from './marks';
import type { Plan } from './plan';
import { reachCatcher } from './reachCatcher';
import { reachTransition } from './reachTransition';
import { Search, type Kept } from './search';

export interface Unreached {
  readonly goal: Goal;
  readonly why: string;
}

export interface Covering {
  readonly goals: readonly Goal[];
  readonly kept: readonly Kept[];
  readonly unreached: readonly Unreached[];
}

export interface CoverOptions {
  readonly type: 'STANDARD' | 'EXPRESS';
  readonly seed: number;
  /** What tasks answer where no other answer is needed; a sample of the service when not given. */
  readonly samples: TaskMocks;
  /** What samples of services are made of. */
  readonly results?: TaskResults;
}

/**
 * Finds inputs and answers of tasks by which the runs of a definition take every transition: every text that a run is
 * given is marked with its place, each state is seen with the marks it meets, and the values that a Choice tells apart
 * are searched with the Choice as the judge. Every plan has been run. Fails where the definition does not compile.
 */
export async function coverEverything(
  definition: JsonObject,
  { type, seed, samples, results }: CoverOptions,
): Promise<Result<Covering, string>> {
  const program = compile(definition);
  if (!program.ok) return fail(program.problem.map(({ message }) => message).join('; '));
  const search = new Search(definition, seededRandom(seed), program.value, type, results);
  search.keep(await search.run(firstPlan(samples)), 'As samples say');
  for (let progress = true; progress && !search.isUsedUp;) {
    progress = false;
    for (const goal of search.goals) if (!search.taken.has(goal.key) && (await reach(search, goal))) progress = true;
  }
  await coverBesides(search);
  const open = search.goals.filter(({ key }) => !search.taken.has(key));
  return ok({
    goals: search.goals,
    kept: search.kept,
    unreached: open.map((goal) => ({ goal, why: whyNot(search, goal) })),
  });
}

function firstPlan(samples: TaskMocks): Plan {
  const answers = Object.entries(samples).flatMap(([task, mock]): [string, readonly JsonValue[]][] =>
    mock.kind === 'succeed' ? [[task, [marked(mock.output, { task, path: [] })]]] : [],
  );
  return {
    input: marked({}, { task: null, path: [] }),
    answers: Object.fromEntries(answers),
    chosen: new Set(),
    failures: {},
  };
}

async function reach(search: Search, goal: Goal): Promise<boolean> {
  for (const base of search.basesOf(goal.from)) {
    if (search.isUsedUp) return false;
    const way = goal.slot.kind === 'catch' ? reachCatcher : reachTransition;
    const found = await way(search, goal, base);
    if (found !== undefined && search.keep(found, titleOf(goal))) return true;
  }
  return false;
}

function titleOf({ from, target, slot }: Goal): string {
  return slot.kind === 'catch' ? `${from} fails, caught by ${target}` : `${from} → ${target}`;
}

function whyNot(search: Search, goal: Goal): string {
  const why = search.whys.get(goal.key);
  const bases = search.basesOf(goal.from);
  if (bases.some(({ taken }) => taken.has(goal.key))) return 'Only runs that do not come to an end take it.';
  if (why !== undefined) return why;
  const entered = bases.length > 0;
  return entered ? `“${goal.from}” was entered, but no run went on from there.` : `No run comes to “${goal.from}”.`;
}
