import { ApiError, invalid } from '../apiError';
import { readMachineArn } from '../arns';
import { seconds, type ApiState } from '../apiState';
import type { Handlers } from '../call';
import { pageOf } from '../paging';
import type { AliasRecord } from '../records';
import type { ApiShape } from '../types';

type Routing = ApiShape<'RoutingConfigurationList'>;

export const aliases: Handlers<
  | 'CreateStateMachineAlias'
  | 'UpdateStateMachineAlias'
  | 'DescribeStateMachineAlias'
  | 'DeleteStateMachineAlias'
  | 'ListStateMachineAliases'
> = {
  CreateStateMachineAlias({ state }, { name, description, routingConfiguration }) {
    const machineArn = checkRouting(state, routingConfiguration);
    state.activeMachine(machineArn);
    const arn = `${machineArn}:${name}`;
    const now = state.now();
    const alias = { arn, machineArn, name, description, routing: routingConfiguration };
    const existing = state.aliases.get(arn);
    if (existing !== undefined) {
      if (existing.description !== description || !isSame(existing.routing, routingConfiguration))
        throw new ApiError(
          'ConflictException',
          'Failed to create alias because an alias with the same name and a different routing configuration already exists.',
        );
      return { stateMachineAliasArn: arn, creationDate: seconds(existing.creationDate) };
    }
    if (state.aliasesOf(machineArn).length >= state.limits.aliases)
      throw new ApiError(
        'ServiceQuotaExceededException',
        `The number of aliases of '${machineArn}' exceeds ${state.limits.aliases}`,
      );
    state.aliases.put(arn, { ...alias, creationDate: now, updateDate: now });
    return { stateMachineAliasArn: arn, creationDate: seconds(now) };
  },

  UpdateStateMachineAlias({ state }, { stateMachineAliasArn, description, routingConfiguration }) {
    const alias = aliasOf(state, stateMachineAliasArn);
    state.activeMachine(alias.machineArn);
    if (description === undefined && routingConfiguration === undefined)
      throw invalid(
        'Either the description or the RoutingConfiguration must be specified',
        'MISSING_REQUIRED_PARAMETER',
      );
    if (routingConfiguration !== undefined && checkRouting(state, routingConfiguration) !== alias.machineArn)
      throw invalid('Routing configuration must contain versions of the state machine of the alias', routingReason);
    const updateDate = state.now();
    state.aliases.put(alias.arn, {
      ...alias,
      description: description ?? alias.description,
      routing: routingConfiguration ?? alias.routing,
      updateDate,
    });
    return { updateDate: seconds(updateDate) };
  },

  DescribeStateMachineAlias({ state }, { stateMachineAliasArn }) {
    const alias = aliasOf(state, stateMachineAliasArn);
    return {
      stateMachineAliasArn,
      name: alias.name,
      ...(alias.description === undefined ? {} : { description: alias.description }),
      routingConfiguration: alias.routing,
      creationDate: seconds(alias.creationDate),
      updateDate: seconds(alias.updateDate),
    };
  },

  DeleteStateMachineAlias({ state }, { stateMachineAliasArn }) {
    state.aliases.remove(aliasOf(state, stateMachineAliasArn).arn);
    return {};
  },

  ListStateMachineAliases({ state }, request) {
    const { machineArn, qualifier } = readMachineArn(request.stateMachineArn);
    state.activeMachine(machineArn);
    const all = state
      .aliasesOf(machineArn)
      .filter(
        ({ routing }) =>
          qualifier === undefined ||
          routing.some(({ stateMachineVersionArn }) => stateMachineVersionArn === request.stateMachineArn),
      );
    const { items, ...next } = pageOf(request, `aliases ${machineArn}`, state.now(), all, ({ arn }) => arn);
    return {
      stateMachineAliases: items.map(({ arn, creationDate }) => ({
        stateMachineAliasArn: arn,
        creationDate: seconds(creationDate),
      })),
      ...next,
    };
  },
};

/** @throws ApiError InvalidArn, ResourceNotFound */
function aliasOf(state: ApiState, arn: string): AliasRecord {
  readMachineArn(arn);
  const alias = state.aliases.get(arn);
  if (alias === undefined)
    throw new ApiError('ResourceNotFound', 'Request references a resource that does not exist.', { resourceName: arn });
  return alias;
}

const routingReason = 'INVALID_ROUTING_CONFIGURATION';

/**
 * Checks that the versions are there, distinct and of one machine, and that their weights make 100.
 * @returns the ARN of their machine
 * @throws ApiError ValidationException, InvalidArn, ResourceNotFound
 */
function checkRouting(state: ApiState, routing: Routing): string {
  const arns = routing.map(({ stateMachineVersionArn }) => stateMachineVersionArn);
  const read = arns.map(readMachineArn);
  if (new Set(arns).size < arns.length)
    throw invalid(
      `Routing configuration must contain distinct state machine version ARNs. Received: [${arns.join(', ')}]`,
      routingReason,
    );
  const sum = routing.reduce((all, { weight }) => all + weight, 0);
  if (sum !== 100)
    throw invalid(`Sum of routing configuration weights must equal 100. Received: ${sum}`, routingReason);
  const [first, second] = read;
  if (second !== undefined && first?.machineArn !== second.machineArn)
    throw invalid(
      `Routing configuration must contain versions of one state machine. Received: [${arns.join(', ')}]`,
      routingReason,
    );
  for (const arn of arns)
    if (state.versions.get(arn) === undefined)
      throw new ApiError('ResourceNotFound', 'Request references a resource that does not exist.', {
        resourceName: arn,
      });
  return first?.machineArn ?? '';
}

function isSame(a: Routing, b: Routing): boolean {
  const weights = (routing: Routing): string =>
    JSON.stringify(routing.map(({ stateMachineVersionArn, weight }) => [stateMachineVersionArn, weight]).sort());
  return weights(a) === weights(b);
}
