import { accessCall } from '#shared/access/accessCall';
import type { IntegrationPattern } from '#shared/asl/resource';
import type { ServiceAction, ServiceDefinition } from '#shared/services/contract';
import { duration } from '#shared/base/duration';
import { typicalDuration } from '#shared/services/durations';
import { services } from '#shared/services/registry';

const patterns: readonly IntegrationPattern[] = ['requestResponse', 'sync', 'waitForTaskToken'];
const titles: Readonly<Record<IntegrationPattern, string>> = {
  requestResponse: 'request-response',
  sync: '.sync',
  waitForTaskToken: '.waitForTaskToken',
};

/** The page of all services, as Markdown. */
export function servicesPage(): string {
  const actions = services.reduce((count, service) => count + service.actions.length, 0);
  return [
    '# Services',
    '',
    'Generated from the registry by `npm run docs`; do not edit. Request-response works in Standard and Express',
    'workflows; `.sync` and `.waitForTaskToken` in Standard ones only. Every other AWS SDK action is in the catalogue',
    '([catalogue.md](catalogue.md)). What a call typically takes is assumed where its definition names no source; runs, their',
    'bill and their chances go by it.',
    '',
    `${services.length} services with ${actions} actions.`,
    '',
    ...services.flatMap(section),
  ].join('\n');
}

function section(service: ServiceDefinition): string[] {
  return [
    `## ${service.label}`,
    '',
    `${service.category}; ${service.billing === 'either' ? 'serverless or managed' : service.billing}. ${service.billingNote}`,
    '',
    '| Action | Resource | Required arguments | IAM actions | Errors | Typically takes | Price |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...service.actions.map(row),
    '',
  ];
}

function row(action: ServiceAction): string {
  const cells = [
    `\`${action.id}\`<br>${action.description}`,
    resources(action),
    action.fields
      .filter(({ required }) => required)
      .map(({ name }) => name)
      .concat((action.exactlyOneOf ?? []).map((group) => `one of ${group.join(', ')}`))
      .join(', ') || '–',
    iamActions(action).join('<br>') || '–',
    action.errors.slice(0, 6).join('<br>'),
    durations(action),
    action.price.kind === 'noPrice' ? `No price: ${action.price.why}` : priceKeys(action).join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function resources(action: ServiceAction): string {
  if (action.resourceShape !== undefined) return 'ARN of the activity';
  return patterns
    .filter((pattern) => action.resources[pattern] !== undefined)
    .map((pattern) => `${titles[pattern]}: \`${action.resources[pattern] ?? ''}\``)
    .concat((action.otherResources ?? []).map(({ arn }) => `also \`${arn}\``))
    .join('<br>');
}

/** What a run takes an attempt to last; AWS states little of it. */
function durations(action: ServiceAction): string {
  return patterns
    .filter((pattern) => action.resources[pattern] !== undefined)
    .map((pattern) => `${titles[pattern]}: ${duration(typicalDuration(action.resources[pattern] ?? '').seconds)}`)
    .join('<br>');
}

function iamActions(action: ServiceAction): string[] {
  const place = { partition: 'aws', region: '*', account: '*' };
  const names = patterns
    .filter((pattern) => action.resources[pattern] !== undefined)
    .flatMap((pattern) =>
      action
        .access(accessCall(pattern, place, { value: action.arguments, language: 'sent' }))
        .flatMap((statement) => statement.actions),
    );
  return [...new Set(names)];
}

function priceKeys({ price, arguments: given }: ServiceAction): string[] {
  if (price.kind === 'noPrice') return [];
  const usual = (name: string) => price.assumptions.find((each) => each.name === name)?.default ?? 0;
  const charges = price.charges({
    pattern: 'requestResponse',
    arguments: given,
    seconds: 60,
    inputBytes: 1024,
    outputBytes: 1024,
    assume: usual,
  });
  return charges.map(({ price: key }) => key);
}
