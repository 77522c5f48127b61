import type { StateVisit } from '../history/index';
import type { ShownRun } from './run';
import { wholeView } from './stepping';

/** A stretch of a visit. Times are milliseconds since the epoch. */
export interface TimelineBar {
  /** An attempt or other work, a wait that the state is there for, a back-off before the next attempt, or what is around others. */
  readonly kind: 'work' | 'wait' | 'backOff' | 'around';
  readonly from: number;
  readonly to: number;
  /** The error that the attempt ended with; null where it ended well, or is no attempt. */
  readonly error: string | null;
  /** Counted from 1; 0 for what is no attempt. */
  readonly attempt: number;
  readonly running: boolean;
}

export interface TimelineRow {
  /** As it ended. */
  readonly visit: StateVisit;
  readonly bars: readonly TimelineBar[];
}

/** A time with its place, a share from 0 to 1. */
interface Place {
  readonly time: number;
  readonly share: number;
}

export interface TimelineScale {
  readonly start: number;
  readonly end: number;
  /** Milliseconds in which nothing works: every state waits or backs off. */
  readonly idle: number;
  /** Where a time stands, from 0 to 1. */
  readonly share: (time: number) => number;
  /** Stretches that are drawn shorter than they are. */
  readonly cuts: readonly { readonly from: number; readonly to: number }[];
}

/** The visits of a run, each with its stretches. */
export function timelineRows(run: ShownRun): readonly TimelineRow[] {
  const { visits } = wholeView(run);
  return visits.map((visit) => ({ visit, bars: barsOf(visit, visit.enteredTime) }));
}

/** The stretches of a visit as far as it has come; what is under way goes up to `now`. */
export function barsOf(visit: StateVisit, now: number): readonly TimelineBar[] {
  const { attempts, enteredTime, exitedTime, type, error } = visit;
  const running = exitedTime === undefined;
  const end = exitedTime ?? Math.max(now, attempts.at(-1)?.endedTime ?? enteredTime);
  const kind = type === 'Wait' ? 'wait' : type === 'Parallel' || type === 'Map' ? 'around' : 'work';
  const failure = visit.status === 'failed' ? (error ?? 'failed') : null;
  if (attempts.length === 0) return [{ kind, from: enteredTime, to: end, error: failure, attempt: 0, running }];
  return attempts.flatMap((attempt, index): TimelineBar[] => {
    const { status, scheduledTime: from, endedTime, backOffMs = 0 } = attempt;
    const failed = status === 'failed' || status === 'timedOut';
    const bar: TimelineBar = {
      kind,
      from,
      to: endedTime ?? end,
      error: failed ? (attempt.error ?? 'failed') : null,
      attempt: index + 1,
      running: status === 'running',
    };
    return backOffMs > 0
      ? [{ kind: 'backOff', from: from - backOffMs, to: from, error: null, attempt: 0, running: false }, bar]
      : [bar];
  });
}

/** The share of the track that all idle stretches together get at most, where they are compressed. */
const idleShare = 0.2;

/** Where the times of some rows stand: to scale, or with idle stretches compressed to a fifth of the track. */
export function timelineScale(rows: readonly TimelineRow[], compressed: boolean): TimelineScale {
  const bars = rows.flatMap((row) => row.bars);
  const start = bars.reduce((least, { from }) => Math.min(least, from), bars[0]?.from ?? 0);
  const end = bars.reduce((most, { to }) => Math.max(most, to), start + 1);
  const gaps = idleGaps(
    bars.filter(({ kind }) => kind === 'work'),
    start,
    end,
  );
  const idle = gaps.reduce((sum, { from, to }) => sum + to - from, 0);
  const linear = (time: number) => (time - start) / (end - start);
  if (!compressed || idle === 0) return { start, end, idle, share: within01(linear), cuts: [] };
  // Nothing is drawn longer than it is.
  const factor = Math.min(1, (idleShare * (end - start - idle)) / ((1 - idleShare) * idle) || 1 / idle);
  const places = placesOf(gaps, start, end, factor);
  return { start, end, idle, share: within01((time) => interpolate(places, time)), cuts: factor < 1 ? gaps : [] };
}

/** Whether most of the span of a run is idle. */
export function isMostlyIdle({ start, end, idle }: TimelineScale): boolean {
  return idle > (end - start) / 2;
}

function idleGaps(work: readonly TimelineBar[], start: number, end: number) {
  const gaps: { from: number; to: number }[] = [];
  let reached = start;
  for (const { from, to } of [...work].sort((a, b) => a.from - b.from)) {
    if (from > reached) gaps.push({ from: reached, to: from });
    reached = Math.max(reached, to);
  }
  if (end > reached) gaps.push({ from: reached, to: end });
  return gaps;
}

function placesOf(
  gaps: readonly { readonly from: number; readonly to: number }[],
  start: number,
  end: number,
  factor: number,
): readonly Place[] {
  const lengths: { readonly time: number; readonly length: number }[] = [{ time: start, length: 0 }];
  let [time, length] = [start, 0];
  const go = (to: number, scale: number) => {
    length += (to - time) * scale;
    time = to;
    lengths.push({ time, length });
  };
  for (const { from, to } of gaps) {
    go(from, 1);
    go(to, factor);
  }
  go(end, 1);
  return lengths.map((each) => ({ time: each.time, share: each.length / length }));
}

function interpolate(places: readonly Place[], time: number): number {
  const after = places.findIndex((place) => place.time >= time);
  const [before, next] = [places[Math.max(0, after - 1)], places[after]];
  if (!before || !next) return 1;
  const span = next.time - before.time;
  return span === 0 ? next.share : before.share + ((next.share - before.share) * (time - before.time)) / span;
}

const within01 = (share: (time: number) => number) => (time: number) => Math.min(1, Math.max(0, share(time)));
