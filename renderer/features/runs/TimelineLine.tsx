import { memo } from 'react';
import { duration } from '#shared/base/index';
import type { StateVisit } from '#shared/history/index';
import {
  type TimelineBar,
  type TimelineRow,
  type TimelineScale,
  barsOf,
  statusLabels,
  statusOf,
} from '#shared/runs/index';
import { setPlayback } from '../../editor/runs/runStore';

interface Props {
  readonly row: TimelineRow;
  readonly scale: TimelineScale;
  /** The visit as it stands at the cursor; null where it has not been entered. */
  readonly visit: StateVisit | null;
  /** The time of the cursor. */
  readonly now: number;
  readonly sessionId: string;
}

/** One visit in the timeline: solid up to the cursor, faint after it. */
export const TimelineLine = memo(
  function TimelineLine({ row, scale, visit, now, sessionId }: Props) {
    const { name, id, scope, enteredTime, exitedTime = enteredTime } = row.visit;
    const status = visit && statusOf(visit);
    const took = visit === null ? 0 : (visit.exitedTime ?? now) - visit.enteredTime;
    const said = status === null ? '' : `${statusLabels[status]} · ${duration(took / 1000)}`;
    return (
      <button
        type="button"
        className="run-timeline__row"
        data-future={visit === null}
        data-name={name}
        onClick={() => setPlayback(sessionId, { position: id, playing: false })}
      >
        <span
          className="run-timeline__name"
          style={{ paddingLeft: scope.kind === 'root' ? 0 : 12 }}
          title={said === '' ? name : `${name} · ${said}`}
        >
          {name}
          {scope.kind === 'iteration' ? <em> #{scope.index}</em> : null}
        </span>
        <span className="run-timeline__track">
          {visit !== null && visit.lastEventId === row.visit.lastEventId
            ? null
            : row.bars.map((bar, index) => <Bar key={`later ${index}`} bar={bar} scale={scale} look="is-future" />)}
          {(visit === null ? [] : barsOf(visit, now)).map((bar, index) => (
            <Bar
              key={index}
              bar={bar}
              scale={scale}
              look={bar.running ? 'is-running' : bar.error === null ? '' : 'is-failed'}
              title={titleOf(bar)}
            />
          ))}
          {scale.cuts.map(({ from, to }) =>
            from < exitedTime && to > enteredTime ? (
              <i
                key={from}
                className="run-timeline__cut"
                style={{ left: `${((scale.share(from) + scale.share(to)) / 2) * 100}%` }}
                title={`${duration((to - from) / 1000)} idle, drawn shorter`}
              />
            ) : null,
          )}
        </span>
        <span className={`run-timeline__status run-status--${status ?? 'none'}`}>{said}</span>
      </button>
    );
  },
  // A row that is wholly before or after the cursor looks the same wherever exactly the cursor is.
  (before, after) =>
    before.row === after.row &&
    before.scale === after.scale &&
    before.visit?.lastEventId === after.visit?.lastEventId &&
    before.visit?.status === after.visit?.status &&
    (before.now === after.now || after.visit === null || after.visit.exitedTime !== undefined),
);

function Bar({ bar, scale, look, title }: { bar: TimelineBar; scale: TimelineScale; look: string; title?: string }) {
  const [from, to] = [scale.share(bar.from), scale.share(bar.to)];
  return (
    <i
      className={`run-timeline__bar run-timeline__bar--${bar.kind} ${look}`}
      style={{ left: `min(${from * 100}%, 100% - 6px)`, width: `max(6px, ${(to - from) * 100}%)` }}
      title={title}
    />
  );
}

function titleOf({ kind, from, to, error, attempt, running }: TimelineBar): string {
  const time = duration((to - from) / 1000);
  const what = { work: attempt > 0 ? `Attempt ${attempt}` : 'Ran', wait: 'Waited', backOff: 'Back-off', around: 'Ran' };
  const how = running ? `${time} so far` : error === null ? time : `${error} after ${time}`;
  return `${what[kind]}: ${how}`;
}
