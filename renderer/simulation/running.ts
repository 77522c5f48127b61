import { stateName } from '#shared/workflow/paths';
import { stopsFor } from './breakpoints';
import { toggleBreakpoint } from '#shared/workflow/edits/toggleBreakpoint';
import { applyEdit } from '../store/editing';
import { documentOf, type Session } from '../store/session';
import { activeSession, say, setState } from '../store/store';
import { keptAnswers, type Change, type EntryChange } from './answers';
import { requestFor } from './requests';
import { addRun, wholeRun } from './runHistory';
import type { Run, RunRequest } from './run';
import { benchOf, runOf, setBench, useRuns, viewAt } from './runStore';
import { simulate } from './simulate';
import { nextStop, runTo, stepBack, stepInto, stepOut, stepOver, type Stops } from './stepping';

/** Runs the document on screen from its start, up to the first stop. */
export async function startRun(): Promise<void> {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const bench = benchOf(session.id);
  try {
    JSON.parse(bench.inputText);
  } catch (problem) {
    setState({ dock: 'run' });
    say('problem', `The input is not JSON: ${problem instanceof Error ? problem.message : ''}`);
    return;
  }
  await carryOut(session, 'Run', requestFor(session, document, bench));
}

async function carryOut(session: Session, what: string, request: RunRequest, from = 0): Promise<void> {
  setState({ dock: 'run' });
  useRuns.getState().stop?.();
  const keep = {
    id: crypto.randomUUID(),
    workflow: session.name,
    label: `${what} ${new Date(request.startTime).toLocaleTimeString()}`,
  };
  const simulating = simulate(request, keep);
  useRuns.setState({ stop: simulating.stop });
  const message = await simulating.done;
  useRuns.setState({ stop: null });
  if (message.kind === 'kept') return;
  if (message.kind === 'problem') {
    say('problem', `The run could not be carried out: ${message.message}`);
    return;
  }
  const { kind: _kind, ...ended } = message;
  const run: Run = { ...keep, ...ended, origin: 'simulated', request, problem: null };
  await putOnScreen(session, run, from, true);
}

/** Puts a run that did not come from here on screen, and keeps it. */
export function showRun(session: Session, run: Run, from: number): Promise<void> {
  return putOnScreen(session, run, from, false);
}

async function putOnScreen(session: Session, run: Run, from: number, stored: boolean): Promise<void> {
  addRun(run, stored);
  // A long history takes a while to fold: in steps, so that the window goes on answering.
  await pause();
  const position = nextStop(run, from, await stopsOf(session, run));
  await pause();
  viewAt(run, position);
  await pause();
  setBench(session.id, { runId: run.id, position, playing: false });
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Opens a run of the list at its end; its history may have to be read first. */
export async function openRun(session: Session, run: Run): Promise<void> {
  const whole = await wholeRun(run);
  if (whole.events.length === 0) say('problem', `The history of ${run.label} is not there any more.`);
  else setBench(session.id, { runId: whole.id, position: whole.events.length, playing: false });
}

/** Where the document's breakpoints stop a run. */
export function stopsOf(session: Session, run: Run): Promise<Stops> {
  const { conditions, breakOnError } = benchOf(session.id);
  const breakpoints = documentOf(session)?.sidecar.breakpoints ?? [];
  return stopsFor(run, { breakpoints, conditions, onError: breakOnError });
}

/** Moves the cursor over the history; nothing runs again. */
export function move(to: (run: Run, position: number) => number | null): void {
  const session = activeSession();
  if (!session) return;
  const bench = benchOf(session.id);
  const run = runOf(bench);
  if (!run) {
    void startRun();
    return;
  }
  const position = to(run, bench.position);
  if (position !== null)
    setBench(session.id, { position: Math.max(0, Math.min(run.events.length, position)), playing: false });
}

export const steps = {
  into: () => move(stepInto),
  over: () => move(stepOver),
  out: () => move(stepOut),
  back: () => move(stepBack),
  toStart: () => move(() => 0),
  toEnd: () => move((run) => run.events.length),
  on: () => {
    const session = activeSession();
    const run = session && runOf(benchOf(session.id));
    if (!session || !run) return void startRun();
    void stopsOf(session, run).then((stops) => move((shown, position) => nextStop(shown, position, stops)));
  },
  toSelected: () => {
    const [selected] = activeSession()?.selection.states ?? [];
    if (selected === undefined) return;
    move((run, position) => {
      const to = runTo(run, position, stateName(selected));
      if (to === null) say('problem', `The run does not come to "${stateName(selected)}" after this.`);
      return to;
    });
  },
};

/** Runs the whole again with another outcome for one call; the run before stays in the list. */
export async function changeAndGoOn(run: Run, change: Change, from: number): Promise<void> {
  const session = activeSession();
  if (!session || !run.request) return;
  const others = run.request.changes.filter(
    (each) => each.state !== change.state || each.entry !== change.entry || each.attempt !== change.attempt,
  );
  await carryOut(session, 'Changed run', { ...run.request, changes: [...others, change] }, from);
}

/** Runs the whole again with another input or other variables for one entry of a state. */
export async function changeEntryAndGoOn(run: Run, change: EntryChange, from: number): Promise<void> {
  const session = activeSession();
  if (!session || !run.request) return;
  const others = run.request.entries.filter((each) => each.state !== change.state || each.entry !== change.entry);
  await carryOut(session, 'Changed run', { ...run.request, entries: [...others, change] }, from);
}

/** Goes on from the states that failed, with the answers as they are set now; what succeeded is kept. */
export async function redriveRun(run: Run): Promise<void> {
  const session = activeSession();
  if (!session || !run.request) return;
  const document = documentOf(session);
  const answers = { ...(document ? keptAnswers(document) : {}), ...benchOf(session.id).answers };
  await carryOut(
    session,
    'Redriven run',
    { ...run.request, redrives: [...run.request.redrives, answers] },
    run.events.length,
  );
}

/** One of many chance runs, by its seed. */
export async function runOdds(request: RunRequest, seed: number): Promise<void> {
  const session = activeSession();
  if (session) await carryOut(session, `Chance run ${seed}`, request);
}

export function stopRun(): void {
  useRuns.getState().stop?.();
}

export function toggleBreakpointHere(): void {
  const [state] = activeSession()?.selection.states ?? [];
  if (state === undefined) say('problem', 'Select a state first.');
  else applyEdit(toggleBreakpoint, { state });
}
