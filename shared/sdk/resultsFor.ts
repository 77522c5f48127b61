import { resultCall, taskResults, type TaskResults } from '../services/index';
import { outputOf, type SdkOutputs } from './outputs';

/** What the Tasks of a definition give, from the files of the services that they call and no others. */
export async function resultsFor(
  definitionText: string,
  load: (service: string) => Promise<SdkOutputs | null>,
): Promise<TaskResults> {
  const resources = new Set(definitionText.match(/arn:[\w-]*:states:::[\w:.-]+/g));
  const services = new Set([...resources].flatMap((resource) => resultCall(resource)?.service ?? []));
  // A definition may name a service that is a way out of the folder.
  const named = [...services].filter((service) => /^[a-z0-9]+$/.test(service));
  const loaded = new Map(await Promise.all(named.map(async (service) => [service, await load(service)] as const)));
  return taskResults((service, action) => {
    const outputs = loaded.get(service);
    return outputs ? outputOf(outputs, action) : null;
  });
}
