import type { NestedWorkflow, TaskMock } from '#shared/runs/index';
import { runnableText } from '#shared/runs/index';
import { parseDocument } from '#shared/workflow/index';
import { say } from '../../editor/store';
import { chooseFile } from '../../ui/chooseFile';
import { Button } from '../../ui/controls';

/** The workflow of a file that a task starts: it runs for real, instead of a sample of its result. */
export function NestedWorkflowField({ mock, onChange }: { mock: TaskMock; onChange: (mock: TaskMock) => void }) {
  const choose = async () => {
    const file = await chooseFile('.json,.yaml,.yml');
    const workflow = file && readWorkflow(file.name, await file.text());
    if (workflow) onChange({ kind: 'workflow', ...workflow });
  };
  return (
    <div className="row">
      <Button small onClick={() => void choose()}>
        {mock.kind === 'workflow' ? 'Another workflow…' : 'Run the workflow of a file…'}
      </Button>
      {mock.kind === 'workflow' ? <span className="note">{mock.file}</span> : null}
    </div>
  );
}

function readWorkflow(file: string, text: string): NestedWorkflow | null {
  const parsed = parseDocument({ text, format: /\.ya?ml$/i.test(file) ? 'yaml' : 'json', sidecar: null });
  if (parsed.ok) return { file, definitionText: runnableText(parsed.value.document) };
  say('problem', `${file} is no workflow: ${parsed.problem.message}`);
  return null;
}
