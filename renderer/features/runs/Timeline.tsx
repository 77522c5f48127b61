import { type CSSProperties, useMemo, useState } from 'react';
import { duration } from '#shared/base/index';
import { isMostlyIdle, timelineRows, timelineScale } from '#shared/runs/index';
import type { Session } from '../../editor/session';
import { useRun } from '../../editor/runs/useRun';
import { TimelineLine } from './TimelineLine';
import './timeline.css';

/** Rows above this many are not drawn. */
const rowLimit = 300;

/** Visits of states over the time of the run, up to the cursor: attempts, back-offs and waits apart. A click moves the cursor. */
export function Timeline({ session }: { session: Session }) {
  const shown = useRun();
  const run = shown?.run ?? null;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const [folded, setFolded] = useState(false);
  const [zoom, setZoom] = useState(1);
  const rows = useMemo(
    () =>
      run
        ? timelineRows(run)
            .filter(({ visit }) => !folded || visit.scope.kind === 'root')
            .slice(0, rowLimit)
        : [],
    [run, folded],
  );
  const plain = useMemo(() => timelineScale(rows, false), [rows]);
  const compressed = chosen ?? isMostlyIdle(plain);
  const scale = useMemo(() => (compressed ? timelineScale(rows, true) : plain), [rows, plain, compressed]);
  const visits = useMemo(() => new Map(shown?.view.visits.map((visit) => [visit.id, visit])), [shown?.view]);
  if (!shown || !run) return null;
  const now = shown.view.time ?? scale.start;
  const total = duration((scale.end - scale.start) / 1000);
  return (
    <div className="run-timeline" style={{ '--zoom': zoom } as CSSProperties}>
      <div className="run-timeline__tools">
        <label className="run-start__check">
          <input type="checkbox" checked={compressed} onChange={(event) => setChosen(event.target.checked)} /> Compress
          idle time
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
        <span className="run-timeline__key">
          <i className="run-timeline__sample" /> works
          <i className="run-timeline__sample run-timeline__sample--wait" /> waits
          <i className="run-timeline__sample run-timeline__sample--backOff" /> backs off
        </span>
        <span className="run__position" data-testid="timeline-span">
          {duration((now - scale.start) / 1000)} of {total}
          {scale.cuts.length > 0 ? `, ${duration(scale.idle / 1000)} of it idle and compressed` : ''}
        </span>
      </div>
      <div className="run-timeline__rows">
        <i className="run-timeline__now" style={{ '--at': scale.share(now) } as CSSProperties} />
        {rows.map((row) => (
          <TimelineLine
            key={row.visit.id}
            row={row}
            scale={scale}
            visit={visits.get(row.visit.id) ?? null}
            now={now}
            sessionId={session.id}
          />
        ))}
        {rows.length >= rowLimit ? (
          <p className="note">Only the first {rowLimit} rows are drawn; the others are in the events.</p>
        ) : null}
      </div>
    </div>
  );
}
