import {
  ArrowDownToDot,
  ArrowUpFromDot,
  ChevronFirst,
  ChevronLast,
  Pause,
  Play,
  RedoDot,
  RotateCw,
  Square,
  UndoDot,
} from 'lucide-react';
import { useEffect } from 'react';
import { stateName } from '#shared/workflow/paths';
import { shortcutOf } from '../app/keyboard';
import { documentOf, type Session } from '../store/session';
import { IconButton } from '../ui/controls';
import { redriveRun, steps, stopRun } from './running';
import { setBench, useBench, useRuns } from './runStore';
import { nextStop } from './stepping';
import { useRun } from './useRun';

/** How a run ended, in words. */
export const statusText = {
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
    </div>
  );
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
