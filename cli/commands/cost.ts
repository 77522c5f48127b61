import {
  costBasis,
  defaultPrices,
  estimateRun,
  pricesWith,
  readPriceFile,
  type Estimate,
  type PriceTable,
} from '../../shared/cost/index';
import { foldHistory, type RunView } from '../../shared/history/index';
import { childCosts, readHistory, type RunHistory } from '../../shared/runs/index';
import { commandOf } from '../command';
import { columns, painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { checkStandardInput, readTextOf } from '../files/read';
import { wrongUsage } from '../refusal';
import { carriedOut } from '../runs/carriedOut';
import { readJsonFile } from '../runs/readJson';
import { requestOf, runOptions, type RunOptions } from '../runs/runOptions';
import { oneWorkflow } from '../workflows/choose';
import type { Workflow } from '../workflows/workflow';

export const cost = commandOf({
  operands: 'FILE',
  count: [1, 1],
  about: `Runs the workflow as "stepwright run" does and prices what happened, or prices the history of an execution. What nobody can know is
assumed and said; the assumptions kept beside the file count. Prices are those of one region; docs/cost.md tells of them.`,
  options: {
    ...runOptions,
    of: { kind: 'text', value: 'HISTORY', help: 'Price this history instead of a run.' },
    prices: { kind: 'text', value: 'FILE', help: 'Prices that count instead of ours.' },
    executions: {
      kind: 'number',
      value: 'N',
      least: 1,
      most: Number.MAX_SAFE_INTEGER,
      whole: true,
      help: 'Say what so many of them cost, too.',
    },
    json: { kind: 'flag', help: 'Write the bill as JSON.' },
  },
  examples: [
    ['cost orders.asl.json --input order.json', 'The bill of one run.'],
    ['cost orders.asl.json --of history.json --executions 100000', 'The bill of an execution, and of a month of them.'],
  ],
  async run({ operands: [operand = ''], options }, console) {
    checkStandardInput([operand, options.input, options.mocks, options.of, options.prices, ...options.policy]);
    const workflow = await oneWorkflow(operand, options.machine, console);
    const prices = options.prices === null ? defaultPrices : await pricesOf(options.prices, console);
    const { view, type, children } = await whatHappened(workflow, options, console);
    const bill = estimateRun(
      costBasis(workflow.document, type, prices),
      view,
      childCosts({ children }, workflow.document.definition),
    );
    const { executions } = options;
    const total = executions === null ? {} : { executions, totalUsd: bill.usd * executions };
    if (options.json) console.out(printed({ status: view.status, region: prices.region, ...bill, ...total }));
    else report(bill, prices, view, executions, console);
    return exitCodes.ok;
  },
});

async function whatHappened(
  workflow: Workflow,
  options: RunOptions & { readonly of: string | null },
  console: Console,
): Promise<{ readonly view: RunView; readonly type: 'STANDARD' | 'EXPRESS' } & Pick<RunHistory, 'children'>> {
  const type = options.type ?? workflow.document.sidecar.type;
  if (options.of === null) {
    const { events, children } = await carriedOut(workflow, await requestOf(workflow, options, console));
    return { view: foldHistory(events), type, children };
  }
  if (options.input !== null || options.mocks !== null || options.policy.length > 0)
    throw wrongUsage('--of prices what has happened: --input, --mocks and --policy do not go with it.');
  const { label, text } = await readJsonFile(options.of, console);
  const events = readHistory(text);
  if (!events.ok) throw wrongUsage(`${label}: ${events.problem}`);
  return { view: foldHistory(events.value), type, children: [] };
}

async function pricesOf(file: string, console: Console): Promise<PriceTable> {
  const read = readPriceFile(await readTextOf(file, console));
  if (!read.ok) throw wrongUsage(`${file}: ${read.problem}`);
  return pricesWith(read.value);
}

function report(
  bill: Estimate,
  prices: PriceTable,
  { status }: RunView,
  executions: number | null,
  console: Console,
): void {
  const own = bill.own.map(({ label, units, usd }) => ['Step Functions', `${amount(units)} × ${label}`, dollars(usd)]);
  const steps = bill.steps.flatMap(({ name, lines }) =>
    lines.length === 0
      ? [[name, '', dollars(0)]]
      : lines.map((line) => [name, `${amount(line.units)} × ${line.label}`, dollars(line.usd)]),
  );
  console.out(columns([...own, ...steps]));
  console.out(`\n${painted(console, 'bold', dollars(bill.usd))} for a run that ended ${status}, in ${prices.region}\n`);
  if (executions !== null) console.out(`${dollars(bill.usd * executions)} for ${executions} of them\n`);
  for (const { name, assumed, unknown } of bill.steps) {
    for (const { label, value, unit, set } of assumed)
      console.out(`${name}: ${set ? 'set' : 'assumed'}: ${label}, ${value} ${unit}\n`);
    for (const each of unknown) console.out(`${name}: ${each}\n`);
  }
}

const amount = (units: number) => String(Number(units.toPrecision(6)));

/** Small prices need their digits: a transition costs 0.000025 dollars. */
const dollars = (usd: number) =>
  `$${usd === 0 || usd >= 1 ? usd.toFixed(2) : usd.toFixed(Math.min(10, 2 - Math.floor(Math.log10(usd))))}`;
