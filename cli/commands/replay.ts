import { foldHistory } from '../../shared/history/index';
import { readHistory } from '../../shared/runs/index';
import { commandOf } from '../command';
import { printed } from '../console';
import { exitCodes } from '../exitCodes';
import { wrongUsage } from '../refusal';
import { readJsonFile } from '../runs/readJson';
import { reportRun, runFacts } from '../runs/runReport';

export const replay = commandOf({
  operands: 'HISTORY',
  count: [1, 1],
  about: `Reads what "aws stepfunctions get-execution-history" or "stepwright run --history" wrote: one answer, a list of pages, or a bare list of
events. Exit code 1 when the execution did not succeed.`,
  options: { json: { kind: 'flag', help: 'Write what happened as JSON.' } },
  examples: [
    ['replay history.json', 'Shows its states, its end, and what to do about a failure.'],
    ['replay - --json < history.json', 'The same as data.'],
  ],
  async run({ operands: [file = ''], options: { json } }, console) {
    const { label, text } = await readJsonFile(file, console);
    const events = readHistory(text);
    if (!events.ok) throw wrongUsage(`${label}: ${events.problem}`);
    const view = foldHistory(events.value);
    if (json) console.out(printed(runFacts(view)));
    else reportRun(view, console);
    return view.status === 'SUCCEEDED' || view.status === 'RUNNING' ? exitCodes.ok : exitCodes.findings;
  },
});
