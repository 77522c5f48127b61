import { useEffect, useMemo, useRef, useState } from 'react';
import { type HistoryEvent, detailsOf, timeOf } from '#shared/history/index';
import { duration } from '#shared/base/index';
import { JsonBlock } from './JsonBlock';
import type { Session } from '../../editor/session';
import { setPlayback } from '../../editor/runs/runStore';
import { useRun } from '../../editor/runs/useRun';
import './events.css';

const rowHeight = 26;

/** The history as AWS lists it: a virtual list that follows the cursor, with a filter over type, state and text. */
export function EventList({ session }: { session: Session }) {
  const shown = useRun();
  const [query, setQuery] = useState('');
  const [errorsOnly, setErrorsOnly] = useState(false);
  const [top, setTop] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const events = shown?.run.events;
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return (events ?? []).filter((event) => {
      if (errorsOnly && !/Failed$|TimedOut$|Aborted$/.test(event.type)) return false;
      if (words.length === 0) return true;
      const text = JSON.stringify(event).toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }, [events, query, errorsOnly]);
  const position = shown?.position ?? 0;
  const at = found.findLastIndex((event) => event.id <= position);
  useEffect(() => {
    const element = list.current;
    if (!element || at < 0) return;
    const y = at * rowHeight;
    if (y < element.scrollTop || y > element.scrollTop + element.clientHeight - rowHeight)
      element.scrollTop = y - element.clientHeight / 2;
  }, [at]);
  if (!shown) return null;
  const start = timeOf(shown.run.events[0] ?? { id: 0, previousEventId: 0, type: '', timestamp: 0 });
  const first = Math.max(0, Math.floor(top / rowHeight) - 10);
  const rows = found.slice(first, first + 60);
  return (
    <div className="run-events">
      <div className="run-events__filter">
        <input
          className="input"
          type="search"
          placeholder="Filter by type, state or text"
          aria-label="Filter events"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <label className="run-start__check">
          <input type="checkbox" checked={errorsOnly} onChange={(event) => setErrorsOnly(event.target.checked)} />{' '}
          Errors only
        </label>
        <span className="run__position">
          {found.length} of {shown.run.events.length}
        </span>
      </div>
      <div className="run-events__parts">
        <div className="run-events__list" ref={list} onScroll={(event) => setTop(event.currentTarget.scrollTop)}>
          <div style={{ height: found.length * rowHeight, position: 'relative' }}>
            {rows.map((event, index) => (
              <button
                key={event.id}
                type="button"
                className="run-event"
                style={{ top: (first + index) * rowHeight }}
                aria-current={event.id === position}
                data-future={event.id > position}
                onClick={() => setPlayback(session.id, { position: event.id, playing: false })}
              >
                <span className="run-event__id">{event.id}</span>
                <span className={/Failed$|TimedOut$/.test(event.type) ? 'run-event__type is-error' : 'run-event__type'}>
                  {event.type}
                </span>
                <span className="run-event__text">{textOf(event)}</span>
                <span className="run-event__time">+{duration((timeOf(event) - start) / 1000)}</span>
              </button>
            ))}
          </div>
        </div>
        <EventDetail event={shown.run.events[position - 1]} />
      </div>
    </div>
  );
}

/** The event at the cursor as a whole, with the texts of JSON in it set over lines. */
function EventDetail({ event }: { event: HistoryEvent | undefined }) {
  return (
    <section className="run-events__detail" aria-label="Event">
      {event ? (
        <>
          <h3>
            {event.id} · {event.type}
          </h3>
          {Object.entries(detailsOf(event)).map(([key, value]) => (
            <JsonBlock key={key} label={key} text={typeof value === 'string' ? value : JSON.stringify(value)} />
          ))}
        </>
      ) : (
        <p className="note">Choose an event to see the whole of it.</p>
      )}
    </section>
  );
}

/** The most telling detail of an event in one line. */
function textOf(event: HistoryEvent): string {
  const details = detailsOf(event);
  for (const key of ['name', 'error', 'resource', 'output', 'input']) {
    const value = details[key];
    if (typeof value === 'string' && value !== '') {
      const cause = key === 'error' && typeof details['cause'] === 'string' ? `: ${details['cause']}` : '';
      return `${value}${cause}`.slice(0, 300);
    }
  }
  return '';
}
