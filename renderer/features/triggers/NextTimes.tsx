import { useMemo } from 'react';
import { type ScheduleTrigger, isTimezone, limitsOf, nextTimes, readSchedule } from '#shared/triggers/index';

/** The next five moments at which a schedule starts an execution, in its own zone. */
export function NextTimes({ trigger }: { trigger: ScheduleTrigger }) {
  const { timezone = 'UTC', flexibleMinutes } = trigger;
  const times = useMemo(() => {
    const read = readSchedule(trigger.expression);
    if (!read.ok || !isTimezone(timezone)) return null;
    return nextTimes(read.value, Date.now(), 5, timezone, limitsOf(trigger));
  }, [trigger, timezone]);
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
      {flexibleMinutes === undefined ? null : (
        <p className="note">Each within {flexibleMinutes.toLocaleString()} minutes after.</p>
      )}
    </div>
  );
}
