import { type JsonValue, type Result, fail, isObject, ok, parseJsonText } from '../../base/index';
import type { TaskResults } from '../../services/index';
import { foldHistory } from '../../history/index';
import type { StatePath } from '../../workflow/index';
import { carryOut } from '../carryOut';
import { prettyJsonText } from '../jsonText';
import type { TaskMock, TaskMocks } from '../mocks';
import type { RunRequest } from '../request';
import { testOf, type WorkflowTest } from '../workflowTest';
import { slotKey } from './attempt';
import { coverEverything } from './coverEverything';
import { chosenIn, unmarked } from './marks';
import type { Plan } from './plan';
import type { Kept } from './search';

/** Tests that together take every transition that could be reached, and those that could not, with why. */
export interface ProposedTests {
  readonly tests: readonly WorkflowTest[];
  /** How many transitions there are. */
  readonly transitions: number;
  readonly unreached: readonly { readonly state: StatePath; readonly label: string; readonly why: string }[];
}

/**
 * Proposes tests for the definition of a request, with its type, seed and mocks. Each has been run as a test runs.
 * @param results what samples of services are made of
 */
export async function proposeTests(request: RunRequest, results?: TaskResults): Promise<Result<ProposedTests, string>> {
  const definition = parseJsonText(request.definitionText);
  if (!isObject(definition)) return fail('A definition is a JSON object');
  const covered = await coverEverything(definition, {
    type: request.type,
    seed: request.seed,
    samples: request.mocks,
    ...(results ? { results } : {}),
  });
  if (!covered.ok) return covered;
  const { goals, kept, unreached } = covered.value;
  const tests: WorkflowTest[] = [];
  const shown = new Set<string>();
  for (const one of kept) {
    const test = await testFor(one, request, nameFor(one, tests), results);
    if (test === undefined) continue;
    tests.push(test);
    for (const key of one.news) shown.add(key);
  }
  const whys = new Map(unreached.map(({ goal, why }) => [goal.key, why]));
  const open = goals.filter(({ key }) => !shown.has(key));
  return ok({
    tests,
    transitions: goals.length,
    unreached: open.map(({ key, state, from, target }) => ({
      state,
      label: `${from} → ${target}`,
      why: whys.get(key) ?? 'A run takes it, but no test was found whose run takes it as well.',
    })),
  });
}

function nameFor({ title }: Kept, tests: readonly WorkflowTest[]): string {
  const same = tests.filter(({ name }) => name === title || name.startsWith(`${title} (`)).length;
  return same === 0 ? title : `${title} (${String(same + 1)})`;
}

/** The test of a plan, as plain as it can be; undefined where its run does not come to an end. */
async function testFor(
  { attempt, news }: Kept,
  request: RunRequest,
  name: string,
  results: TaskResults | undefined,
): Promise<WorkflowTest | undefined> {
  if (attempt.endless) return undefined;
  const wanted = news.filter((key) => attempt.taken.has(key));
  const { plan: found } = attempt;
  for (const plan of [chosenPlan(found), plainPlan(found, false), plainPlan(found, true), found]) {
    const asked: RunRequest = {
      ...request,
      inputText: prettyJsonText(JSON.stringify(plan.input)),
      mocks: { ...request.mocks, ...mocksOf(plan) },
    };
    const taken = new Set<string>();
    const ran = await carryOut(asked, {
      ...(results ? { results } : {}),
      watch: { entered: () => undefined, took: (...slot) => taken.add(slotKey(...slot)) },
    });
    const misses = ran.ok && wanted.some((key) => !key.includes(' retrier') && !taken.has(key));
    if (ran.ok && !misses) return { ...testOf(name, asked, foldHistory(ran.value.events)), mocks: mocksOf(plan) };
  }
  return undefined;
}

/** The plan with nothing but what was chosen in it. */
function chosenPlan(plan: Plan): Plan {
  const kept = Object.entries(plan.answers).filter(([task]) => plan.chosen.has(task));
  const bare = kept.map(([task, answers]) => [task, answers.map((answer) => chosenIn(answer) ?? {})] as const);
  return { ...plainPlan(plan, false), answers: Object.fromEntries(bare) };
}

/** The plan without marks, and without answers that are no other than samples of the services. */
function plainPlan(plan: Plan, whole: boolean): Plan {
  const kept = Object.entries(plan.answers).filter(([task]) => whole || plan.chosen.has(task));
  const plain = kept.map(([task, answers]) => [task, answers.map(unmarked)] as const);
  const failures = Object.entries(plan.failures).map(([task, mock]) => [task, plainMock(mock)] as const);
  return {
    ...plan,
    input: unmarked(plan.input),
    answers: Object.fromEntries(plain),
    failures: Object.fromEntries(failures),
  };
}

function plainMock(mock: TaskMock): TaskMock {
  return mock.kind === 'failFirst' && mock.output !== undefined ? { ...mock, output: unmarked(mock.output) } : mock;
}

function mocksOf({ answers, failures }: Plan): TaskMocks {
  const given = Object.entries(answers).map(([task, outputs]) => [task, answerMock(outputs)] as const);
  return { ...Object.fromEntries(given), ...failures };
}

function answerMock(outputs: readonly JsonValue[]): TaskMock {
  const [first = null, ...others] = outputs;
  const same = others.every((each) => JSON.stringify(each) === JSON.stringify(first));
  return same ? { kind: 'succeed', output: first } : { kind: 'answers', outputs };
}
