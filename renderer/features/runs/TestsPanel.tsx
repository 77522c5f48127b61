import { CircleCheck, CircleX, FlaskConical, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { JsonValue } from '#shared/base/json';
import { foldHistory } from '#shared/history/fold';
import { keepInSidecar } from '#shared/workflow/edits/keepInSidecar';
import { select } from '../../editor/editing';
import { applyEdit } from '../../editor/editing';
import { documentOf, type Session } from '../../editor/session';
import { Button, Field, IconButton } from '../../ui/controls';
import { showStates } from '../canvas/viewport';
import { TextInput } from '../../ui/Inputs';
import { coverage, type CoverItem } from '#shared/runs/coverage';
import { requestFor } from './requests';
import type { Run } from '#shared/runs/run';
import { showRun } from './running';
import { useRuns } from '../../editor/runs/runStore';
import { simulate } from './simulate';
import { useRun } from '../../editor/runs/useRun';
import { judge, readTests, testOf, type Mismatch, type WorkflowTest } from '#shared/runs/workflowTest';
import './tests.css';

interface Verdict {
  readonly test: WorkflowTest;
  readonly run: Run | null;
  readonly mismatches: readonly Mismatch[];
  readonly problem: string | null;
}

/** Runs saved as tests: run them all, see what differs, and what of the workflow they have been through. */
export function TestsPanel({ session }: { session: Session }) {
  const document = documentOf(session);
  const shown = useRun();
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([]);
  const [running, setRunning] = useState(false);
  const [name, setName] = useState('');
  useEffect(() => () => useRuns.setState({ uncovered: null }), []);
  if (!document) return null;
  const tests = readTests(document.sidecar.tests);
  const write = (next: readonly WorkflowTest[], what: string) =>
    applyEdit(keepInSidecar, { kept: { tests: next as unknown as readonly JsonValue[] }, what });
  const savable = shown?.run.request ?? null;
  const save = () => {
    if (!shown || !savable) return;
    const wanted = name.trim() === '' ? `Test ${tests.length + 1}` : name.trim();
    const test = testOf(wanted, savable, foldHistory(shown.run.events));
    write([...tests.filter((each) => each.name !== wanted), test], `Save test "${wanted}"`);
    setName('');
  };
  const runAll = async () => {
    setRunning(true);
    const found: Verdict[] = [];
    for (const test of tests) {
      const request = requestFor(session, document, test);
      const message = await simulate(request).done;
      if (message.kind !== 'done')
        found.push({ test, run: null, mismatches: [], problem: message.kind === 'problem' ? message.message : null });
      else {
        const run: Run = {
          id: crypto.randomUUID(),
          workflow: session.name,
          label: `Test ${test.name}`,
          origin: 'simulated',
          request,
          events: message.events,
          status: message.status,
          redrivable: message.redrivable,
          problem: null,
        };
        found.push({ test, run, mismatches: await judge(test, foldHistory(run.events)), problem: null });
      }
      setVerdicts([...found]);
    }
    setRunning(false);
    const views = found.flatMap((verdict) => (verdict.run ? [foldHistory(verdict.run.events)] : []));
    const open = coverage(document.definition, views).filter((item) => item.kind === 'state' && !item.covered);
    useRuns.setState({ uncovered: new Set(open.map((item) => item.label)) });
  };
  const failed = verdicts.filter((verdict) => verdict.mismatches.length > 0 || verdict.problem !== null).length;
  const items = coverage(
    document.definition,
    verdicts.flatMap((verdict) => (verdict.run ? [foldHistory(verdict.run.events)] : [])),
  );
  return (
    <div className="tests">
      <div className="tests__list">
        <div className="tests__bar">
          <Button small look="primary" disabled={tests.length === 0 || running} onClick={() => void runAll()}>
            <FlaskConical size={13} aria-hidden /> Run all tests
          </Button>
          {verdicts.length > 0 && !running ? (
            <span role="status" className={failed > 0 ? 'is-error' : 'is-good'}>
              {verdicts.length - failed} passed, {failed} failed
            </span>
          ) : null}
        </div>
        <div className="tests__bar">
          <Field label="Save the run on screen as a test">
            {(ids) => (
              <div className="inspector__row">
                <TextInput ids={ids} value={name} placeholder={`Test ${tests.length + 1}`} onChange={setName} />
                <Button small disabled={savable === null} onClick={save}>
                  Save test
                </Button>
              </div>
            )}
          </Field>
        </div>
        {tests.length === 0 ? (
          <p className="inspector__note">
            A test keeps a run's input, answers and seed, and expects its status, output and path again.
          </p>
        ) : null}
        {tests.map((test) => {
          const verdict = verdicts.find((each) => each.test.name === test.name);
          return (
            <div key={test.name} className="test" role="group" aria-label={`Test ${test.name}`}>
              <div className="test__head">
                {verdict ? (
                  verdict.mismatches.length === 0 && verdict.problem === null ? (
                    <CircleCheck size={14} className="is-good" aria-label="passed" />
                  ) : (
                    <CircleX size={14} className="is-error" aria-label="failed" />
                  )
                ) : (
                  <FlaskConical size={14} aria-hidden />
                )}
                <span className="test__name">{test.name}</span>
                {verdict?.run && verdict.mismatches.length > 0 ? (
                  <Button
                    small
                    onClick={() =>
                      verdict.run && void showRun(session, verdict.run, firstDifference(test, verdict.run))
                    }
                  >
                    Show
                  </Button>
                ) : null}
                <IconButton
                  small
                  label={`Delete test ${test.name}`}
                  onClick={() =>
                    write(
                      tests.filter((each) => each !== test),
                      `Delete test "${test.name}"`,
                    )
                  }
                >
                  <Trash2 size={13} />
                </IconButton>
              </div>
              {verdict?.problem ? <p className="field__problem">{verdict.problem}</p> : null}
              {verdict?.mismatches.map((mismatch) => (
                <p key={mismatch.what + mismatch.message} className="field__problem">
                  {mismatch.what}: {mismatch.message}
                </p>
              ))}
              <AssertionsField
                test={test}
                onChange={(assertions) =>
                  write(
                    tests.map((each) =>
                      each === test ? { ...test, expected: { ...test.expected, assertions } } : each,
                    ),
                    `Change test "${test.name}"`,
                  )
                }
              />
            </div>
          );
        })}
      </div>
      <Coverage items={items} any={verdicts.length > 0} />
    </div>
  );
}

function AssertionsField({
  test,
  onChange,
}: {
  test: WorkflowTest;
  onChange: (assertions: readonly string[]) => void;
}) {
  return (
    <Field label="Assertions" help="JSONata over status, output and path, one a line; each has to give true.">
      {(ids) => (
        <TextInput
          ids={ids}
          mono
          multiline
          value={(test.expected.assertions ?? []).join('\n')}
          placeholder="output.total > 0"
          onChange={(text) =>
            onChange(
              text
                .split('\n')
                .filter((line, index, all) => line.trim() !== '' || index === all.length - 1)
                .filter((line) => line !== ''),
            )
          }
        />
      )}
    </Field>
  );
}

/** The event at which the run leaves the path of the test, else its end. */
function firstDifference(test: WorkflowTest, run: Run): number {
  const { visits } = foldHistory(run.events);
  const visit = visits.find((each, index) => each.name !== test.expected.path[index]);
  return visit ? visit.id - 1 : Math.max(0, run.events.length - 1);
}

function Coverage({ items, any }: { items: readonly CoverItem[]; any: boolean }) {
  const kinds = ['state', 'transition', 'retrier'] as const;
  const names = { state: 'States', transition: 'Transitions', retrier: 'Retriers' };
  return (
    <section className="tests__coverage" aria-label="Coverage">
      <h3>Coverage</h3>
      {any ? null : (
        <p className="inspector__note">Run the tests to see what of the workflow they have been through.</p>
      )}
      {any
        ? kinds.map((kind) => {
            const of = items.filter((item) => item.kind === kind);
            const covered = of.filter((item) => item.covered).length;
            const open = of.filter((item) => !item.covered);
            return (
              <div key={kind}>
                <div className="tests__meter">
                  <span>{names[kind]}</span>
                  <meter min={0} max={Math.max(1, of.length)} value={covered} />
                  <span>
                    {covered} of {of.length}
                  </span>
                </div>
                {open.map((item) => (
                  <button
                    key={item.label}
                    type="button"
                    className="tests__open"
                    onClick={() => {
                      if (item.state === null) return;
                      select([item.state]);
                      showStates([item.state]);
                    }}
                  >
                    {item.label}
                  </button>
                ))}
              </div>
            );
          })
        : null}
    </section>
  );
}
