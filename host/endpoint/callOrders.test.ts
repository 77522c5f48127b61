import * as sfn from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chain, role, startEndpoint, type Started } from './testing/startEndpoint';

let started: Started;
beforeAll(async () => {
  started = await startEndpoint();
});
afterAll(() => started.close());

const definition = chain({ A: { Type: 'Pass' } });

describe('the order in which tools call', () => {
  // Source: hashicorp/terraform-provider-aws, internal/service/sfn/state_machine.go, since 5.67.
  it('is that of Terraform: plan, apply, refresh, change, destroy', async () => {
    const { client } = started;
    const plan = () => client.send(new sfn.ValidateStateMachineDefinitionCommand({ definition, type: 'STANDARD' }));
    expect((await plan()).result).toBe('OK');
    const { stateMachineArn } = await client.send(
      new sfn.CreateStateMachineCommand({
        name: 'tf',
        definition,
        roleArn: role,
        type: 'STANDARD',
        publish: false,
        loggingConfiguration: { level: 'OFF', includeExecutionData: false },
        tracingConfiguration: { enabled: false },
        tags: [{ key: 'env', value: 'test' }],
      }),
    );
    const refresh = async () => {
      const described = await client.send(new sfn.DescribeStateMachineCommand({ stateMachineArn }));
      const { stateMachineVersions } = await client.send(new sfn.ListStateMachineVersionsCommand({ stateMachineArn }));
      const { stateMachineAliases } = await client.send(new sfn.ListStateMachineAliasesCommand({ stateMachineArn }));
      const { tags } = await client.send(new sfn.ListTagsForResourceCommand({ resourceArn: stateMachineArn }));
      // Each list has to be there, also where it is empty.
      return {
        definition: described.definition,
        status: described.status,
        stateMachineVersions,
        stateMachineAliases,
        tags,
      };
    };
    const seen = { definition, status: 'ACTIVE', stateMachineVersions: [], stateMachineAliases: [] };
    expect(await refresh()).toEqual({ ...seen, tags: [{ key: 'env', value: 'test' }] });
    await client.send(
      new sfn.UpdateStateMachineCommand({ stateMachineArn, definition, roleArn: role, publish: false }),
    );
    await client.send(new sfn.UntagResourceCommand({ resourceArn: stateMachineArn, tagKeys: ['env'] }));
    expect(await refresh()).toEqual({ ...seen, tags: [] });
    await client.send(new sfn.DeleteStateMachineCommand({ stateMachineArn }));
    await expect(refresh()).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });

  // Source: AWS::Serverless::StateMachine with AutoPublishAlias and DeploymentPreference.
  it('is that of SAM: create, version, alias; then the next version behind the same alias', async () => {
    const { client } = started;
    const { stateMachineArn = '' } = await client.send(
      new sfn.CreateStateMachineCommand({
        name: 'sam',
        definition,
        roleArn: role,
        tags: [{ key: 'stateMachine:createdBy', value: 'SAM' }],
      }),
    );
    const { stateMachineVersionArn: first } = await client.send(
      new sfn.PublishStateMachineVersionCommand({ stateMachineArn }),
    );
    const { stateMachineAliasArn } = await client.send(
      new sfn.CreateStateMachineAliasCommand({
        name: 'live',
        routingConfiguration: [{ stateMachineVersionArn: first, weight: 100 }],
      }),
    );
    const changed = chain({ B: { Type: 'Pass' } });
    const { revisionId } = await client.send(
      new sfn.UpdateStateMachineCommand({ stateMachineArn, definition: changed }),
    );
    const { stateMachineVersionArn: second } = await client.send(
      new sfn.PublishStateMachineVersionCommand({ stateMachineArn, revisionId }),
    );
    await client.send(
      new sfn.UpdateStateMachineAliasCommand({
        stateMachineAliasArn,
        routingConfiguration: [
          { stateMachineVersionArn: second, weight: 10 },
          { stateMachineVersionArn: first, weight: 90 },
        ],
      }),
    );
    await client.send(
      new sfn.UpdateStateMachineAliasCommand({
        stateMachineAliasArn,
        routingConfiguration: [{ stateMachineVersionArn: second, weight: 100 }],
      }),
    );
    await client.send(new sfn.DeleteStateMachineVersionCommand({ stateMachineVersionArn: first }));
    const described = await client.send(new sfn.DescribeStateMachineAliasCommand({ stateMachineAliasArn }));
    expect(described.routingConfiguration).toEqual([{ stateMachineVersionArn: second, weight: 100 }]);
  });
});
