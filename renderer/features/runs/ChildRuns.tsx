import { useState } from 'react';
import { useActiveSession } from '../../editor/useActive';
import type { ChildRun, ShownRun } from '#shared/runs/index';
import { present } from './present';

/** The child executions of a Map Run, failed ones first: each opens as a run of its own. */
export function ChildRuns({ run, mapRunArn }: { run: ShownRun; mapRunArn: string }) {
  const session = useActiveSession();
  const [query, setQuery] = useState('');
  const all = run.children.filter((child) => child.mapRunArn === mapRunArn);
  const found = all
    .filter((child) => query === '' || String(child.index) === query || child.inputText.includes(query))
    .sort((a, b) => Number(b.status !== 'SUCCEEDED') - Number(a.status !== 'SUCCEEDED') || a.index - b.index);
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
      {found.slice(0, 50).map((child) => (
        <button key={child.index} type="button" className="run-tests__open" onClick={() => open(child)}>
          {child.index} ·{' '}
          <span className={child.status === 'SUCCEEDED' ? 'is-good' : 'is-error'}>{child.status.toLowerCase()}</span> ·{' '}
          {child.inputText.slice(0, 60)}
        </button>
      ))}
    </section>
  );
}
