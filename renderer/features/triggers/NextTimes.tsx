import { useMemo } from 'react';
import { isTimezone, nextTimes, readSchedule } from '#shared/triggers/index';

interface Props {
  readonly expression: string;
  readonly timezone: string | undefined;
}

/** The next five moments at which a schedule starts an execution, in its own zone. */
export function NextTimes({ expression, timezone = 'UTC' }: Props) {
  const times = useMemo(() => {
    const read = readSchedule(expression);
    return read.ok && isTimezone(timezone) ? nextTimes(read.value, Date.now(), 5, timezone) : null;
  }, [expression, timezone]);
  if (times === null) return null;
  if (times.length === 0) return <p className="note">It will not start again.</p>;
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: timezone });
  const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: timezone });
  return (
    <div className="triggers-entry__next">
      <h4>Next</h4>
      <ol aria-label="Next five times">
        {times.map((time) => (
          <li key={time}>
            <span>{weekday.format(time)}</span> {format.format(time)}
          </li>
        ))}
      </ol>
    </div>
  );
}
