import { Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type Run, requestOf } from '#shared/runs/index';
import type { Session } from '../../editor/session';
import { IconButton } from '../../ui/controls';
import { statusText } from './RunControls';
import { forgetRun, pinRun } from './runHistory';
import { openRun } from './present';
import { usePlayback, useRuns } from '../../editor/runs/runStore';
import './events.css';

/** What a run started with, where it came from, or why there is none. */
function about(run: Run): string {
  if (run.kind === 'refused') return run.problem;
  const source =
    run.kind === 'imported' ? run.source : run.kind === 'stored' && 'source' in run.made ? run.made.source : null;
  return requestOf(run)?.inputText ?? (source === 'parent' ? 'a child execution' : 'from AWS');
}

/** Every run that is kept of this workflow: found by text, pinned, opened, forgotten. */
export function RunsList({ session }: { session: Session }) {
  const runs = useRuns((state) => state.runs);
  const playback = usePlayback(session.id);
  const [query, setQuery] = useState('');
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const own = runs.filter((run) => {
    const text = `${run.label} ${statusText[run.status]} ${requestOf(run)?.inputText ?? ''}`.toLowerCase();
    return run.workflow === session.workflow && words.every((word) => text.includes(word));
  });
  const ordered = [...own].sort((a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false));
  return (
    <div className="run-events">
      <div className="run-events__filter">
        <input
          className="input"
          type="search"
          placeholder="Find by name, outcome or input"
          aria-label="Find runs"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span className="run__position">{own.length === 1 ? '1 run' : `${own.length} runs`}</span>
      </div>
      <div className="run-list">
        {ordered.map((run) => (
          <div key={run.id} className="run-list__row" aria-current={run.id === playback.runId}>
            <button type="button" className="run-list__open" onClick={() => void openRun(session, run)}>
              <span>{run.label}</span>
              <span className={run.status === 'SUCCEEDED' ? 'is-good' : 'is-error'}>
                {run.kind === 'refused' ? 'Not run' : statusText[run.status]}
              </span>
              <span className="run-event__text">{about(run)}</span>
            </button>
            <IconButton
              small
              label={run.pinned ? `Unpin ${run.label}` : `Pin ${run.label}`}
              onClick={() => pinRun(run, !run.pinned)}
            >
              {run.pinned ? <PinOff size={13} /> : <Pin size={13} />}
            </IconButton>
            <IconButton small label={`Forget ${run.label}`} onClick={() => forgetRun(run.id)}>
              <Trash2 size={13} />
            </IconButton>
          </div>
        ))}
      </div>
    </div>
  );
}
