import { machineOf, neededRole, policyOf, trustPolicy, type NeededStatement } from '../../shared/access/index';
import { stateName } from '../../shared/workflow/index';
import { commandOf } from '../command';
import { painted, printed, type Console } from '../console';
import { exitCodes } from '../exitCodes';
import { machineOption, oneWorkflow } from '../workflows/choose';

export const role = commandOf({
  operands: 'FILE',
  count: [1, 1],
  about: `The least that the execution role must allow, each statement with the states that need it. --json writes it as policies that can be
attached. Whether a policy of yours would do is found out by "stepwright run --policy".`,
  options: {
    machine: machineOption,
    logging: { kind: 'flag', help: 'The state machine writes its history to CloudWatch Logs.' },
    tracing: { kind: 'flag', help: 'Executions are traced by X-Ray.' },
    json: { kind: 'flag', help: 'Write the policies (permissions, trust, other roles) and what is unclear as JSON.' },
  },
  examples: [
    ['role orders.asl.json', 'Lists what it needs, with reasons.'],
    ['role orders.asl.json --json | jq .policy > role.json', 'Writes the policy.'],
  ],
  async run({ operands: [operand = ''], options: { machine, logging, tracing, json } }, console) {
    const { document, name } = await oneWorkflow(operand, machine, console);
    const place = machineOf(name, document.definition);
    const { statements, otherRoles, unclear } = neededRole(document.definition, { ...place, logging, tracing });
    if (json) {
      const others = otherRoles.map((other) => ({ arn: other.arn, policy: policyOf(other.statements) }));
      const open = unclear.map(({ step, why }) => ({ state: stateName(step), why }));
      console.out(
        printed({ policy: policyOf(statements), trust: trustPolicy(place), otherRoles: others, unclear: open }),
      );
      return exitCodes.ok;
    }
    if (statements.length === 0 && otherRoles.length === 0) console.out('It needs no permissions.\n');
    report(statements, console);
    for (const other of otherRoles) {
      console.out(`\n${painted(console, 'bold', `${other.arn ?? 'A role that the run decides'} needs`)}\n`);
      report(other.statements, console);
    }
    for (const { step, why } of unclear) console.out(`\nUnclear: ${stateName(step)}: ${why}\n`);
    return exitCodes.ok;
  },
});

function report(statements: readonly NeededStatement[], console: Console): void {
  for (const { actions, resources, condition, steps, why, derived } of statements) {
    console.out(
      `${painted(console, 'bold', actions.join(', '))}${derived ? ' (from the name of the API: check it)' : ''}\n`,
    );
    for (const resource of resources) console.out(`  on ${resource}\n`);
    if (condition !== null) console.out(`  if ${JSON.stringify(condition)}\n`);
    for (const each of why) console.out(`  ${each}\n`);
    if (steps.length > 0) console.out(`  ${painted(console, 'dim', `for ${steps.map(stateName).join(', ')}`)}\n`);
  }
}
