import { useState } from 'react';
import { eventsUntil, type RunView } from '#shared/history/index';
import { useActiveSession } from '../../editor/useActive';
import { childLimit, type ChildRun, type RunRequest, type ShownRun } from '#shared/runs/index';
import { say } from '../../editor/store';
import { Button } from '../../ui/controls';
import { ask } from './ask';
import { present } from './present';

type RunStatus = RunView['status'];

/** How long a run may take again for one of its children, in milliseconds. */
const patience = 60_000;

interface Props {
  readonly run: ShownRun;
  readonly mapRunArn: string;
  /** The time of the cursor: children that start later are not there yet. */
  readonly now: number;
}

/** The child executions of a Map Run, failed ones first: each opens as a run of its own. */
export function ChildRuns({ run, mapRunArn, now }: Props) {
  const session = useActiveSession();
  const [query, setQuery] = useState('');
  const all = run.children.flatMap((child) => {
    const past = child.mapRunArn === mapRunArn ? eventsUntil(child.events, now) : 0;
    return past === 0 ? [] : [{ child, status: past < child.events.length ? ('RUNNING' as const) : child.status }];
  });
  const found = all
    .filter(({ child }) => query === '' || String(child.index) === query || child.inputText.includes(query))
    .sort((a, b) => Number(hasFailed(b.status)) - Number(hasFailed(a.status)) || a.child.index - b.child.index);
  if (all.length === 0 || !session) return null;
  const open = (child: ChildRun) => {
    const { events, status, index } = child;
    void present(
      session,
      {
        id: crypto.randomUUID(),
        workflow: run.workflow,
        label: `${run.label}, child ${index}`,
        kind: 'imported',
        source: 'parent',
        events,
        stages: [],
        children: [],
        status,
        redrivable: false,
      },
      0,
      'new',
    );
  };
  // Of a long Map Run the first children are kept; the others come again out of the same request.
  const wanted = /^\d+$/.test(query) && found.length === 0 && all.length >= childLimit ? Number(query) : null;
  const showAgain = async (request: RunRequest, index: number) => {
    const given = await ask({ kind: 'child', request, place: { mapRunArn, index } }, patience);
    if (given?.kind === 'child' && given.child.ok) open(given.child.value);
    else say('problem', given?.kind === 'child' && !given.child.ok ? given.child.problem : 'It takes too long.');
  };
  return (
    <section className="group" aria-label="Child executions">
      <h3>Child executions ({all.length})</h3>
      <input
        className="input"
        type="search"
        placeholder="Find by index or content"
        aria-label="Find child executions"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {wanted !== null && run.kind === 'loaded' ? (
        <Button small look="quiet" onClick={() => void showAgain(run.request, wanted)}>
          Show child {wanted}
        </Button>
      ) : null}
      {found.slice(0, 50).map(({ child, status }) => (
        <button key={child.index} type="button" className="run-tests__open" onClick={() => open(child)}>
          {child.index} · <span className={statusClass(status)}>{status.toLowerCase()}</span> ·{' '}
          {child.inputText.slice(0, 60)}
        </button>
      ))}
    </section>
  );
}

function hasFailed(status: RunStatus): boolean {
  return status !== 'SUCCEEDED' && status !== 'RUNNING';
}

function statusClass(status: RunStatus): string {
  return hasFailed(status) ? 'is-error' : status === 'SUCCEEDED' ? 'is-good' : '';
}
