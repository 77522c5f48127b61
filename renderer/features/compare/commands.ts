import { recognised } from '#shared/importers/index';
import { parseDocument } from '#shared/workflow/index';
import type { CommandActions } from '../../editor/commands';
import { documentOf } from '../../editor/session';
import { activeSession, ask, say, showDock } from '../../editor/store';
import { chooseFile } from '../../ui/chooseFile';
import { compareWith, otherTabs, savedText, type Other } from './comparison';

const hasDocument = () => {
  const session = activeSession();
  return session !== null && documentOf(session) !== null;
};

export const compareCommands: CommandActions<'file.compare'> = {
  'file.compare': { run: () => void startComparison(), enabled: hasDocument },
};

/** Lets the person choose what the document on screen is compared with, and shows it. */
export async function startComparison(): Promise<void> {
  const session = activeSession();
  if (!session) return;
  const answer = await ask({
    title: 'Compare with',
    text: `What "${session.name}" says otherwise is marked on its states and listed below the canvas.`,
    answers: [
      ...(savedText(session) === null
        ? []
        : [{ id: 'saved', label: 'The saved file', about: 'What has been changed since it was saved.' }]),
      ...otherTabs(session).map(({ id, name }) => ({ id: `tab ${id}`, label: name, about: 'Open in another tab.' })),
      { id: 'file', label: 'A file…', about: 'A workflow, or a file that one stands in. It is read, not opened.' },
    ],
  });
  if (answer === null) return;
  const other: Other | null =
    answer === 'saved'
      ? { kind: 'saved' }
      : answer === 'file'
        ? await chosenFile()
        : { kind: 'tab', id: answer.slice('tab '.length) };
  if (!other) return;
  compareWith(session.id, other);
  showDock('compare');
}

async function chosenFile(): Promise<Other | null> {
  const file = await chooseFile('.json,.yaml,.yml,.asl,.template,.tf');
  if (!file) return null;
  const text = await file.text();
  const format = /\.ya?ml$/i.test(file.name) ? 'yaml' : 'json';
  const parsed = parseDocument({ text, format });
  if (parsed.ok) return { kind: 'text', name: file.name, text, format };
  const found = await machineIn(text, file.name);
  if (found) return found;
  say('problem', `"${file.name}" cannot be compared: ${parsed.problem.message}`);
  return null;
}

/** The machine of a file that holds some; the person chooses when there are several. */
async function machineIn(text: string, fileName: string): Promise<Other | null> {
  const machines = (recognised(text, fileName)?.machines ?? []).flatMap(({ id, definition }) =>
    definition.kind === 'elsewhere' ? [] : [{ id, text: definition.text, format: definition.format }],
  );
  const chosen =
    machines.length > 1
      ? await ask({
          title: 'Which state machine?',
          text: `"${fileName}" has ${machines.length} state machines.`,
          answers: machines.map(({ id }) => ({ id, label: id, about: 'Compare with this one.' })),
        })
      : machines[0]?.id;
  const machine = machines.find(({ id }) => id === chosen);
  return machine ? { kind: 'text', name: machine.id, text: machine.text, format: machine.format } : null;
}
