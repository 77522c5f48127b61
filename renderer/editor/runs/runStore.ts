import { create } from 'zustand';
import { HistoryCursor, type RunView } from '#shared/history/index';
import { type Run, type RunConfiguration, type ShownRun, defaultConfiguration, isShown } from '#shared/runs/index';

/** Which run of a document is on screen, and at which event. */
export interface Playback {
  readonly runId: string | null;
  /** How many events of the history the screen shows. */
  readonly position: number;
  readonly playing: boolean;
  /** Events a second while playing. */
  readonly speed: number;
}

const stoppedPlayback: Playback = { runId: null, position: 0, playing: false, speed: 8 };

interface RunsState {
  /** The last one first. */
  readonly runs: readonly Run[];
  /** By session id. */
  readonly configurations: Readonly<Record<string, RunConfiguration>>;
  /** By session id. */
  readonly playbacks: Readonly<Record<string, Playback>>;
  /** Ends the simulation under way; null when there is none. */
  readonly stop: (() => void) | null;
  /** Names of states that the last tests did not come to; null while no tests were run. */
  readonly uncovered: ReadonlySet<string> | null;
}

const store = create<RunsState>(() => ({
  runs: [],
  configurations: {},
  playbacks: {},
  stop: null,
  uncovered: null,
}));

/** A part of what the page knows of runs; the component is drawn again when it changes. */
export function useRuns<Part>(part: (state: RunsState) => Part): Part {
  return store(part);
}

export const runsState = (): RunsState => store.getState();

/** Calls the listener at every change; returns how to stop that. */
export const onRunsChange = (listener: (state: RunsState, before: RunsState) => void): (() => void) =>
  store.subscribe(listener);

export function configurationOf(sessionId: string): RunConfiguration {
  return store.getState().configurations[sessionId] ?? defaultConfiguration;
}

export function useConfiguration(sessionId: string): RunConfiguration {
  return store((state) => state.configurations[sessionId] ?? defaultConfiguration);
}

/** Changes what the runs of a document start with. */
export function configure(sessionId: string, change: Partial<RunConfiguration>): void {
  const next = { ...configurationOf(sessionId), ...change };
  store.setState((state) => ({ configurations: { ...state.configurations, [sessionId]: next } }));
}

/** Lets tasks be answered without a mock file again. */
export function dropMockFile(sessionId: string): void {
  const { mockFile: _gone, ...rest } = configurationOf(sessionId);
  store.setState((state) => ({ configurations: { ...state.configurations, [sessionId]: rest } }));
}

export function playbackOf(sessionId: string): Playback {
  return store.getState().playbacks[sessionId] ?? stoppedPlayback;
}

export function usePlayback(sessionId: string): Playback {
  return store((state) => state.playbacks[sessionId] ?? stoppedPlayback);
}

/** Shows another run, or another event of it, or plays on. */
export function setPlayback(sessionId: string, change: Partial<Playback>): void {
  const next = { ...playbackOf(sessionId), ...change };
  store.setState((state) => ({ playbacks: { ...state.playbacks, [sessionId]: next } }));
}

/** The run that a document shows; null without one, or while its history is on disk alone. */
export function shownRun(sessionId: string): ShownRun | null {
  const { runId } = playbackOf(sessionId);
  const run = store.getState().runs.find(({ id }) => id === runId);
  return run && isShown(run) ? run : null;
}

export function setRuns(change: (runs: readonly Run[]) => readonly Run[]): void {
  store.setState(({ runs }) => ({ runs: change(runs) }));
}

export function setStop(stop: (() => void) | null): void {
  store.setState({ stop });
}

export function setUncovered(uncovered: ReadonlySet<string> | null): void {
  store.setState({ uncovered });
}

const cursors = new WeakMap<ShownRun, HistoryCursor>();

/** The run as it was after a number of events. Moving on folds on; the same place is not folded twice. */
export function viewAt(run: ShownRun, position: number): RunView {
  const cursor = cursors.get(run) ?? new HistoryCursor(run.events);
  cursors.set(run, cursor);
  return cursor.moveTo(position);
}
