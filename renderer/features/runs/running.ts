import {
  type EntryChange,
  type LoadedRun,
  type OutcomeChange,
  type Run,
  type RunRequest,
  type ShownRun,
  type Stops,
  breakpointIds,
  hasExpressions,
  nextStop,
  runTo,
  sampleMocks,
  stepBack,
  stepInto,
  stepOut,
  stepOver,
  withEntry,
  withOutcome,
} from '#shared/runs/index';
import { stateName, toggleBreakpoint } from '#shared/workflow/index';
import { applyEdit } from '../../editor/editing';
import {
  configurationOf,
  playbackOf,
  runsState,
  setPlayback,
  setStop,
  shownRun,
  viewAt,
} from '../../editor/runs/runStore';
import { documentOf, type Session } from '../../editor/session';
import { activeSession, say, showDock } from '../../editor/store';
import { addRun, wholeRun } from './runHistory';
import { sessionRequest } from './sessionRequest';
import { simulate, stopsInWorker } from './simulate';

/** Runs the document on screen from its start, up to the first stop. */
export async function startRun(): Promise<void> {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const configuration = configurationOf(session.id);
  try {
    JSON.parse(configuration.inputText);
  } catch (problem) {
    showDock('run');
    say('problem', `The input is not JSON: ${problem instanceof Error ? problem.message : ''}`);
    return;
  }
  await carryOut(session, 'Run', sessionRequest(session, document, configuration));
}

async function carryOut(session: Session, what: string, request: RunRequest, from = 0): Promise<void> {
  showDock('run');
  runsState().stop?.();
  const store = {
    id: crypto.randomUUID(),
    workflow: session.workflow,
    label: `${what} ${new Date(request.startTime).toLocaleTimeString()}`,
  };
  const simulating = simulate({ request, store });
  setStop(simulating.stop);
  const message = await simulating.done;
  setStop(null);
  if (message.kind === 'problem') {
    addRun(
      { ...store, kind: 'refused', request, status: 'ABORTED', redrivable: false, problem: message.message },
      false,
    );
    say('problem', `The run could not be carried out: ${message.message}`);
    return;
  }
  await putOnScreen(session, { ...store, ...message.ended, kind: 'loaded', request }, from, true);
}

/** Puts a run that did not come from here on screen, and keeps it. */
export function showRun(session: Session, run: ShownRun, from: number): Promise<void> {
  return putOnScreen(session, run, from, false);
}

async function putOnScreen(session: Session, run: ShownRun, from: number, stored: boolean): Promise<void> {
  addRun(run, stored);
  // A long history takes a while to fold: in steps, so that the window goes on answering.
  await pause();
  const position = nextStop(run, from, await stopsOf(session, run));
  await pause();
  viewAt(run, position);
  await pause();
  setPlayback(session.id, { runId: run.id, position, playing: false });
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Opens a run of the list at its end; its history may have to be read first. */
export async function openRun(session: Session, run: Run): Promise<void> {
  if (run.kind === 'refused') return say('problem', `${run.label} could not be carried out: ${run.problem}`);
  const whole = await wholeRun(run);
  if (whole === null) say('problem', `The history of ${run.label} is not there any more.`);
  else setPlayback(session.id, { runId: whole.id, position: whole.events.length, playing: false });
}

/** Where the document's breakpoints stop a run. */
export async function stopsOf(session: Session, run: ShownRun): Promise<Stops> {
  const { conditions, breakOnError: onError } = configurationOf(session.id);
  const breakpoints = documentOf(session)?.sidecar.breakpoints ?? [];
  if (!hasExpressions({ breakpoints, conditions })) {
    return { ids: await breakpointIds(run, { breakpoints, conditions }), onError };
  }
  const ids = await stopsInWorker(run, breakpoints, conditions);
  if (ids === null)
    say('problem', 'A condition of a breakpoint does not come to an end. Change it in the tab Run of its state.');
  return { ids: ids ?? new Set(), onError };
}

/** Moves the cursor over the history; nothing runs again. */
export function move(to: (run: ShownRun, position: number) => number | null): void {
  const session = activeSession();
  if (!session) return;
  const run = shownRun(session.id);
  if (!run) {
    void startRun();
    return;
  }
  const position = to(run, playbackOf(session.id).position);
  if (position !== null)
    setPlayback(session.id, { position: Math.max(0, Math.min(run.events.length, position)), playing: false });
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
    const run = session && shownRun(session.id);
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
export async function changeOutcomeAndGoOn(run: LoadedRun, change: OutcomeChange, from: number): Promise<void> {
  const session = activeSession();
  if (session) await carryOut(session, 'Changed run', withOutcome(run.request, change), from);
}

/** Runs the whole again with another input or other variables for one entry of a state. */
export async function changeEntryAndGoOn(run: LoadedRun, change: EntryChange, from: number): Promise<void> {
  const session = activeSession();
  if (session) await carryOut(session, 'Changed run', withEntry(run.request, change), from);
}

/** Goes on from the states that failed, with the mocks as they are set now; what succeeded stays. */
export async function redriveRun({ request, events }: LoadedRun): Promise<void> {
  const session = activeSession();
  if (!session) return;
  const document = documentOf(session);
  const mocks = { ...(document ? sampleMocks(document) : {}), ...configurationOf(session.id).mocks };
  await carryOut(session, 'Redriven run', { ...request, redrives: [...request.redrives, mocks] }, events.length);
}

/** One of many runs by chance, by its seed. */
export async function runByChance(request: RunRequest, seed: number): Promise<void> {
  const session = activeSession();
  if (session) await carryOut(session, `Chance run ${seed}`, request);
}

export function stopRun(): void {
  runsState().stop?.();
}

export function toggleBreakpointHere(): void {
  const [state] = activeSession()?.selection.states ?? [];
  if (state === undefined) say('problem', 'Select a state first.');
  else applyEdit(toggleBreakpoint, { state });
}
