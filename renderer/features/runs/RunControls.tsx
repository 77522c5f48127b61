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
import { type HistoryEvent, detailsOf } from '#shared/history/index';
import { shortcutOf } from '../../editor/shortcuts';
import { documentOf, type Session } from '../../editor/session';
import { IconButton } from '../../ui/controls';
import { redriveRun, steps, stopRun } from './running';
import { stopsOf } from './stops';
import { playbackOf, shownRun, setPlayback, usePlayback, useRuns } from '../../editor/runs/runStore';
import { nextStop } from '#shared/runs/index';
import { useRun } from '../../editor/runs/useRun';

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
  const playback = usePlayback(session.id);
  const shown = useRun();
  const stop = useRuns((state) => state.stop);
  usePlaying(session);
  const redrivable = shown?.run.kind === 'loaded' && shown.run.redrivable ? shown.run : null;
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
            label={playback.playing ? 'Pause' : 'Play'}
            aria-pressed={playback.playing}
            onClick={() => play(session, shown.position >= shown.run.events.length)}
          >
            {playback.playing ? <Pause size={15} /> : <Play size={15} />}
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
            value={playback.position}
            aria-label="Event"
            aria-valuetext={`Event ${playback.position} of ${shown.run.events.length}`}
            onChange={(event) => setPlayback(session.id, { position: Number(event.target.value), playing: false })}
          />
          <select
            className="select run__speed"
            aria-label="Speed"
            value={playback.speed}
            onChange={(event) => setPlayback(session.id, { speed: Number(event.target.value) })}
          >
            {[2, 8, 30, 120].map((speed) => (
              <option key={speed} value={speed}>
                {speed}/s
              </option>
            ))}
          </select>
          <span className="visually-hidden" aria-live="polite">
            {announcement(shown.run.events[playback.position - 1])}
          </span>
          <span className="run__position" data-testid="position">
            {playback.position} / {shown.run.events.length}
          </span>
          <span className={`run__status run__status--${shown.view.status.toLowerCase()}`} role="status">
            {statusText[shown.view.status]}
          </span>
          {redrivable && shown?.view.status !== 'RUNNING' ? (
            <IconButton
              small
              label="Redrive: go on from the failed state, with the answers as they are set now"
              onClick={() => void redriveRun(redrivable)}
            >
              <RotateCw size={14} />
            </IconButton>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** What a screen reader says of a step. */
function announcement(event: HistoryEvent | undefined): string {
  if (!event) return 'Before the start';
  const { name } = detailsOf(event);
  return `Event ${event.id}: ${event.type}${typeof name === 'string' ? ` ${name}` : ''}`;
}

function play(session: Session, atEnd: boolean): void {
  const { playing } = playbackOf(session.id);
  setPlayback(session.id, { playing: !playing, ...(atEnd && !playing ? { position: 0 } : {}) });
}

/** While playing the cursor goes on by itself, and stops where a breakpoint is. */
function usePlaying(session: Session): void {
  const { playing, speed } = usePlayback(session.id);
  const breakpoints = documentOf(session)?.sidecar.breakpoints;
  useEffect(() => {
    const run = shownRun(session.id);
    if (!playing || !run) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    let ended = false;
    void stopsOf(session, run).then((stops) => {
      if (ended) return;
      timer = setInterval(() => {
        const { position } = playbackOf(session.id);
        const next = Math.min(position + 1, run.events.length);
        const stopped = next >= run.events.length || nextStop(run, position, stops) === next;
        setPlayback(session.id, { position: next, playing: !stopped });
      }, 1000 / speed);
    });
    return () => {
      ended = true;
      clearInterval(timer);
    };
    // The session's other parts do not matter to what plays.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [playing, speed, session.id, breakpoints]);
}
