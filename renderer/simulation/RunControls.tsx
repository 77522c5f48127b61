import {
  ArrowDownToDot,
  ArrowUpFromDot,
  ChevronFirst,
  ChevronLast,
  FileInput,
  FileOutput,
  Pause,
  Play,
  RedoDot,
  RotateCw,
  Square,
  Trash2,
  UndoDot,
} from 'lucide-react';
import { useEffect } from 'react';
import { allStates } from '#shared/workflow/scopes';
import { stateName } from '#shared/workflow/paths';
import { platform } from '../platform/index';
import { shortcutOf } from '../app/keyboard';
import { documentOf, type Session } from '../store/session';
import { say } from '../store/store';
import { IconButton } from '../ui/controls';
import { forgetRun } from './runHistory';
import { readHistory, unknownStates } from './importHistory';
import { redriveRun, showRun, steps, stopRun } from './running';
import { setBench, useBench, useRuns } from './runStore';
import { nextStop } from './stepping';
import { useRun } from './useRun';
import { chooseFile } from './chooseFile';

const statusText = {
  RUNNING: 'Running',
  SUCCEEDED: 'Succeeded',
  FAILED: 'Failed',
  TIMED_OUT: 'Timed out',
  ABORTED: 'Aborted',
} as const;

/** The cursor over the history, as buttons and a slider, and what can be done with the run as a whole. */
export function RunControls({ session }: { session: Session }) {
  const bench = useBench(session.id);
  const shown = useRun();
  const stop = useRuns((state) => state.stop);
  usePlaying(session);
  return (
    <div className="run__controls" role="toolbar" aria-label="Run controls">
      {stop ? (
        <IconButton small label="Stop the simulation" onClick={stopRun}>
          <Square size={14} />
        </IconButton>
      ) : null}
      {shown ? (
        <>
          <IconButton small label="To the start" onClick={steps.toStart}>
            <ChevronFirst size={15} />
          </IconButton>
          <IconButton small label="Step back" shortcut={shortcutOf('run.stepBack')} onClick={steps.back}>
            <UndoDot size={15} />
          </IconButton>
          <IconButton
            small
            label={bench.playing ? 'Pause' : 'Play'}
            aria-pressed={bench.playing}
            onClick={() => play(session, shown.position >= shown.run.events.length)}
          >
            {bench.playing ? <Pause size={15} /> : <Play size={15} />}
          </IconButton>
          <IconButton small label="Step over" shortcut={shortcutOf('run.stepOver')} onClick={steps.over}>
            <RedoDot size={15} />
          </IconButton>
          <IconButton small label="Step into" shortcut={shortcutOf('run.stepInto')} onClick={steps.into}>
            <ArrowDownToDot size={15} />
          </IconButton>
          <IconButton small label="Step out" shortcut={shortcutOf('run.stepOut')} onClick={steps.out}>
            <ArrowUpFromDot size={15} />
          </IconButton>
          <IconButton small label="To the end" onClick={steps.toEnd}>
            <ChevronLast size={15} />
          </IconButton>
          <input
            className="run__slider"
            type="range"
            min={0}
            max={shown.run.events.length}
            value={bench.position}
            aria-label="Event"
            aria-valuetext={`Event ${bench.position} of ${shown.run.events.length}`}
            onChange={(event) => setBench(session.id, { position: Number(event.target.value), playing: false })}
          />
          <span className="run__position" data-testid="position">
            {bench.position} / {shown.run.events.length}
          </span>
          <span className={`run__status run__status--${shown.view.status.toLowerCase()}`} role="status">
            {statusText[shown.view.status]}
          </span>
          {shown.run.redrivable && shown.view.status !== 'RUNNING' ? (
            <IconButton
              small
              label="Redrive: go on from the failed state, with the answers as they are set now"
              onClick={() => void redriveRun(shown.run)}
            >
              <RotateCw size={14} />
            </IconButton>
          ) : null}
        </>
      ) : null}
      <span className="run__space" />
      <RunList session={session} />
      {shown ? (
        <IconButton small label="Forget this run" onClick={() => forget(session, shown.run.id)}>
          <Trash2 size={14} />
        </IconButton>
      ) : null}
      <IconButton small label="Open a history from AWS" onClick={() => void importRun(session)}>
        <FileInput size={15} />
      </IconButton>
      {shown ? (
        <IconButton small label="Export the history as JSON" onClick={() => void exportRun(session, shown.run.events)}>
          <FileOutput size={15} />
        </IconButton>
      ) : null}
    </div>
  );
}

