import { failureOf, nextStop, type RefusedRun, type Run, type ShownRun } from '#shared/runs/index';
import { playbackOf, setPlayback, viewAt } from '../../editor/runs/runStore';
import { allStates } from '#shared/workflow/index';
import { reveal } from '../../editor/reveal';
import { documentOf, type Session } from '../../editor/session';
import { activeSession, getState, say, showSidebar } from '../../editor/store';
import { addRun, wholeRun } from './runHistory';
import { stopsOf } from './stops';

/**
 * Takes a run into the list and puts it on screen, from an event up to the first stop; one that was refused says why.
 * @param where whether its history is on disk already, or goes there now
 */
export async function present(
  session: Session,
  run: ShownRun | RefusedRun,
  from: number,
  where: 'stored' | 'new',
): Promise<void> {
  addRun(run, where === 'stored');
  if (run.kind === 'refused') return say('problem', `The run could not be carried out: ${run.problem}`);
  // A long history takes a while to fold: in steps, so that the window goes on answering.
  await pause();
  const position = nextStop(run, from, await stopsOf(session, run));
  await pause();
  viewAt(run, position);
  await pause();
  show(session, run.id, position);
  revealFailure(session, failureOf(viewAt(run, position))?.visit?.name);
}

/** Goes to the state that a run failed at. */
function revealFailure(session: Session, name: string | undefined): void {
  const document = documentOf(session);
  if (name === undefined || !document || activeSession()?.id !== session.id) return;
  const state = allStates(document.definition).find((each) => each.name === name);
  if (state) reveal([state.path]);
}

/** The states with how they stand are of more use beside a run than what could be added. */
function show(session: Session, runId: string, position: number): void {
  if (playbackOf(session.id).runId === null && getState().paletteOpen) showSidebar('outline');
  setPlayback(session.id, { runId, position, playing: false });
}

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Opens a run of the list at its end; its history may have to be read first. */
export async function openRun(session: Session, run: Run): Promise<void> {
  if (run.kind === 'refused') return say('problem', `${run.label} could not be carried out: ${run.problem}`);
  const whole = await wholeRun(run);
  if (whole === null) say('problem', `The history of ${run.label} is not there any more.`);
  else show(session, whole.id, whole.events.length);
}
