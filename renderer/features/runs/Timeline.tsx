import { memo, useMemo, useState, type CSSProperties } from 'react';
import { type StateVisit, timeOf } from '#shared/history/index';
import type { Session } from '../../editor/session';
import { duration } from '#shared/base/index';
import { type ShownRun, statusLabels, statusOf, wholeView } from '#shared/runs/index';
import { setPlayback } from '../../editor/runs/runStore';
import { useRun } from '../../editor/runs/useRun';
import './timeline.css';

/** Rows above this many are folded into their state. */
const rowLimit = 300;

interface Bar {
  readonly kind: 'run' | 'backOff' | 'wait';
  readonly from: number;
  readonly to: number;
  readonly failed: boolean;
  readonly title: string;
}

/** Visits of states over the time of the run: attempts, back-offs and waits apart. A click moves the cursor there. */
export function Timeline({ session }: { session: Session }) {
  const shown = useRun();
  const run = shown?.run ?? null;
  const [compressed, setCompressed] = useState(false);
  const [folded, setFolded] = useState(false);
  const [zoom, setZoom] = useState(1);
  const rows = useMemo(
    () =>
      run
        ? wholeView(run)
            .visits.filter((visit) => !folded || visit.scope.kind === 'root')
            .slice(0, rowLimit)
        : [],
    [run, folded],
  );
  const drawn = useMemo(() => (run ? drawRows(run, rows, compressed) : null), [run, rows, compressed]);
  if (!shown || !run || !drawn) return null;
  const now = shown.run.events[shown.position - 1];
  return (
    <div className="run-timeline" style={{ '--zoom': zoom } as CSSProperties}>
      <div className="run-timeline__tools">
        <label className="run-start__check">
          <input type="checkbox" checked={compressed} onChange={(event) => setCompressed(event.target.checked)} />{' '}
          Compress idle time
        </label>
        <label className="run-start__check">
          <input type="checkbox" checked={folded} onChange={(event) => setFolded(event.target.checked)} /> Fold Map and
          Parallel
        </label>
        <label className="run-start__check">
          Zoom
          <select className="select run__speed" value={zoom} onChange={(event) => setZoom(Number(event.target.value))}>
            {[1, 2, 4, 8, 16].map((factor) => (
              <option key={factor} value={factor}>
                {factor}×
              </option>
            ))}
          </select>
        </label>
        <span className="run__position">{compressed ? 'not to scale' : `0 to ${duration(drawn.total / 1000)}`}</span>
      </div>
      <div className="run-timeline__rows">
        <i
          className="run-timeline__now"
          style={{ '--at': now ? drawn.scale(timeOf(now)) / 100 : 0 } as CSSProperties}
        />
        {drawn.rows.map((row) => (
          <TimelineRow key={row.visit.id} row={row} future={row.visit.id > shown.position} sessionId={session.id} />
        ))}
        {rows.length >= rowLimit ? (
          <p className="note">Only the first {rowLimit} rows are drawn; the others are in the events.</p>
        ) : null}
      </div>
    </div>
  );
}

interface Row {
  readonly visit: StateVisit;
  readonly bars: readonly (Bar & { readonly left: number; readonly width: number })[];
}

/** Where every bar stands, in percent of the track. */
function drawRows(run: ShownRun, visits: readonly StateVisit[], compressed: boolean) {
  const whole = wholeView(run);
  const start = whole.startTime ?? 0;
  const end = Math.max(start + 1, ...visits.map((visit) => visit.exitedTime ?? visit.enteredTime), whole.stopTime ?? 0);
  const places = compressed
    ? new Map(moments(visits).map((time, index, all) => [time, (index / Math.max(1, all.length - 1)) * 100]))
    : null;
  const scale = (time: number) =>
    places?.get(time) ?? Math.min(100, Math.max(0, ((time - start) / (end - start)) * 100));
  const rows = visits.map((visit): Row => {
    const bars = barsOf(visit).map((bar) => ({
      ...bar,
      left: scale(bar.from),
      width: scale(bar.to) - scale(bar.from),
    }));
    return { visit, bars };
  });
  return { rows, scale, total: end - start };
}

const TimelineRow = memo(function TimelineRow({
  row,
  future,
  sessionId,
}: {
  row: Row;
  future: boolean;
  sessionId: string;
}) {
  const { visit, bars } = row;
  const status = statusOf(visit);
  return (
    <button
      type="button"
      className="run-timeline__row"
      data-future={future}
      onClick={() => setPlayback(sessionId, { position: visit.id, playing: false })}
    >
      <span
        className="run-timeline__name"
        style={{ paddingLeft: visit.scope.kind === 'root' ? 0 : 12 }}
        title={`${visit.name} · ${statusLabels[status]}`}
      >
        {visit.name}
        {visit.scope.kind === 'iteration' ? <em> #{visit.scope.index}</em> : null}
      </span>
      <span className="run-timeline__track">
        {bars.map((bar, index) => (
          <i
            key={index}
            className={`run-timeline__bar run-timeline__bar--${bar.kind}${bar.failed ? ' is-failed' : ''}`}
            style={{ left: `${bar.left}%`, width: `max(3px, ${bar.width}%)` }}
            title={bar.title}
          />
        ))}
      </span>
      <span className={`run-timeline__status run-status--${status}`}>{statusLabels[status]}</span>
    </button>
  );
});

/** Every time at which something began or ended, once. */
function moments(rows: readonly StateVisit[]): readonly number[] {
  return [...new Set(rows.flatMap((visit) => barsOf(visit).flatMap((bar) => [bar.from, bar.to])))].sort(
    (a, b) => a - b,
  );
}

function barsOf(visit: StateVisit): Bar[] {
  const end = visit.exitedTime ?? visit.attempts.at(-1)?.endedTime ?? visit.enteredTime;
  if (visit.attempts.length === 0) {
    const kind = visit.type === 'Wait' ? 'wait' : 'run';
    return [
      {
        kind,
        from: visit.enteredTime,
        to: end,
        failed: false,
        title: `${visit.name}: ${duration((end - visit.enteredTime) / 1000)}`,
      },
    ];
  }
  return visit.attempts.flatMap((attempt, index): Bar[] => {
    const failed = attempt.status === 'failed' || attempt.status === 'timedOut';
    const to = attempt.endedTime ?? end;
    const bar: Bar = {
      kind: 'run',
      from: attempt.scheduledTime,
      to,
      failed,
      title: `Attempt ${index + 1}: ${failed ? (attempt.error ?? 'failed') : duration((to - attempt.scheduledTime) / 1000)}`,
    };
    if (attempt.backOffMs === undefined || attempt.backOffMs <= 0) return [bar];
    const before = attempt.scheduledTime - attempt.backOffMs;
    return [
      {
        kind: 'backOff',
        from: before,
        to: attempt.scheduledTime,
        failed: false,
        title: `Back-off: ${duration(attempt.backOffMs / 1000)}`,
      },
      bar,
    ];
  });
}
