import {
  type EntryChange,
  type LoadedRun,
  type OutcomeChange,
  type RefusedRun,
  type RunRequest,
  type ShownRun,
  nextStop,
  runTo,
  sampleMocks,
  stepBack,
  stepInto,
  stepOut,
  stepOver,
  taskDurations,
  withEntry,
  withOutcome,
} from '#shared/runs/index';
import { jsonProblem, stateName } from '#shared/workflow/index';
import { toggleBreakpoint } from '#shared/workflow/edits/toggleBreakpoint';
import { applyEdit } from '../../editor/editing';
import { configurationOf, playbackOf, runsState, setPlayback, setStop, shownRun } from '../../editor/runs/runStore';
import { documentOf, type Session } from '../../editor/session';
import { activeSession, say, showDock, showMachineTab } from '../../editor/store';
import { present } from './present';
import { missingValues } from './missingValues';
import { sessionRequest, withValues } from './sessionRequest';
import { simulate } from './simulate';
import { stopsOf } from './stops';

/** Runs the document on screen from its start, up to the first stop. */
export async function startRun(): Promise<void> {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const missing = missingValues(withValues(session, document));
  if (missing.length > 0) {
    showMachineTab('placeholders');
    say('problem', `A run needs values for placeholders: ${missing.map((name) => `\${${name}}`).join(', ')}.`);
    return;
  }
  const configuration = configurationOf(session.id);
  const problem = jsonProblem(configuration.inputText);
  if (problem !== null) {
    showDock('run');
    say('problem', `Input. ${problem}`);
    return;
  }
  const durations = taskDurations(document);
  await carryOut(session, 'Run', sessionRequest(session, document, { ...configuration, durations }));
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
  const run: LoadedRun | RefusedRun =
    message.kind === 'problem'
      ? { ...store, kind: 'refused', request, status: 'ABORTED', redrivable: false, problem: message.message }
      : { ...store, ...message.ended, kind: 'loaded', request };
  await present(session, run, from, 'stored');
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
