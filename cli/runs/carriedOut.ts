import { carryOut, definitionTexts, type EndedRun, type RunRequest } from '../../shared/runs/index';
import type { FunctionWorker } from '../../host/lambda/index';
import { builtInResults } from '../catalogueFiles';
import { exitCodes } from '../exitCodes';
import { Refusal } from '../refusal';
import type { Workflow } from '../workflows/workflow';

/**
 * Carries a request out to its end.
 * @param functions what is bound to tasks on this machine
 * @throws Refusal when it cannot be run at all: a definition that does not compile, policies that cannot be read
 */
export async function carriedOut(
  { label }: Workflow,
  request: RunRequest,
  functions: FunctionWorker = () => undefined,
): Promise<EndedRun> {
  const ended = await carryOut(request, { results: await builtInResults(definitionTexts(request)), functions });
  if (!ended.ok) throw new Refusal(exitCodes.findings, `${label} cannot be run: ${ended.problem}`);
  return ended.value;
}
