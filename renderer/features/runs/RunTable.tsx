import { useMemo } from 'react';
import { duration } from '#shared/base/index';
import { useRun } from '../../editor/runs/useRun';

interface Row {
  visits: number;
  attempts: number;
  failures: number;
  total: number;
  longest: number;
}

/** Per state: how often, how many attempts and failures, how long. */
export function RunTable() {
  const shown = useRun();
  const view = shown?.view ?? null;
  const rows = useMemo(() => {
    const found = new Map<string, Row>();
    for (const visit of view?.visits ?? []) {
      const row = found.get(visit.name) ?? { visits: 0, attempts: 0, failures: 0, total: 0, longest: 0 };
      const time = (visit.exitedTime ?? view?.time ?? visit.enteredTime) - visit.enteredTime;
      row.visits += 1;
      row.attempts += visit.attempts.length;
      row.failures += visit.attempts.filter(
        (attempt) => attempt.status === 'failed' || attempt.status === 'timedOut',
      ).length;
      row.total += time;
      row.longest = Math.max(row.longest, time);
      found.set(visit.name, row);
    }
    return [...found];
  }, [view]);
  return (
    <div className="data-table">
      <table>
        <thead>
          <tr>
            <th>State</th>
            <th>Visits</th>
            <th>Attempts</th>
            <th>Failures</th>
            <th>Time</th>
            <th>Longest</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, row]) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{row.visits}</td>
              <td>{row.attempts}</td>
              <td className={row.failures > 0 ? 'is-error' : ''}>{row.failures}</td>
              <td>{duration(row.total / 1000)}</td>
              <td>{duration(row.longest / 1000)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
