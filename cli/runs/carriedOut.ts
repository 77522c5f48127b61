import { carryOut, definitionTexts, type EndedRun, type RunRequest } from '../../shared/runs/index';
import { builtInResults } from '../catalogueFiles';
import { exitCodes } from '../exitCodes';
import { Refusal } from '../refusal';
import type { Workflow } from '../workflows/workflow';

/**
 * Carries a request out to its end.
 * @throws Refusal when it cannot be run at all: a definition that does not compile, policies that cannot be read
 */
export async function carriedOut({ label }: Workflow, request: RunRequest): Promise<EndedRun> {
  const ended = await carryOut(request, { results: await builtInResults(definitionTexts(request)) });
  if (!ended.ok) throw new Refusal(exitCodes.findings, `${label} cannot be run: ${ended.problem}`);
  return ended.value;
}
