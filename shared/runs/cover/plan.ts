import { type JsonValue, entryOf, isObject } from '../../base/index';
import type { TaskMock, TaskMocks } from '../mocks';
import { marked, type Place } from './marks';
import { valueAt, withValueAt } from './values';

/** What a run is given: its input, what each task answers (call by call, the last answer for all others), and what fails. */
export interface Plan {
  readonly input: JsonValue;
  readonly answers: Readonly<Record<string, readonly JsonValue[]>>;
  /** What is more than a sample of the service: the tasks whose answers a test has to keep. */
  readonly chosen: ReadonlySet<string>;
  readonly failures: TaskMocks;
}

/** The plan with another value at a place; undefined takes it away. A task that has no answer yet is left as it is. */
export function withPlaced(plan: Plan, { task, path }: Place, value: JsonValue | undefined): Plan {
  if (task === null) return { ...plan, input: placed(plan.input, { task, path }, value) };
  const answers = entryOf(plan.answers, task);
  if (answers === undefined) return plan;
  const changed = answers.map((answer) => placed(answer, { task, path }, value));
  return { ...plan, answers: { ...plan.answers, [task]: changed }, chosen: new Set([...plan.chosen, task]) };
}

/** What becomes an object on the way keeps a mark, so that it still says where it comes from. */
function placed(data: JsonValue, { task, path }: Place, value: JsonValue | undefined): JsonValue {
  let next = data;
  for (const [i, step] of path.entries()) {
    const above = path.slice(0, i);
    const there = valueAt(next, above);
    if (typeof step === 'string' && !isObject(there))
      next = withValueAt(next, above, marked({}, { task, path: above }));
  }
  return withValueAt(next, path, value);
}

export function withFailure(plan: Plan, task: string, mock: TaskMock): Plan {
  return { ...plan, failures: { ...plan.failures, [task]: mock } };
}

/** The first answer as in `plan`, from the second on as in `other`: what leaves a loop after one round. */
export function thenAs(plan: Plan, other: Plan): Plan {
  const tasks = Object.keys(plan.answers).filter((task) => differ(plan.answers[task]?.[0], other.answers[task]?.[0]));
  const answers = Object.fromEntries(
    tasks.map((task) => [task, [plan.answers[task]?.[0] ?? null, ...(other.answers[task] ?? [])]]),
  );
  return { ...plan, answers: { ...plan.answers, ...answers }, chosen: new Set([...plan.chosen, ...other.chosen]) };
}

function differ(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  return other !== undefined && JSON.stringify(one) !== JSON.stringify(other);
}
