import { builtInResults } from '../catalogueFiles';
import { foldHistory, type RunView } from '../../shared/history/index';
import {
  carryOut,
  coverage,
  definitionTexts,
  judge,
  readTests,
  requestFor,
  type CoverItem,
  type WorkflowTest,
} from '../../shared/runs/index';
import { commandOf } from '../command';
import { painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { filesOf, writeFileTo } from '../files/read';
import { wrongUsage } from '../refusal';
import { junitXml } from '../reports/junit';
import { tapText } from '../reports/tap';
import { hasFailed, type TestOutcome, type TestReport } from '../reports/testReport';
import { fileReaders } from '../runs/fileReaders';
import { machineOption, workflowsIn } from '../workflows/choose';
import type { Workflow } from '../workflows/workflow';

export const test = commandOf({
  operands: 'FILE…',
  count: [1, Infinity],
  about: `Tests are saved in the designer (docs/runs.md) and kept in NAME.stepwright.json beside the workflow: an input, the answers of tasks, and
what has to come of it. Exit code 1 when one does not hold, when there is none, or when less is covered than --min-coverage asks for.`,
  options: {
    machine: machineOption,
    only: { kind: 'text', value: 'TEXT', help: 'Only tests whose name has this text.' },
    'min-coverage': {
      kind: 'number',
      value: 'PERCENT',
      least: 0,
      most: 100,
      help: 'How much of states, transitions and retriers has to be covered, of each workflow.',
    },
    junit: { kind: 'text', value: 'FILE', help: 'Write JUnit XML for CI.' },
    tap: { kind: 'flag', help: 'Write the Test Anything Protocol.' },
    json: { kind: 'flag', help: 'Write outcomes and coverage as JSON.' },
  },
  examples: [
    ['test orders.asl.json', 'Runs its tests and says what they leave out.'],
    ['test "machines/*.asl.json" --junit results.xml --min-coverage 80', 'Runs those of many, for CI.'],
  ],
  async run({ operands, options }, console) {
    if (options.json && options.tap) throw wrongUsage('--json and --tap do not go together.');
    const reports: TestReport[] = [];
    for (const file of await filesOf(operands))
      for (const workflow of await workflowsIn(file, options.machine, console))
        reports.push(await reportOf(workflow, options.only, console));
    console.progress('');
    if (options.junit !== null) await writeFileTo(options.junit, junitXml(reports));
    const few = reports.filter(({ coverage: items }) => shareOf(items) * 100 < (options['min-coverage'] ?? 0));
    if (options.json) console.out(printed(reports.map(facts)));
    else if (options.tap) console.out(tapText(reports));
    else for (const report of reports) tell(report, console);
    for (const { label, coverage: items } of few)
      console.err(`${label}: ${percent(items)} covered, ${options['min-coverage']} % are asked for.\n`);
    const tests = reports.flatMap((report) => report.tests);
    if (tests.length === 0) console.err(noTests(reports, options.only));
    const isGood = tests.length > 0 && few.length === 0 && !tests.some(hasFailed);
    return isGood ? exitCodes.ok : exitCodes.findings;
  },
});

async function reportOf(workflow: Workflow, only: string | null, console: Console): Promise<TestReport> {
  const { document, label } = workflow;
  const tests = readTests(document.sidecar.tests).filter(({ name }) => only === null || name.includes(only));
  const views: RunView[] = [];
  const outcomes: TestOutcome[] = [];
  for (const each of tests) {
    console.progress(`${label}: ${each.name}`);
    const started = performance.now();
    const { view, ...outcome } = await outcomeOf(workflow, each);
    if (view) views.push(view);
    outcomes.push({ name: each.name, milliseconds: performance.now() - started, ...outcome });
  }
  return { label, tests: outcomes, coverage: coverage(document.definition, views) };
}

async function outcomeOf({ document, name }: Workflow, each: WorkflowTest) {
  const request = requestFor(document, each, { name, startTime: Date.now() });
  const ended = await carryOut(request, {
    readers: fileReaders,
    results: await builtInResults(definitionTexts(request)),
  });
  if (!ended.ok) return { view: null, problem: ended.problem, mismatches: [] };
  const view = foldHistory(ended.value.events);
  return { view, problem: null, mismatches: await judge(each, view) };
}

function tell({ label, tests, coverage: items }: TestReport, console: Console): void {
  if (tests.length === 0) return;
  console.out(`${painted(console, 'bold', label)}\n`);
  for (const outcome of tests) {
    const isFailed = hasFailed(outcome);
    console.out(`  ${painted(console, isFailed ? 'red' : 'green', isFailed ? 'failed' : 'passed')}  ${outcome.name}\n`);
    if (outcome.problem !== null) console.out(`          ${outcome.problem}\n`);
    for (const { what, message } of outcome.mismatches) console.out(`          ${what}: ${message}\n`);
  }
  const failed = tests.filter(hasFailed).length;
  console.out(`  ${tests.length - failed} passed, ${failed} failed, ${percent(items)} covered\n`);
  for (const { kind, label: what } of items.filter(({ covered }) => !covered))
    console.out(painted(console, 'dim', `  not covered: ${kind} ${what}\n`));
}

function facts({ label, tests, coverage: items }: TestReport) {
  const covered = items.map(({ kind, label: what, covered: isCovered }) => ({ kind, what, covered: isCovered }));
  return {
    workflow: label,
    tests: tests.map((outcome) => ({ ...outcome, passed: !hasFailed(outcome) })),
    coveredShare: shareOf(items),
    coverage: covered,
  };
}

/** From 0 to 1; a workflow with nothing to cover is covered. */
function shareOf(items: readonly CoverItem[]): number {
  return items.length === 0 ? 1 : items.filter(({ covered }) => covered).length / items.length;
}

const percent = (items: readonly CoverItem[]) => `${Math.floor(shareOf(items) * 100)} %`;

function noTests(reports: readonly TestReport[], only: string | null): string {
  const where = reports.map(({ label }) => label).join(', ');
  return only === null ? `No test is saved beside ${where}.\n` : `No test of ${where} has "${only}" in its name.\n`;
}
