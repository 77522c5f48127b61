import { basename, dirname, join } from 'node:path';
import { sidecarName } from '../../shared/protocol/index';
import { proposeTests, readTests, withTest, type ProposedTests } from '../../shared/runs/index';
import { printSidecar, stateName } from '../../shared/workflow/index';
import { builtInResults } from '../catalogueFiles';
import { commandOf } from '../command';
import { painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { writeFileTo } from '../files/read';
import { Refusal, wrongUsage } from '../refusal';
import { requestOf, runOptions } from '../runs/runOptions';
import { machineOption, oneWorkflow } from '../workflows/choose';
import type { Workflow } from '../workflows/workflow';

const { seed, type } = runOptions;

export const cover = commandOf({
  operands: 'FILE',
  count: [1, 1],
  about: `Searches inputs and answers of tasks so that runs take every transition: each rule and Default of a Choice, each catcher, each retrier that
heals or gives up. Each proposed test has been run. Exit code 1 when a transition is left that none takes.`,
  options: {
    machine: machineOption,
    type,
    seed,
    write: { kind: 'flag', help: 'Keep the tests beside the workflow, with those that are there.' },
    json: { kind: 'flag', help: 'Write the tests, and what is left, as JSON.' },
  },
  examples: [
    ['cover orders.asl.json', 'Which tests it proposes, and what none can reach.'],
    ['cover orders.asl.json --write', 'Keeps them in orders.stepwright.json, where "stepwright test" finds them.'],
  ],
  async run({ operands: [operand = ''], options }, console) {
    const workflow = await oneWorkflow(operand, options.machine, console);
    const { path } = workflow.file;
    if (options.write && (workflow.machine !== null || path === null))
      throw wrongUsage('--write keeps tests beside a file that is a state machine; leave it out for others.');
    const without = { input: null, mocks: null, 'test-case': null, 'mocks-for': null, policy: [], 'start-time': null };
    const request = await requestOf(workflow, { ...without, seed: options.seed, type: options.type }, console);
    console.progress('Searching …');
    const proposed = await proposeTests(request, await builtInResults(request.definitionText));
    console.progress('');
    if (!proposed.ok) throw new Refusal(exitCodes.findings, `${workflow.label} cannot be covered: ${proposed.problem}`);
    if (options.json) console.out(printed(proposed.value));
    else report(proposed.value, console);
    if (options.write && path !== null) await keep(workflow, path, proposed.value, console);
    return proposed.value.unreached.length === 0 ? exitCodes.ok : exitCodes.findings;
  },
});

function report({ tests, transitions, unreached }: ProposedTests, console: Console): void {
  const taken = transitions - unreached.length;
  const colour = unreached.length === 0 ? 'green' : 'yellow';
  console.out(`${painted(console, colour, `${taken} of ${transitions} transitions`)} by ${tests.length} tests\n`);
  for (const { name } of tests) console.out(`    ${name}\n`);
  if (unreached.length > 0) console.out('left:\n');
  for (const { state, label, why } of unreached) console.out(`    ${stateName(state)}: ${label}. ${why}\n`);
}

/** Puts the tests beside the workflow; those that are there keep their names and stay. */
async function keep({ document }: Workflow, path: string, { tests }: ProposedTests, console: Console): Promise<void> {
  const there = new Set(readTests(document.sidecar.tests).map(({ name }) => name));
  const added = tests.filter(({ name }) => !there.has(name));
  const all = added.reduce((list, test) => withTest(list, test.name, test), document.sidecar.tests);
  const sidecar = join(dirname(path), sidecarName(basename(path)));
  await writeFileTo(sidecar, printSidecar({ ...document.sidecar, tests: all }) ?? '');
  console.out(`${added.length} of them kept in ${sidecar}\n`);
}
