import { foldHistory } from '#shared/history/index';
import {
  type LoadedRun,
  type WorkflowTest,
  defaultConfiguration,
  importedCalls,
  importedCases,
  keptStepTest,
  mockConfigOf,
  readJsonText,
  testOf,
  testStateScript,
  withStepTest,
  withTest,
} from '#shared/runs/index';
import { changeSidecar } from '#shared/workflow/edits/changeSidecar';
import type { WorkflowDocument } from '#shared/workflow/index';
import { applyEdit } from '../../editor/editing';
import { useConfiguration } from '../../editor/runs/runStore';
import type { Session } from '../../editor/session';
import { say } from '../../editor/store';
import { platform } from '../../platform/index';
import { chooseFile } from '../../ui/chooseFile';
import { Button } from '../../ui/controls';
import { answerOfStep } from './answerOfStep';
import { sessionRequest } from './sessionRequest';
import { simulate } from './simulate';

/** Tests in the forms of AWS: a MockConfigFile, or test-state calls, written and read. */
export function TestFiles({
  session,
  document,
  tests,
  ran,
}: {
  session: Session;
  document: WorkflowDocument;
  tests: readonly WorkflowTest[];
  /** Those that were run since the panel was opened. */
  ran: readonly { readonly test: WorkflowTest; readonly run: LoadedRun }[];
}) {
  const { inputText } = useConfiguration(session.id);
  const name = session.name.replace(/\..*$/, '');
  const exportMocks = () =>
    exportFile(`${name}-MockConfigFile.json`, 'json', `${JSON.stringify(mockConfigOf(name, tests), null, 2)}\n`);
  const exportCalls = () => {
    const runs = ran.map(({ test, run }) => ({ test, view: foldHistory(run.events) }));
    return exportFile(`${name}-test-state.sh`, 'sh', testStateScript(`${name}.asl.json`, runs));
  };
  return (
    <div className="run-tests__bar" role="group" aria-label="Tests as files of AWS">
      <Button small disabled={tests.length === 0} onClick={() => void exportMocks()}>
        Export MockConfigFile…
      </Button>
      <Button
        small
        disabled={ran.length === 0}
        title={ran.length === 0 ? 'Run the tests first: each state is asked with what it met' : undefined}
        onClick={() => void exportCalls()}
      >
        Export test-state calls…
      </Button>
      <Button small onClick={() => void importMocks(session, document, inputText)}>
        Import MockConfigFile…
      </Button>
      <Button small onClick={() => void importCalls(session, document)}>
        Import test-state calls…
      </Button>
    </div>
  );
}

async function exportFile(suggestedName: string, extension: string, text: string): Promise<void> {
  const fileType = { label: extension === 'sh' ? 'Shell script' : 'Mock configuration', extension };
  const outcome = await platform.exportText({ suggestedName, fileType, text });
  if (outcome.kind === 'written') say('done', `Exported ${outcome.name}`);
  if (outcome.kind === 'failed') say('problem', outcome.message);
}

/** Each test case becomes a test with the input of the configuration, and expects what its run comes to now. */
async function importMocks(session: Session, document: WorkflowDocument, inputText: string): Promise<void> {
  const file = await chooseFile('.json');
  if (!file) return;
  const config = readJsonText(await file.text());
  const { cases, leftOut } = importedCases(config);
  if (cases.length === 0)
    return say('problem', `${file.name} has no test cases: expected "StateMachines" with "TestCases".`);
  let list = document.sidecar.tests;
  for (const { name, mocks } of cases) {
    const request = sessionRequest(session, document, { ...defaultConfiguration, inputText, mocks });
    const message = await simulate({ request, store: null }).done;
    if (message.kind === 'problem') return say('problem', `${name}: ${message.message}`);
    list = withTest(list, name, testOf(name, { ...request, mocks }, foldHistory(message.ended.events)));
  }
  applyEdit(changeSidecar, { parts: { tests: list }, what: `Import ${cases.length} tests` });
  if (leftOut.length > 0) say('problem', `Left out of ${file.name}: ${leftOut.join('; ')}`);
}

/** Each call becomes the test of a state, and expects what comes of the state now. */
async function importCalls(session: Session, document: WorkflowDocument): Promise<void> {
  const file = await chooseFile('.sh,.txt');
  if (!file) return;
  const { calls, leftOut } = importedCalls(await file.text());
  const problems = [...leftOut];
  let list = document.sidecar.tests;
  let kept = 0;
  for (const { name, test } of calls) {
    const answer = await answerOfStep(session, document, test);
    if (!answer.ok) problems.push(`${name}: ${answer.problem}`);
    else {
      list = withStepTest(list, name, keptStepTest(name, test, answer.value));
      kept++;
    }
  }
  if (kept > 0) applyEdit(changeSidecar, { parts: { tests: list }, what: `Import ${kept} tests of states` });
  if (kept === 0 && problems.length === 0) problems.push('it has no test-state calls');
  if (problems.length > 0) say('problem', `Left out of ${file.name}: ${problems.join('; ')}`);
}
