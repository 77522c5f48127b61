import { machineOf, parsePolicy } from '../../shared/access/index';
import { allStates } from '../../shared/workflow/index';
import { requestFor, taskDurations, type RunPolicies, type RunRequest } from '../../shared/runs/index';
import type { OptionValues } from '../arguments';
import type { Console } from '../console';
import { wrongUsage } from '../refusal';
import { machineOption } from '../workflows/choose';
import type { Workflow } from '../workflows/workflow';
import { readMocks } from './mockOptions';
import { readInput, readJsonFile } from './readJson';

/** The options of commands that run a workflow. */
export const runOptions = {
  machine: machineOption,
  input: {
    kind: 'text',
    value: 'JSON|FILE',
    help: 'The input: JSON, a file with it, or - for standard input. Else {}.',
  },
  mocks: {
    kind: 'text',
    value: 'FILE',
    help: 'What answers tasks: a mock configuration file of Step Functions Local.',
  },
  'test-case': { kind: 'text', value: 'NAME', help: 'The test case of the mock file; needed when it has several.' },
  'mocks-for': {
    kind: 'text',
    value: 'NAME',
    help: 'The state machine of the mock file, when it is called otherwise.',
  },
  policy: {
    kind: 'texts',
    value: 'FILE',
    help: 'An IAM policy that the role has; without any, everything is allowed.',
  },
  seed: {
    kind: 'number',
    value: 'N',
    least: 0,
    most: Number.MAX_SAFE_INTEGER,
    whole: true,
    help: 'Chance, ids and stubs come of it: the same seed gives the same run. Else 1.',
  },
  type: {
    kind: 'choice',
    choices: ['STANDARD', 'EXPRESS'],
    help: 'How the machine runs; else what is kept beside the file, else STANDARD.',
  },
  'start-time': { kind: 'text', value: 'TIME', help: 'When it starts, such as 2026-01-31T08:00:00Z. Else now.' },
} as const;

/** What is asked of all of them. */
export type RunOptions = OptionValues<typeof runOptions>;

/**
 * The request of a workflow run as options say.
 * @throws Refusal when one of them cannot be read
 */
export async function requestOf(
  workflow: Workflow,
  options: Omit<RunOptions, 'machine'>,
  console: Console,
): Promise<RunRequest> {
  const { document, name } = workflow;
  const input = options.input === null ? null : await readInput(options.input, console);
  const mockFile = await readMocks(workflow, options, console);
  const configuration = {
    inputText: input?.text ?? '{}',
    seed: options.seed ?? 1,
    type: options.type ?? document.sidecar.type,
    mocks: {},
    ...(mockFile === null ? {} : { mockFile }),
  };
  return requestFor(
    document,
    { ...configuration, durations: taskDurations(document) },
    {
      name,
      startTime: startTimeOf(options['start-time']),
      access: options.policy.length === 0 ? null : await policiesOf(workflow, options.policy, console),
    },
  );
}

async function policiesOf(workflow: Workflow, files: readonly string[], console: Console): Promise<RunPolicies> {
  const policies = [];
  for (const file of files) {
    const { label, text } = await readJsonFile(file, console);
    const read = parsePolicy(text);
    if (!read.ok) {
      const problems = read.problem.map(({ at, message }) =>
        at.length === 0 ? message : `${at.join('/')}: ${message}`,
      );
      throw wrongUsage(`${label} is no policy: ${problems.join(' ')}`);
    }
    policies.push({ name: label, kind: 'role' as const, text });
  }
  return { machine: machineOf(workflow.name, workflow.document.definition), policies };
}

function startTimeOf(given: string | null): number {
  if (given === null) return Date.now();
  const time = Date.parse(given);
  if (Number.isNaN(time)) throw wrongUsage(`--start-time is a time such as 2026-01-31T08:00:00Z, not "${given}".`);
  return time;
}

/** @throws Refusal when the workflow has no state of a name */
export function checkStateName({ document, label }: Workflow, option: string, name: string | null): void {
  const names = allStates(document.definition).map((each) => each.name);
  if (name !== null && !names.includes(name))
    throw wrongUsage(`--${option}: there is no state "${name}" in ${label}. It has ${names.join(', ')}.`);
}
