import { type SdkCatalogue, services } from '../../services/index';
import type { Offer } from './contract';

const sdk = 'arn:aws:states:::aws-sdk:';

const patternNames: Readonly<Record<string, string>> = {
  requestResponse: 'answers at once',
  sync: 'waits until it is done',
  waitForTaskToken: 'waits for a task token',
};

/** Every Resource that the registry knows. */
const known: readonly Offer[] = services.flatMap(({ label: service, actions }) =>
  actions.flatMap(({ label, description, helpUrl, resources }) =>
    Object.entries(resources).map(([pattern, arn]) => ({
      label: arn,
      kind: 'resource' as const,
      detail: `${service}: ${label}, ${patternNames[pattern] ?? pattern}`,
      help: description,
      url: helpUrl,
    })),
  ),
);

const knownArns: ReadonlySet<string> = new Set(known.map(({ label }) => label));

/** The resources that a Task may call. Those of the SDK come step by step: services, then the actions of the one that is typed. */
export function resourceOffers(typed: string, catalogue: SdkCatalogue | null): readonly Offer[] {
  if (!typed.startsWith(sdk))
    return [...known, { label: sdk, kind: 'resource', detail: 'any action of any AWS service' }];
  const [service = '', action] = typed.slice(sdk.length).split(':');
  const own = known.filter(({ label }) => label.startsWith(`${sdk}${service}`));
  const names =
    action === undefined
      ? catalogue?.services()?.map((name) => `${name}:`)
      : catalogue?.actions(service)?.map((name) => `${service}:${name}`);
  const others = (names ?? []).map((name) => `${sdk}${name}`).filter((label) => !knownArns.has(label));
  return [...own, ...others.map((label): Offer => ({ label, kind: 'resource' }))];
}
