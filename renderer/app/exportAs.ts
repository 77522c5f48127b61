import {
  exporters,
  stackProblems,
  type ExportContext,
  type Exporter,
  type NamedWorkflow,
} from '#shared/exporters/index';
import { foldHistory } from '#shared/history/index';
import { workflowStem } from '#shared/protocol/index';
import { readTests, requestOf, type TestedRun } from '#shared/runs/index';
import type { WorkflowDocument } from '#shared/workflow/index';
import { shownRun } from '../editor/runs/runStore';
import { brokenOf, documentOf, type Session } from '../editor/session';
import { activeSession, getState, say } from '../editor/store';
import { sessionRequest } from '../features/runs/sessionRequest';
import { simulate } from '../features/runs/simulate';
import { platform } from '../platform/index';
import { notInFile } from './files';

/** The formats that the window writes: pictures in pixels are for the command line. */
export const windowExporters = exporters.filter(({ isPicture }) => isPicture !== true);

/** The other workflows that are open, and can be read: they may go into the stack of the one on screen. */
export function othersOpen(): readonly NamedWorkflow[] {
  const { sessions, activeId } = getState();
  return sessions.flatMap((session) => {
    const document = session.id === activeId ? null : documentOf(session);
    return document ? [{ name: nameOf(session), document }] : [];
  });
}

const nameOf = ({ inside, name }: Session): string => inside?.id ?? workflowStem(name);

/**
 * Writes a copy in a format; the document stays what and where it is.
 * @param withOpen whether the other open workflows go into the same stack
 */
export async function exportAs(exporter: Exporter, withOpen = false): Promise<void> {
  const session = activeSession();
  const document = session && documentOf(session);
  if (!session || !document) return;
  const along = withOpen && exporter.isStack === true ? othersOpen() : [];
  const exported = exporter.export(document, { ...(await contextOf(exporter, session, document)), along });
  if (!exported.ok) return say('problem', exported.problem);
  if (brokenOf(session))
    say('problem', 'The text cannot be read at the moment; what is exported is the last that could.');
  const [problem, ...others] =
    exporter.isStack === true ? stackProblems([{ name: nameOf(session), document }, ...along]) : [];
  if (problem) {
    const more = others.length === 0 ? '' : ` (and ${String(others.length)} more)`;
    say('problem', `The stack would be wrong: ${problem.message}${more}`);
  }
  const never = notInFile(session);
  if (never !== null) say('problem', never);
  // Each file is asked for: where one goes is the person's choice.
  for (const file of exported.value) {
    const isMain = file.name.endsWith(`.${exporter.extension}`);
    const extension = isMain ? exporter.extension : (file.name.split('.').at(-1) ?? '');
    const outcome = await platform.exportText({
      suggestedName: file.name,
      fileType: { label: exporter.label, extension },
      text: file.text,
    });
    if (outcome.kind === 'written') say('done', `Exported ${outcome.name}`);
    if (outcome.kind === 'failed') say('problem', outcome.message);
    if (outcome.kind !== 'written') return;
  }
}

/** What a format may show besides the document: the run on screen, the tests as they come out now, the theme of the window. */
async function contextOf({ needs }: Exporter, session: Session, document: WorkflowDocument): Promise<ExportContext> {
  const run = shownRun(session.id);
  return {
    name: nameOf(session),
    theme: globalThis.document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light',
    ...(run === null
      ? {}
      : { run: { events: run.events, children: run.children, type: requestOf(run)?.type ?? document.sidecar.type } }),
    ...(needs === 'tests' ? { tested: await testedRuns(session, document) } : {}),
  };
}

async function testedRuns(session: Session, document: WorkflowDocument): Promise<readonly TestedRun[]> {
  const tested: TestedRun[] = [];
  for (const test of readTests(document.sidecar.tests)) {
    const ended = await simulate({ request: sessionRequest(session, document, test), store: null }).done;
    if (ended.kind === 'problem') say('problem', `${test.name}: ${ended.message}`);
    else tested.push({ test, view: foldHistory(ended.ended.events) });
  }
  return tested;
}
