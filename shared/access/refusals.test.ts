import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SdkService } from '../sdk/format';
import { namedResource } from './namedResource';
import { exceptionPrefix, sdkRefusal } from './sdkRefusals';
import { isConfirmed } from './unconfirmedActions';

const folder = join(import.meta.dirname, '../../renderer/public/sdk');
const services = readdirSync(folder)
  .filter((name) => name.endsWith('.json.gz') && name !== 'index.json.gz')
  .map((name) => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as SdkService);

describe('how SDK integrations refuse', () => {
  it('begins with the prefix that the catalogue has, for every service', () => {
    expect(services.filter(({ name, prefix }) => exceptionPrefix(name) !== prefix)).toEqual([]);
  });

  it.each([
    ['cognitoidentityprovider', 'CognitoIdentityProvider.AccessDeniedException', 400],
    ['ecs', 'Ecs.AccessDeniedException', 400],
    ['glue', 'Glue.AccessDeniedException', 400],
    ['s3', 'S3.S3Exception', 403],
    ['sns', 'Sns.SnsException', 403],
    ['eks', 'Eks.AccessDeniedException', 403],
  ] as const)('%s by %s and %s', (service, error, status) => {
    expect(sdkRefusal(service)).toEqual({ error, status });
  });

  it('by its own name where the API has one', () => {
    const modelled = services.filter(({ name }) => sdkRefusal(name).error.endsWith('.AccessDeniedException'));
    expect(modelled.filter(({ prefix, errors }) => !errors.includes(`${prefix}.AccessDeniedException`))).toEqual([]);
    expect(modelled.length).toBeGreaterThan(200);
  });
});

describe('actions of IAM that are named after an API', () => {
  it.each([
    ['glue', 'getCrawler', true],
    ['ecs', 'describeTasks', true],
    ['iot', 'createThing', true],
    ['dynamodb', 'executeStatement', false],
    ['apigateway', 'getRestApis', false],
    ['budgets', 'describeBudgets', false],
    ['s3', 'headObject', true],
  ] as const)('%s %s exist: %s', (service, action, exists) => {
    expect(isConfirmed(service, action)).toBe(exists);
  });

  it('exist for most of the catalogue', () => {
    const all = services.flatMap(({ name, actions }) =>
      Object.keys(actions).map((action) => isConfirmed(name, action)),
    );
    expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.9);
  });
});

const place = { partition: 'aws', region: 'eu-west-1', account: '123456789012' };
it.each([
  ['glue:StartJobRun', { JobName: 'etl' }, 'arn:aws:glue:eu-west-1:123456789012:job/etl'],
  ['glue:GetCrawler', { Name: 'c' }, 'arn:aws:glue:eu-west-1:123456789012:crawler/c'],
  ['glue:GetCrawlers', {}, '*'],
  ['sns:ListTopics', { Name: 'c' }, '*'],
])('a refusal of %s names %j as %s', (action, parameters, resource) => {
  expect(namedResource(action, parameters, place)).toBe(resource);
});
