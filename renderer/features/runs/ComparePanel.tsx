import { useEffect, useMemo, useState } from 'react';
import { diffRuns } from '#shared/history/index';
import { isShown } from '#shared/runs/index';
import type { Session } from '../../editor/session';
import { Button } from '../../ui/controls';
import { wholeRun } from './runHistory';
import { setPlayback, useRuns } from '../../editor/runs/runStore';
import { useRun } from '../../editor/runs/useRun';
import './tests.css';

/** The run on screen beside another one of the workflow: where they part, and which states differ. */
export function ComparePanel({ session }: { session: Session }) {
  const shown = useRun();
  const runs = useRuns((state) => state.runs);
  const others = runs.filter(
    (run) => run.kind !== 'refused' && run.workflow === session.workflow && run.id !== shown?.run.id,
  );
  const [otherId, setOtherId] = useState<string | null>(null);
  const other = others.find((run) => run.id === otherId) ?? others[0] ?? null;
  const run = shown?.run ?? null;
  useEffect(() => {
    if (other) void wholeRun(other);
  }, [other]);
  const diff = useMemo(
    () => (run && other && isShown(other) ? diffRuns(run.events, other.events) : null),
    [run, other],
  );
  if (!shown || !other || !diff) {
    return (
      <div className="empty">
        <strong>Two runs are needed</strong>
        Run the workflow twice, with another input, answer or seed, or open a history from AWS.
      </div>
    );
  }
  const at = diff.firstDifference;
  return (
    <div className="run-compare">
      <div className="run-tests__bar">
        <span>{shown.run.label} beside</span>
        <select
          className="select run__list"
          aria-label="Other run"
          value={other.id}
          onChange={(event) => setOtherId(event.target.value)}
        >
          {others.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label} · {each.status}
            </option>
          ))}
        </select>
        {at === null ? (
          <span className="is-good">The same but for times</span>
        ) : (
          <>
            <span>They part at event {at + 1}</span>
            <Button
              small
              onClick={() =>
                setPlayback(session.id, { position: Math.min(at + 1, shown.run.events.length), playing: false })
              }
            >
              Show
            </Button>
          </>
        )}
      </div>
      <div className="data-table">
        <table>
          <thead>
            <tr>
              <th>State</th>
              <th>Differs in</th>
              <th>This run</th>
              <th>Other run</th>
            </tr>
          </thead>
          <tbody>
            {diff.states.map((state) => (
              <tr key={state.name}>
                <td>{state.name}</td>
                <td>{state.differs.join(', ')}</td>
                {([0, 1] as const).map((side) => (
                  <td key={side} title={state.output[side] ?? undefined}>
                    {state.status[side] ?? 'not entered'} · {state.visits[side]}× · {state.attempts[side]} attempts
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
