import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { type JsonObject, isArray, own } from '#shared/base/index';
import {
  type StepAnswer,
  type StepMock,
  type StepTest,
  keptStepTest,
  readStepTests,
  sampleMocks,
  withStepTest,
} from '#shared/runs/index';
import { type StatePath, type WorkflowDocument, stateAt, stateName } from '#shared/workflow/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import { applyEdit } from '../../editor/editing';
import { configurationOf } from '../../editor/runs/runStore';
import { stateData, variablesBefore } from '../../editor/runs/stateData';
import { documentOf, type Session } from '../../editor/session';
import { Button, Field } from '../../ui/controls';
import { TextInput } from '../../ui/Inputs';
import { answerOfStep } from './answerOfStep';
import { StepAnswerView } from './StepAnswerView';
import { StepTestForm } from './StepTestForm';
import './watch.css';

/** The selected state run alone, as AWS's TestState does it: on an input, with what its service answers. */
export function StepTestPanel({ session }: { session: Session }) {
  const document = documentOf(session);
  const [path] = session.selection.states;
  if (!document || path === undefined || session.selection.states.length > 1 || !stateAt(document.definition, path))
    return (
      <div className="empty">
        <strong>Select one state</strong>
        It is run alone: what goes in, what each stage makes of it, what comes out and where it goes next.
      </div>
    );
  return <OneStep key={path} session={session} document={document} path={path} />;
}

interface Props {
  readonly session: Session;
  readonly document: WorkflowDocument;
  readonly path: StatePath;
}

function OneStep({ session, document, path }: Props) {
  const type = String(own(stateAt(document.definition, path) ?? {}, 'Type'));
  const [test, setTest] = useState(() => freshTest(session, document, path, type));
  const [answer, setAnswer] = useState<StepAnswer | { readonly problem: string } | null>(null);
  const [running, setRunning] = useState(false);
  const [name, setName] = useState('');
  const change = (next: Partial<StepTest>) => setTest({ ...test, ...next });
  const asked = { ...test, state: stateName(path) };
  const run = async () => {
    setRunning(true);
    const given = await answerOfStep(session, document, asked);
    setRunning(false);
    setAnswer(given.ok ? given.value : { problem: given.problem });
  };
  const tests = document.sidecar.tests;
  const usual = `${asked.state} ${readStepTests(tests).length + 1}`;
  const keep = () => {
    if (!answer || 'problem' in answer) return;
    const wanted = name.trim() === '' ? usual : name.trim();
    const next = withStepTest(tests, wanted, keptStepTest(wanted, asked, answer));
    // With a key the state stays selected.
    applyEdit(
      changeSidecar,
      { parts: { tests: next }, what: `Save test "${wanted}"` },
      { mergeKey: `step test ${wanted}` },
    );
    setName('');
  };
  return (
    <div className="run-step">
      <div className="run-step__form" role="group" aria-label={`Test ${asked.state}`} data-undo="own">
        <StepTestForm test={test} type={type} onChange={change} />
        <div className="row">
          <Button small look="primary" disabled={running} onClick={() => void run()}>
            <FlaskConical size={13} aria-hidden /> Test “{asked.state}”
          </Button>
        </div>
      </div>
      <div className="run-step__answer" role="region" aria-label="What came of it" aria-live="polite">
        {answer ? (
          <StepAnswerView answer={answer} />
        ) : (
          <p className="note">
            Nothing else of the workflow runs: status, next state, output and every stage appear here.
          </p>
        )}
        {answer && !('problem' in answer) ? (
          <Field label="Keep it as a test" help="It is run with the other tests, and expects this outcome again.">
            {(ids) => (
              <div className="row">
                <TextInput ids={ids} value={name} placeholder={usual} onChange={setName} />
                <Button small onClick={keep}>
                  Keep
                </Button>
              </div>
            )}
          </Field>
        ) : null}
      </div>
    </div>
  );
}

/** What the run on screen gave the state at its cursor, and what answers it in runs. */
function freshTest(session: Session, document: WorkflowDocument, path: StatePath, type: string): StepTest {
  const state = stateName(path);
  const variables = variablesBefore(state);
  const input = stateData(state)?.input;
  return {
    state,
    inputText: JSON.stringify(input ?? {}, null, 2),
    variablesText: Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2),
    mock: type === 'Task' ? taskMock(session, document, state) : childrenMock(stateAt(document.definition, path) ?? {}),
    retries: 0,
  };
}

/** TestState runs no branches and iterations: a Map and a Parallel are given the list of their results. */
function childrenMock(state: JsonObject): StepMock {
  const branches = own(state, 'Branches');
  switch (own(state, 'Type')) {
    case 'Map':
      return { kind: 'result', text: '[]' };
    case 'Parallel':
      return { kind: 'result', text: JSON.stringify(isArray(branches) ? branches.map(() => ({})) : []) };
    default:
      return { kind: 'stub' };
  }
}

function taskMock(session: Session, document: WorkflowDocument, state: string): StepMock {
  const mock = { ...sampleMocks(document), ...configurationOf(session.id).mocks }[state];
  switch (mock?.kind) {
    case 'succeed':
      return { kind: 'result', text: JSON.stringify(mock.output, null, 2) };
    case 'fail':
    case 'failFirst':
      return { kind: 'error', error: mock.error, cause: mock.cause };
    default:
      return { kind: 'stub' };
  }
}
