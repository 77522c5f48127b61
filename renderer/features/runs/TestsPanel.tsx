import { CircleCheck, CircleX, FlaskConical, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { foldHistory } from '#shared/history/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { applyEdit } from '../../editor/editing';
import { documentOf, type Session } from '../../editor/session';
import { say } from '../../editor/store';
import { Button, Field, IconButton } from '../../ui/controls';
import { TextInput } from '../../ui/Inputs';
import {
  type LoadedRun,
  type Mismatch,
  type WorkflowTest,
  coverage,
  readStepTests,
  filesForTest,
  readTests,
  testOf,
  withStepTest,
  withTest,
} from '#shared/runs/index';
import { Coverage } from './Coverage';
import { CoverEverything } from './CoverEverything';
import { TestFiles } from './TestFiles';
import { sessionRequest } from './sessionRequest';
import { present } from './present';
import { setUncovered } from '../../editor/runs/runStore';
import { StepTestRows, runStepTests, type StepVerdicts } from './StepTestRows';
import { simulate, type Simulating } from './simulate';
import { useRun } from '../../editor/runs/useRun';
import './tests.css';

interface Verdict {
  readonly test: WorkflowTest;
  readonly run: LoadedRun | null;
  readonly mismatches: readonly Mismatch[];
  readonly problem: string | null;
}

/** Milliseconds that one test may take, with its assertions. */
const testLimit = 60_000;

/** A test of a file that others sent may never end. */
function limited({ done, stop }: Simulating): Simulating['done'] {
  const timer = setTimeout(stop, testLimit);
  return done.finally(() => clearTimeout(timer));
}

/** Runs saved as tests: run them all, see what differs, and what of the workflow they have been through. */
export function TestsPanel({ session }: { session: Session }) {
  const document = documentOf(session);
  const shown = useRun();
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([]);
  const [stepVerdicts, setStepVerdicts] = useState<StepVerdicts>({});
  const [running, setRunning] = useState(false);
  const [name, setName] = useState('');
  useEffect(() => () => setUncovered(null), []);
  if (!document) return null;
  const tests = readTests(document.sidecar.tests);
  const stepTests = readStepTests(document.sidecar.tests);
  const write = (test: string, next: WorkflowTest | null, what: string) =>
    applyEdit(changeSidecar, { parts: { tests: withTest(document.sidecar.tests, test, next) }, what });
  const savable = shown?.run.kind === 'loaded' ? shown.run.request : null;
  const save = () => {
    if (!shown || !savable) return;
    const wanted = name.trim() === '' ? `Test ${tests.length + 1}` : name.trim();
    const test = testOf(wanted, savable, foldHistory(shown.run.events));
    write(wanted, test, `Save test "${wanted}"`);
    setName('');
    if (savable.objects && filesForTest(savable.objects) === null)
      say('problem', `The files of the run are more than 1 MB: "${wanted}" is kept without them.`);
  };
  const runAll = async () => {
    setRunning(true);
    const found: Verdict[] = [];
    for (const test of tests) {
      const request = sessionRequest(session, document, test);
      const message = await limited(simulate({ request, store: null, test }));
      if (message.kind === 'problem') found.push({ test, run: null, mismatches: [], problem: message.message });
      else {
        const run: LoadedRun = {
          ...message.ended,
          kind: 'loaded',
          id: crypto.randomUUID(),
          workflow: session.workflow,
          label: `Test ${test.name}`,
          request,
        };
        found.push({ test, run, mismatches: message.mismatches, problem: null });
      }
      setVerdicts([...found]);
    }
    const ofSteps = await runStepTests(session, document, stepTests);
    setStepVerdicts(ofSteps);
    setRunning(false);
    const views = found.flatMap((verdict) => (verdict.run ? [foldHistory(verdict.run.events)] : []));
    const open = coverage(document.definition, views).filter((item) => item.kind === 'state' && !item.covered);
    setUncovered(new Set(open.map((item) => item.label)));
  };
  const ofSteps = Object.values(stepVerdicts);
  const ran = verdicts.length + ofSteps.length;
  const failed =
    verdicts.filter((verdict) => verdict.mismatches.length > 0 || verdict.problem !== null).length +
    ofSteps.filter((mismatches) => mismatches.length > 0).length;
  const items = coverage(
    document.definition,
    verdicts.flatMap((verdict) => (verdict.run ? [foldHistory(verdict.run.events)] : [])),
  );
  return (
    <div className="run-tests">
      <div className="run-tests__list">
        <div className="run-tests__bar">
          <Button
            small
            look="primary"
            disabled={tests.length + stepTests.length === 0 || running}
            onClick={() => void runAll()}
          >
            <FlaskConical size={13} aria-hidden /> Run all tests
          </Button>
          {ran > 0 && !running ? (
            <span role="status" className={failed > 0 ? 'is-error' : 'is-good'}>
              {ran - failed} passed, {failed} failed
            </span>
          ) : null}
        </div>
        <div className="run-tests__bar">
          <Field label="Save the run on screen as a test">
            {(ids) => (
              <div className="row">
                <TextInput ids={ids} value={name} placeholder={`Test ${tests.length + 1}`} onChange={setName} />
                <Button small disabled={savable === null} onClick={save}>
                  Save test
                </Button>
              </div>
            )}
          </Field>
        </div>
        <CoverEverything session={session} document={document} tests={tests} />
        {tests.length + stepTests.length === 0 ? (
          <p className="note">
            A test keeps a run's input, answers and seed, and expects its status, output and path again.
          </p>
        ) : null}
        {tests.map((test) => {
          const verdict = verdicts.find((each) => each.test.name === test.name);
          return (
            <div
              key={test.name}
              className="run-test"
              data-undo="document"
              role="group"
              aria-label={`Test ${test.name}`}
            >
              <div className="run-test__head">
                {verdict ? (
                  verdict.mismatches.length === 0 && verdict.problem === null ? (
                    <CircleCheck size={14} className="is-good" aria-label="passed" />
                  ) : (
                    <CircleX size={14} className="is-error" aria-label="failed" />
                  )
                ) : (
                  <FlaskConical size={14} aria-hidden />
                )}
                <span className="run-test__name">{test.name}</span>
                {verdict?.run && verdict.mismatches.length > 0 ? (
                  <Button
                    small
                    onClick={() =>
                      verdict.run && void present(session, verdict.run, firstDifference(test, verdict.run), 'new')
                    }
                  >
                    Show
                  </Button>
                ) : null}
                <IconButton
                  small
                  label={`Delete test ${test.name}`}
                  onClick={() => write(test.name, null, `Delete test "${test.name}"`)}
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
                    test.name,
                    { ...test, expected: { ...test.expected, assertions } },
                    `Change test "${test.name}"`,
                  )
                }
              />
            </div>
          );
        })}
        <TestFiles
          session={session}
          document={document}
          tests={tests}
          ran={verdicts.flatMap(({ test, run }) => (run ? [{ test, run }] : []))}
        />
        <StepTestRows
          tests={stepTests}
          verdicts={stepVerdicts}
          onDelete={(test) =>
            applyEdit(changeSidecar, {
              parts: { tests: withStepTest(document.sidecar.tests, test, null) },
              what: `Delete test "${test}"`,
            })
          }
        />
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
          value={test.expected.assertions.join('\n')}
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
function firstDifference(test: WorkflowTest, run: LoadedRun): number {
  const { visits } = foldHistory(run.events);
  const visit = visits.find((each, index) => each.name !== test.expected.path[index]);
  return visit ? visit.id - 1 : Math.max(0, run.events.length - 1);
}
