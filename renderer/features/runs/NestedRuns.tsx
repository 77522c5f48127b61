import { type NestedRun, type ShownRun, prettyJsonText } from '#shared/runs/index';
import { openSession } from '../../editor/sessions';
import type { Session } from '../../editor/session';
import { activate, getState } from '../../editor/store';
import { Button } from '../../ui/controls';
import { present } from './present';

interface Props {
  readonly run: ShownRun;
  readonly state: string;
  /** How many times the state was entered before. */
  readonly entry: number;
}

/** The executions that a task started: each opens in a tab beside its parent, with its workflow under it. */
export function NestedRuns({ run, state, entry }: Props) {
  const found = (run.nested ?? []).filter((each) => each.state === state && each.entry === entry);
  if (found.length === 0) return null;
  return (
    <section className="group" aria-label="Nested executions">
      {found.map((nested, index) => (
        <Button key={index} small onClick={() => void open(run, nested)}>
          Open the execution of {nested.file}
        </Button>
      ))}
    </section>
  );
}

async function open(parent: ShownRun, nested: NestedRun): Promise<void> {
  const session = sessionOf(parent, nested);
  activate(session.id);
  const { status, events } = nested;
  await present(
    session,
    {
      id: crypto.randomUUID(),
      workflow: session.workflow,
      label: `${parent.label}, started by ${nested.state}`,
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
}

/** The tab of a nested workflow: the one that its execution was opened in before, where it is still there. */
function sessionOf(parent: ShownRun, { file, definitionText }: NestedRun): Session {
  const workflow = `${parent.workflow} › ${file}`;
  const open = getState().sessions.find((each) => each.workflow === workflow);
  if (open) return open;
  const text = `${prettyJsonText(definitionText)}\n`;
  const name = file.replace(/(\.asl)?\.(json|ya?ml)$/i, '.asl.json');
  return openSession({ name, fileId: null, format: 'json', text, sidecar: null, saved: null, workflow });
}
