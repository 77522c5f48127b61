import { Sparkles } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { JsonValue } from '#shared/base/index';
import { type ProposedTests, type WorkflowTest, defaultConfiguration, withTest } from '#shared/runs/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { applyEdit } from '../../editor/editing';
import { reveal } from '../../editor/reveal';
import { useConfiguration } from '../../editor/runs/runStore';
import type { Session } from '../../editor/session';
import { say } from '../../editor/store';
import { Button } from '../../ui/controls';
import { propose, type Proposing } from './proposing';
import { sessionRequest } from './sessionRequest';

/** Proposes tests by which every transition is taken, says which cannot be reached and why, and keeps them with one press. */
export function CoverEverything({
  session,
  document,
  tests,
}: {
  session: Session;
  document: WorkflowDocument;
  tests: readonly WorkflowTest[];
}) {
  const { type } = useConfiguration(session.id);
  const [proposed, setProposed] = useState<ProposedTests | null>(null);
  const [searching, setSearching] = useState<Proposing | null>(null);
  const running = useRef<Proposing | null>(null);
  useEffect(() => () => running.current?.stop(), []);
  const search = async () => {
    const request = sessionRequest(session, document, { ...defaultConfiguration, type });
    const started = propose(request);
    running.current = started;
    setSearching(started);
    setProposed(null);
    const found = await started.done;
    setSearching(null);
    if (found.kind === 'covered') setProposed(found.proposed);
    else say('problem', found.message);
  };
  const keep = (kept: readonly WorkflowTest[]) => {
    const names = new Set(tests.map(({ name }) => name));
    const list = kept.reduce<readonly JsonValue[]>((all, test) => {
      const name = freeName(test.name, names);
      names.add(name);
      return withTest(all, name, { ...test, name });
    }, document.sidecar.tests);
    applyEdit(changeSidecar, { parts: { tests: list }, what: `Keep ${kept.length} tests` });
    setProposed(null);
  };
  return (
    <section className="run-cover" aria-label="Cover everything">
      <div className="run-tests__bar">
        <Button small disabled={searching !== null} onClick={() => void search()}>
          <Sparkles size={13} aria-hidden /> Cover everything
        </Button>
        {searching ? (
          <>
            <span role="status">Searching inputs and answers…</span>
            <Button small look="quiet" onClick={() => searching.stop()}>
              Stop
            </Button>
          </>
        ) : null}
      </div>
      {proposed ? <Proposal proposed={proposed} onKeep={keep} onDrop={() => setProposed(null)} /> : null}
    </section>
  );
}

/** The name, with a number where a test has it. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `${name} ${n}`;
  return free;
}

function Proposal({
  proposed: { tests, transitions, unreached },
  onKeep,
  onDrop,
}: {
  proposed: ProposedTests;
  onKeep: (tests: readonly WorkflowTest[]) => void;
  onDrop: () => void;
}) {
  return (
    <>
      <p role="status">
        {tests.length} tests take {transitions - unreached.length} of {transitions} transitions.
      </p>
      <div className="run-tests__bar">
        <Button small look="primary" disabled={tests.length === 0} onClick={() => onKeep(tests)}>
          Keep {tests.length} tests
        </Button>
        <Button small look="quiet" onClick={onDrop}>
          Discard
        </Button>
      </div>
      <ul className="run-cover__tests" aria-label="Proposed tests">
        {tests.map(({ name, expected }) => (
          <li key={name}>
            {name} <span className="note">{expected.status}</span>
          </li>
        ))}
      </ul>
      {unreached.length > 0 ? (
        <ul className="run-cover__open" aria-label="Transitions that no test takes">
          {unreached.map(({ state, label, why }, i) => (
            <li key={`${label} ${i}`}>
              <button type="button" className="run-tests__open" onClick={() => reveal([state])}>
                {label}
              </button>
              <span className="note">{why}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
