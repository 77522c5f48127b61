import { useMemo, useState } from 'react';
import type { StateVisit } from '#shared/history/runView';
import type { Session } from '../store/session';
import { duration } from '../canvas/cardFacts';
import { setBench } from './runStore';
import { wholeView } from './stepping';
import { statusLabels, statusOf } from './summary';
import { useRun } from './useRun';

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
  const rows = useMemo(() => (run ? wholeView(run).visits.slice(0, rowLimit) : []), [run]);
  if (!shown || !run) return null;
  const whole = wholeView(run);
  const start = whole.startTime ?? 0;
  const end = Math.max(start + 1, ...rows.map((visit) => visit.exitedTime ?? visit.enteredTime), whole.stopTime ?? 0);
  const times = compressed ? moments(rows) : [];
  const scale = (time: number) =>
    compressed
      ? (times.filter((each) => each < time).length / Math.max(1, times.length - 1)) * 100
      : ((time - start) / (end - start)) * 100;
  const now =
    shown.view.visits.length === 0
      ? start
      : Math.max(
          ...shown.view.visits.map(
            (visit) => visit.exitedTime ?? visit.attempts.at(-1)?.endedTime ?? visit.enteredTime,
          ),
        );
  return (
    <div className="timeline">
      <label className="run-start__check timeline__compress">
        <input type="checkbox" checked={compressed} onChange={(event) => setCompressed(event.target.checked)} />{' '}
        Compress idle time
      </label>
      <div className="timeline__scale">
        <span>0 s</span>
        <span>{compressed ? 'not to scale' : duration((end - start) / 2000)}</span>
        <span>{duration((end - start) / 1000)}</span>
      </div>
      <div className="timeline__rows">
        {rows.map((visit) => {
          const status = statusOf(visit);
          return (
            <button
              key={visit.id}
              type="button"
              className="timeline__row"
              data-future={visit.id > shown.position}
              onClick={() => setBench(session.id, { position: visit.id, playing: false })}
            >
              <span
                className="timeline__name"
                style={{ paddingLeft: visit.scope.kind === 'root' ? 0 : 12 }}
                title={`${visit.name} · ${statusLabels[status]}`}
              >
                {visit.name}
                {visit.scope.kind === 'iteration' ? <em> #{visit.scope.index}</em> : null}
              </span>
              <span className="timeline__track">
                {barsOf(visit).map((bar, index) => (
                  <i
                    key={index}
                    className={`timeline__bar timeline__bar--${bar.kind}${bar.failed ? ' is-failed' : ''}`}
                    style={{ left: `${scale(bar.from)}%`, width: `max(3px, ${scale(bar.to) - scale(bar.from)}%)` }}
                    title={bar.title}
                  />
                ))}
                <i className="timeline__now" style={{ left: `${scale(now)}%` }} />
              </span>
              <span className={`timeline__status status--${status}`}>{statusLabels[status]}</span>
            </button>
          );
        })}
        {whole.visits.length > rowLimit ? (
          <p className="inspector__note">{whole.visits.length - rowLimit} more in the events.</p>
        ) : null}
      </div>
    </div>
  );
}

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
