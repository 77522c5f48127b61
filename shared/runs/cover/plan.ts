import { type JsonValue, entryOf } from '../../base/index';
import type { TaskMock, TaskMocks } from '../mocks';
import type { Place } from './marks';
import { withValueAt } from './values';

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
  if (task === null) return { ...plan, input: withValueAt(plan.input, path, value) };
  const answers = entryOf(plan.answers, task);
  if (answers === undefined) return plan;
  const changed = answers.map((answer) => withValueAt(answer, path, value));
  return { ...plan, answers: { ...plan.answers, [task]: changed }, chosen: new Set([...plan.chosen, task]) };
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
