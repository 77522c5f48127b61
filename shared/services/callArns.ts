import type { AccessCall, AccessStatement } from './contract';

/** A function, and its versions and aliases unless one is named. */
export function functionArns(call: AccessCall): readonly string[] {
  const arn = call.arn('FunctionName', 'lambda.function');
  // Source: AWS Lambda developer guide, "Using Lambda function versions", "Granting permissions": a call with a
  // qualifier is made on the version or alias.
  if (call.given('Qualifier') && call.part('FunctionName', 'lambda.function', 'qualifier') === '*') {
    return [`${arn}:${call.literal('Qualifier') ?? '*'}`];
  }
  if (arn.endsWith('*') || call.part('FunctionName', 'lambda.function', 'qualifier') !== '*') return [arn];
  return [arn, `${arn}:*`];
}

/** The object that `Bucket` and `Key` name. */
export function objectArn(call: AccessCall): string {
  const bucket = call.part('Bucket', 's3.bucket', 'bucket');
  return call.build('s3.object', { bucket, key: call.literal('Key') ?? '*' });
}

/** The object that `CopySource` names: `bucket/key`, perhaps with a version. */
export function sourceArn(call: AccessCall): string {
  const source = call.literal('CopySource');
  const [bucket = '*', ...key] = source === null ? [] : source.replace(/^\//, '').replace(/\?.*$/, '').split('/');
  return call.build('s3.object', { bucket, key: key.length === 0 ? '*' : key.join('/') });
}

/** All executions of the state machine that `StateMachineArn` names. */
export function executionsOf(call: AccessCall): string {
  const part = (name: string) => call.part('StateMachineArn', 'states.stateMachine', name);
  return call.build('states.execution', {
    region: part('region'),
    account: part('account'),
    name: part('name'),
    execution: '*',
  });
}

/** The object that an argument names as `s3://bucket/key`. */
export function s3UriArn(call: AccessCall, path: string): string {
  const [, bucket = '*', key = '*'] = /^s3:\/\/([^/]+)\/(.+)$/.exec(call.literal(path) ?? '') ?? [];
  return call.build('s3.object', { bucket, key });
}

/**
 * A task definition; without a revision the latest, which AWS finds before it asks for the permission.
 * Source: Amazon ECS API reference, RunTask, taskDefinition.
 */
export function taskDefinitionArn(call: AccessCall): string {
  const arn = call.arn('TaskDefinition', 'ecs.taskDefinition');
  const open = arn.endsWith('*') || call.part('TaskDefinition', 'ecs.taskDefinition', 'revision') !== '*';
  return open ? arn : `${arn}:*`;
}

/** The buses that the entries of PutEvents name: the default one where an entry names none. */
export function eventBusArns(call: AccessCall): readonly string[] {
  // Source: Amazon EventBridge API reference, PutEvents: up to ten entries.
  const entries = Array.from({ length: 10 }, (_, index) => `Entries.${index}`).filter((path) => call.given(path));
  if (entries.length === 0) return [call.build('events.eventBus', { name: '*' })];
  const buses = entries.map((path) =>
    call.given(`${path}.EventBusName`)
      ? call.arn(`${path}.EventBusName`, 'events.eventBus')
      : call.build('events.eventBus', { name: 'default' }),
  );
  return [...new Set(buses)];
}

/** The EKS cluster that a call works on. */
export function eksCluster(call: AccessCall): string {
  return call.arn(call.given('ClusterName') ? 'ClusterName' : 'Name', 'eks.cluster');
}

/** What a call of API Gateway invokes. */
export function apiArn(call: AccessCall): string {
  const [api = '*'] = call.literal('ApiEndpoint')?.split('.') ?? [];
  const path = call.given('Path') ? (call.literal('Path') ?? '*').replace(/^\//, '') : '*';
  return call.build('apigateway.execute', {
    api,
    stage: call.given('Stage') ? (call.literal('Stage') ?? '*') : '*',
    method: call.literal('Method') ?? '*',
    path: path === '' ? '*' : path,
  });
}

/** A foundation model by id, or whatever model the ARN names. */
export function modelArn(call: AccessCall): string {
  const id = call.literal('ModelId');
  return id?.startsWith('arn:') ? id : call.build('bedrock.foundationModel', { id: id ?? '*' });
}

/** A secret by name or ARN; Secrets Manager ends ARNs with six characters of its own. */
export function secretArn(call: AccessCall): string {
  const id = call.literal('SecretId');
  if (id?.startsWith('arn:')) return id;
  return call.build('secretsmanager.secret', { path: id === null ? '*' : `${id}-*` });
}

/** A parameter by its name, which may start with a slash. */
export function parameterArn(call: AccessCall): string {
  const name = call.literal('Name');
  if (name?.startsWith('arn:')) return name;
  return call.build('ssm.parameter', { path: name === null ? '*' : name.replace(/^\//, '') });
}

/** An HTTP task may be held to its method and address. Source: AWS developer guide, "Permissions to run an HTTP task". */
export function httpCondition(call: AccessCall): NonNullable<AccessStatement['condition']> {
  const endpoint = call.literal('ApiEndpoint');
  const method = call.literal('Method');
  return {
    ...(method === null ? {} : { StringEquals: { 'states:HTTPMethod': method } }),
    ...(endpoint === null ? {} : { StringLike: { 'states:HTTPEndpoint': `${endpoint.replace(/\?.*$/, '')}*` } }),
  };
}
