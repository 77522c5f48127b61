import { FileInput, FileOutput, Trash2 } from 'lucide-react';
import { allStates } from '#shared/workflow/index';
import { platform } from '../../platform/index';
import { documentOf, type Session } from '../../editor/session';
import { say } from '../../editor/store';
import { IconButton } from '../../ui/controls';
import { chooseFile } from '../../ui/chooseFile';
import { fail, ok, type Result } from '#shared/base/index';
import { foldHistory, type HistoryEvent } from '#shared/history/index';
import { aside } from '../../editor/aside';
import type { FromHistoryReader } from './messages';
import { historyText, unknownStates } from '#shared/runs/index';
import { statusText } from './RunControls';
import { forgetRun } from './runHistory';
import { openRun, present } from './present';
import { setPlayback, usePlayback, useRuns } from '../../editor/runs/runStore';
import { useRun } from '../../editor/runs/useRun';

/** The runs there are: choose one, forget it, take one in from AWS, write one out. */
export function RunFiles({ session }: { session: Session }) {
  const shown = useRun();
  return (
    <div className="run__files">
      <RunList session={session} />
      {shown ? (
        <IconButton small label="Forget this run" onClick={() => forget(session, shown.run.id)}>
          <Trash2 size={14} />
        </IconButton>
      ) : null}
      <IconButton small label="Open a history from AWS" onClick={() => void importRun(session)}>
        <FileInput size={15} />
      </IconButton>
      {shown ? (
        <IconButton small label="Export the history as JSON" onClick={() => void exportRun(session, shown.run.events)}>
          <FileOutput size={15} />
        </IconButton>
      ) : null}
    </div>
  );
}

/** The runs of this workflow, the last one first. */
function RunList({ session }: { session: Session }) {
  const runs = useRuns((state) => state.runs);
  const playback = usePlayback(session.id);
  const own = runs.filter((run) => run.workflow === session.workflow);
  if (own.length === 0) return null;
  return (
    <select
      className="select run__list"
      aria-label="Run"
      value={playback.runId ?? ''}
      onChange={(event) => {
        const run = own.find((each) => each.id === event.target.value);
        if (run) void openRun(session, run);
      }}
    >
      {playback.runId === null ? <option value="">Earlier runs…</option> : null}
      {own.map((run) => (
        <option key={run.id} value={run.id}>
          {run.label} · {statusText[run.status]}
        </option>
      ))}
    </select>
  );
}

function forget(session: Session, id: string): void {
  setPlayback(session.id, { runId: null, position: 0, playing: false });
  forgetRun(id);
}

async function importRun(session: Session): Promise<void> {
  const file = await chooseFile('.json');
  if (!file) return;
  const read = await readAside(file);
  if (read === 'cancelled') return;
  if (!read.ok) return say('problem', `${file.name}: ${read.problem}`);
  const document = documentOf(session);
  const unknown = unknownStates(
    read.value,
    new Set(document ? allStates(document.definition).map((entry) => entry.name) : []),
  );
  if (unknown.length > 0)
    say(
      'problem',
      `The history has states that this workflow has not: ${unknown.slice(0, 5).join(', ')}. They are in the timeline and the events.`,
    );
  const run = {
    kind: 'imported',
    source: 'aws',
    id: crypto.randomUUID(),
    workflow: session.workflow,
    label: file.name,
    events: read.value,
    stages: [],
    children: [],
    status: foldHistory(read.value).status,
    redrivable: false,
  } as const;
  await present(session, run, 0, 'new');
}

/** Reads a history in a worker: it may have a hundred thousand events. */
function readAside(file: File): Promise<Result<readonly HistoryEvent[], string> | 'cancelled'> {
  const worker = new Worker(new URL('./history.worker.ts', import.meta.url), { type: 'module' });
  const events: HistoryEvent[] = [];
  return aside<FromHistoryReader, Result<readonly HistoryEvent[], string>>(
    worker,
    file,
    `Reading ${file.name}…`,
    (told) => {
      if (told.kind === 'refused') return fail(told.problem);
      if (told.kind === 'read') return ok(events);
      events.push(...told.events);
      return null;
    },
  );
}

async function exportRun(session: Session, events: readonly HistoryEvent[]): Promise<void> {
  const name = `${session.name.replace(/\..*$/, '')}-history.json`;
  const outcome = await platform.exportText({
    suggestedName: name,
    fileType: { label: 'Execution history', extension: 'json' },
    text: historyText(events),
  });
  if (outcome.kind === 'written') say('done', `Exported ${outcome.name}`);
  if (outcome.kind === 'failed') say('problem', outcome.message);
}
