import { duration } from '../../shared/base/index';
import type { RunView, StateVisit } from '../../shared/history/index';
import { failureOf, readJsonText, statusLabels, statusOf, type DisplayStatus } from '../../shared/runs/index';
import { columns, painted, type Console } from '../console';

/** More states than anybody reads; the whole is in the history. */
const mostVisits = 200;

/** What a run came to, for a person: its states with how they ended and when, its output, or its failure with advice. */
export function reportRun(view: RunView, console: Console): void {
  const shown = view.visits.slice(0, mostVisits);
  const depths = depthsOf(view);
  console.out(columns(shown.map((visit) => rowOf(view, visit, depths.get(visit.id) ?? 0, console))));
  const rest = view.visits.length - shown.length;
  if (rest > 0) console.out(`… and ${rest} more; --json and --history have all of them.\n`);
  const took = duration(((view.stopTime ?? lastTime(view)) - (view.startTime ?? 0)) / 1000);
  const redrives = view.redriveCount > 0 ? `, redriven ${view.redriveCount} times` : '';
  const status = painted(console, lookOfRun(view.status), view.status);
  console.out(`\n${status} after ${took}, ${view.events} events${redrives}\n`);
  if (view.output !== undefined) console.out(`Output: ${view.output}\n`);
  const failure = failureOf(view);
  if (!failure) return;
  const { visit, error, cause, advice } = failure;
  const what = [error, cause].filter((text) => text !== undefined && text !== '').join(': ');
  console.out(`${visit ? `Failed at "${visit.name}": ` : ''}${what || 'no error is told.'}\n${advice}\n`);
}

/** The same as data: what `--json` writes. */
export function runFacts(view: RunView) {
  const { status, startTime, stopTime, input, output, error, cause, redriveCount, events, visits } = view;
  const failure = failureOf(view);
  return {
    status,
    startTime: timeText(startTime),
    stopTime: timeText(stopTime),
    input: input === undefined ? undefined : readJsonText(input),
    output: output === undefined ? undefined : readJsonText(output),
    error,
    cause,
    redriveCount,
    events,
    states: visits.map((visit) => ({
      name: visit.name,
      type: visit.type,
      status: statusOf(visit),
      enteredTime: timeText(visit.enteredTime),
      exitedTime: timeText(visit.exitedTime),
      attempts: visit.attempts.length,
      error: visit.error,
      cause: visit.cause,
    })),
    failure: failure && {
      state: failure.visit?.name ?? null,
      error: failure.error,
      cause: failure.cause,
      advice: failure.advice,
    },
  };
}

function rowOf(view: RunView, visit: StateVisit, depth: number, console: Console): readonly string[] {
  const status = statusOf(visit);
  const attempts = visit.attempts.length > 1 ? `${visit.attempts.length} attempts` : '';
  const took = visit.exitedTime === undefined ? '' : duration((visit.exitedTime - visit.enteredTime) / 1000);
  return [
    `+${duration((visit.enteredTime - (view.startTime ?? visit.enteredTime)) / 1000)}`,
    '  '.repeat(depth) + visit.name,
    visit.type,
    painted(console, looks[status], statusLabels[status]),
    took,
    attempts,
    visit.error ?? '',
  ];
}

const looks: Readonly<Record<DisplayStatus, Parameters<typeof painted>[1]>> = {
  running: 'bold',
  waiting: 'bold',
  retrying: 'yellow',
  succeeded: 'green',
  caught: 'yellow',
  failed: 'red',
  timedOut: 'red',
  aborted: 'dim',
};

const lookOfRun = (status: RunView['status']) =>
  status === 'SUCCEEDED' ? 'green' : status === 'RUNNING' ? 'bold' : 'red';

/** How many Maps and Parallels each visit stands in. */
function depthsOf({ visits }: RunView): ReadonlyMap<number, number> {
  const depths = new Map<number, number>();
  for (const { id, scope } of visits) depths.set(id, scope.kind === 'root' ? 0 : (depths.get(scope.visit) ?? 0) + 1);
  return depths;
}

function lastTime({ visits, startTime }: RunView): number {
  return visits.reduce((last, visit) => Math.max(last, visit.exitedTime ?? visit.enteredTime), startTime ?? 0);
}

function timeText(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}
