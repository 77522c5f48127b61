import { foldHistory } from '#shared/history/index';
import {
  type LoadedRun,
  type WorkflowTest,
  defaultConfiguration,
  importedCases,
  mockConfigOf,
  readJsonText,
  testOf,
  testStateScript,
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
import { sessionRequest } from './sessionRequest';
import { simulate } from './simulate';

/** Tests in the forms of AWS: written as a MockConfigFile or as test-state calls, read from a MockConfigFile. */
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