/** The runs of this workflow, the last one first. */
function RunList({ session }: { session: Session }) {
  const runs = useRuns((state) => state.runs);
  const bench = useBench(session.id);
  const own = runs.filter((run) => run.workflow === session.name);
  if (own.length === 0) return null;
  return (
    <select
      className="select run__list"
      aria-label="Run"
      value={bench.runId ?? ''}
      onChange={(event) => {
        const run = own.find((each) => each.id === event.target.value);
        if (run) setBench(session.id, { runId: run.id, position: run.events.length, playing: false });
      }}
    >
      {bench.runId === null ? <option value="">Earlier runs…</option> : null}
      {own.map((run) => (
        <option key={run.id} value={run.id}>
          {run.label} · {statusText[run.status]}
        </option>
      ))}
    </select>
  );
}

function forget(session: Session, id: string): void {
  setBench(session.id, { runId: null, position: 0, playing: false });
  forgetRun(id);
}

function play(session: Session, atEnd: boolean): void {
  const { playing } = useRuns.getState().benches[session.id] ?? { playing: false };
  setBench(session.id, { playing: !playing, ...(atEnd && !playing ? { position: 0 } : {}) });
}

/** While playing the cursor goes on by itself, and stops where a breakpoint is. */
function usePlaying(session: Session): void {
  const { playing, speed } = useBench(session.id);
  const document = documentOf(session);
  const breakpoints = document?.sidecar.breakpoints;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      const { benches, runs } = useRuns.getState();
      const bench = benches[session.id];
      const run = runs.find((each) => each.id === bench?.runId);
      if (!bench || !run) return;
      const stops = { breakpoints: new Set((breakpoints ?? []).map(stateName)), onError: bench.breakOnError };
      const position = Math.min(bench.position + 1, nextStop(run, bench.position, stops));
      const stopped = position >= run.events.length || nextStop(run, bench.position, stops) === position;
      setBench(session.id, { position, playing: !stopped });
    }, 1000 / speed);
    return () => clearInterval(timer);
  }, [playing, speed, session.id, breakpoints]);
}

async function importRun(session: Session): Promise<void> {
  const file = await chooseFile('.json');
  if (!file) return;
  const read = readHistory(await file.text());
  if (!read.ok) return say('problem', `${file.name}: ${read.problem}`);
  const document = documentOf(session);
  const unknown = unknownStates(
    read.value,
    new Set(document ? allStates(document.definition).map((entry) => entry.name) : []),
  );
  if (unknown.length > 0)
    say(
      'problem',
      `The history has states that this workflow has not: ${unknown.slice(0, 5).join(', ')}. They are in the timeline and the events.`,
    );
  const last = read.value.at(-1)?.type ?? '';
  const status = /Succeeded$/.test(last)
    ? 'SUCCEEDED'
    : /TimedOut$/.test(last)
      ? 'TIMED_OUT'
      : /Aborted$/.test(last)
        ? 'ABORTED'
        : /^Execution/.test(last)
          ? 'FAILED'
          : 'RUNNING';
  const run = {
    id: crypto.randomUUID(),
    workflow: session.name,
    label: file.name,
    origin: 'imported',
    request: null,
    events: read.value,
    status,
    redrivable: false,
    problem: null,
  } as const;
  showRun(session, run, 0);
}

async function exportRun(session: Session, events: readonly object[]): Promise<void> {
  const name = `${session.name.replace(/\..*$/, '')}-history.json`;
  const times = events.map((event) => {
    const { timestamp } = event as { timestamp: unknown };
    return { ...event, timestamp: typeof timestamp === 'number' ? new Date(timestamp).toISOString() : timestamp };
  });
  const outcome = await platform.exportText({
    suggestedName: name,
    format: 'json',
    text: `${JSON.stringify({ events: times }, null, 2)}\n`,
  });
  if (outcome.kind === 'written') say('done', `Exported ${outcome.name}`);
  if (outcome.kind === 'failed') say('problem', outcome.message);
}
