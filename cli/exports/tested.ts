import { foldHistory } from '../../shared/history/index';
import { readTests, requestFor, type TestedRun } from '../../shared/runs/index';
import { carriedOut } from '../runs/carriedOut';
import type { Workflow } from '../workflows/workflow';

/**
 * The saved tests of a workflow with what their runs come to.
 * @throws Refusal when one cannot be run at all
 */
export async function testedRuns(workflow: Workflow): Promise<readonly TestedRun[]> {
  const { document, name } = workflow;
  const tested: TestedRun[] = [];
  for (const test of readTests(document.sidecar.tests)) {
    const { events } = await carriedOut(workflow, requestFor(document, test, { name, startTime: Date.now() }));
    tested.push({ test, view: foldHistory(events) });
  }
  return tested;
}
