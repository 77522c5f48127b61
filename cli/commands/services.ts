import { services as known, type ServiceAction } from '../../shared/services/index';
import { commandOf } from '../command';
import { columns, painted, printed } from '../console';
import { exitCodes } from '../exitCodes';
import { wrongUsage } from '../refusal';
import { nearest } from '../../shared/base/index';

export const services = commandOf({
  operands: 'SERVICE',
  count: [0, Infinity],
  about: `The services with actions of their own: their Resources by integration pattern, errors, and what they are billed by. Every other
action of an AWS SDK works in workflows too; docs/catalogue.md tells of those.`,
  options: { json: { kind: 'flag', help: 'Write everything that is known as JSON.' } },
  examples: [
    ['services', 'Lists all services.'],
    ['services lambda glue', 'Lists the actions of two of them.'],
  ],
  run({ operands, options }, console) {
    for (const name of operands) {
      if (known.some(({ id }) => id === name)) continue;
      const ids = known.map(({ id }) => id);
      const meant = nearest(ids, name);
      const hint = meant === null ? `Known are ${ids.join(', ')}.` : `Did you mean ${meant}?`;
      throw wrongUsage(`There is no service "${name}". ${hint}`);
    }
    const wanted = known.filter(({ id }) => operands.length === 0 || operands.includes(id));
    if (options.json) {
      const list = wanted.map(({ icon: _icon, actions, ...service }) => ({ ...service, actions: actions.map(facts) }));
      console.out(printed(list));
    } else if (operands.length === 0)
      console.out(columns(wanted.map(({ id, label, actions }) => [id, label, `${actions.length} actions`])));
    else
      for (const { label, actions } of wanted) {
        console.out(`${painted(console, 'bold', label)}\n`);
        console.out(columns(actions.flatMap((action) => resourcesOf(action).map((row) => ['', ...row]))));
      }
    return Promise.resolve(exitCodes.ok);
  },
});

function resourcesOf({ id, resources }: ServiceAction): readonly (readonly [string, string, string])[] {
  const rows = Object.entries(resources).map(([pattern, resource]) => [id, pattern, resource] as const);
  return rows.length > 0 ? rows : [[id, 'waitForTaskToken', 'the ARN of the activity']];
}

/** What can be told of an action without a call. */
function facts({ id, label, description, resources, fields, errors, results, price, helpUrl }: ServiceAction) {
  const charges = price.kind === 'noPrice' ? { noPrice: price.why } : { assumptions: price.assumptions };
  return { id, label, description, resources, fields, errors, results, price: charges, helpUrl };
}
