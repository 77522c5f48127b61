import { foldHistory, type HistoryEvent } from '../../shared/history/index';
import { historyText } from '../../shared/runs/index';
import { Functions, functionWorker } from '../../host/lambda/index';
import { commandOf } from '../command';
import { painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { checkStandardInput, writeFileTo } from '../files/read';
import { boundFunctions } from '../runs/boundFunctions';
import { carriedOut } from '../runs/carriedOut';
import { checkStateName, requestOf, runOptions } from '../runs/runOptions';
import { reportRun, runFacts } from '../runs/runReport';
import { oneWorkflow } from '../workflows/choose';

export const run = commandOf({
  operands: 'FILE',
  count: [1, 1],
  about: `Time is virtual: waits and back-offs cost nothing. Tasks are answered by stubs in the shape of each service's result, by the sample
results kept beside the file, by a mock file, or by local code. Nothing is called outside. Exit code 1 when the execution does not succeed.`,
  options: {
    ...runOptions,
    until: { kind: 'text', value: 'STATE', help: 'Stop where this state is entered first, and show its input.' },
    handlers: {
      kind: 'text',
      value: 'FILE',
      help: 'Local code, commands and containers that stand for Lambda functions (docs/handlers.md); it is run.',
    },
    history: { kind: 'text', value: 'FILE', help: 'Write the history in the form of get-execution-history.' },
    json: { kind: 'flag', help: 'Write what happened as JSON.' },
  },
  examples: [
    ['run orders.asl.json --input \'{"total": 12}\'', 'Runs it with an input.'],
    ['run orders.asl.json --mocks mocks.json --test-case Refused', 'Runs it with the answers of a test case.'],
    ['run orders.asl.json --handlers functions.json', 'Runs it with local code in place of functions.'],
    ['run orders.asl.json --policy role.json --history run.json', 'Runs it under a policy and keeps the history.'],
  ],
  async run({ operands: [operand = ''], options }, console) {
    const { machine, until, history, json, handlers } = options;
    checkStandardInput([operand, options.input, options.mocks, ...options.policy]);
    const workflow = await oneWorkflow(operand, machine, console);
    checkStateName(workflow, 'until', until);
    const request = await requestOf(workflow, options, console);
    const functions = new Functions((name, line) => {
      console.err(`${name}: ${line}\n`);
    });
    const bound = handlers === null ? [] : await boundFunctions(handlers, console);
    const { events } = await carriedOut(workflow, request, functionWorker(bound, functions)).finally(() => {
      functions.stop();
    });
    const stop = until === null ? null : entryOf(events, until);
    const shown = stop === null ? events : events.slice(0, stop);
    const view = foldHistory(shown);
    if (history !== null) await writeFileTo(history, historyText(shown));
    if (json) console.out(printed({ ...runFacts(view), seed: request.seed }));
    else reportRun(view, console);
    if (until !== null) return ofStop(until, stop, view.visits.at(-1)?.input, json, console);
    return view.status === 'SUCCEEDED' ? exitCodes.ok : exitCodes.findings;
  },
});

/** How many events there are when a state is entered first; null when it never is. */
function entryOf(events: readonly HistoryEvent[], state: string): number | null {
  return foldHistory(events).visits.find(({ name }) => name === state)?.id ?? null;
}

function ofStop(state: string, stop: number | null, input: string | undefined, json: boolean, console: Console) {
  if (stop === null) console.err(`"${state}" was not entered.\n`);
  else if (!json)
    console.out(`Stopped at ${painted(console, 'bold', `"${state}"`)} with the input ${input ?? 'none'}\n`);
  return stop === null ? exitCodes.findings : exitCodes.ok;
}
