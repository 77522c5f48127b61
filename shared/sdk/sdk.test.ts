import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/base/json';
import { checkArguments } from '#shared/services/argumentCheck';
import { closedServices } from '#shared/services/closedServices';
import { readReference } from '#shared/workflow/testing/reference';
import { actionOf, type SdkService } from './format';
import { readIndex, searchActions } from './search';

const folder = join(import.meta.dirname, '../../renderer/public/sdk');
const read = (name: string) => JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as JsonValue;
const index = readIndex(read('index.json.gz'));
const service = (name: string) => read(`${name}.json.gz`) as unknown as SdkService;

describe('the catalogue of SDK actions', () => {
  it('holds over 200 services and 9,000 actions in under 4 MB', () => {
    const actions = index.services.reduce((sum, each) => sum + each.actions.length, 0);
    const bytes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, name) => sum + statSync(join(folder, name)).size,
      0,
    );
    expect(index.services.length).toBeGreaterThanOrEqual(200);
    expect(actions).toBeGreaterThanOrEqual(9000);
    expect(bytes).toBeLessThan(4_000_000);
  });

  it('has a file for every service, with the actions of the index, and every reference leads somewhere', () => {
    for (const { name, actions } of index.services) {
      const file = service(name);
      expect(file.name).toBe(name);
      expect(Object.keys(file.actions)).toEqual(actions);
      const references = JSON.stringify(file).matchAll(/\["(o|e)",(\d+)\]/g);
      for (const [, kind, number] of references) {
        expect(Number(number)).toBeLessThan((kind === 'o' ? file.structures : file.enums).length);
      }
    }
  });

  it.each([
    ['put item', 'dynamodb:putItem'],
    ['putItem', 'dynamodb:putItem'],
    ['startCrawler', 'glue:startCrawler'],
    ['start crawler glue', 'glue:startCrawler'],
    ['glue start crawler', 'glue:startCrawler'],
    ['step functions start execution', 'sfn:startExecution'],
    ['sfn describe execution', 'sfn:describeExecution'],
    ['s3 get object', 's3:getObject'],
    ['list objects v2', 's3:listObjectsV2'],
    ['parameter store get parameter', 'ssm:getParameter'],
    ['logs put log events', 'cloudwatchlogs:putLogEvents'],
    ['putItm', 'dynamodb:putItem'],
    ['dynamodb put itme', 'dynamodb:putItem'],
    ['satrtCrawler', 'glue:startCrawler'],
  ])('%s finds %s first', (query, first) => {
    const [hit] = searchActions(index, query, 5);
    expect(hit && `${hit.service}:${hit.action}`).toBe(first);
  });

  it.each([
    ['s3', 's3'],
    ['sfn', 'sfn'],
    ['step functions', 'sfn'],
    ['cloudwatch logs', 'cloudwatchlogs'],
    ['secrets', 'secretsmanager'],
  ])('%s finds actions of %s first', (query, name) => {
    expect(new Set(searchActions(index, query, 5).map((hit) => hit.service))).toEqual(new Set([name]));
  });

  it('finds nothing where nothing is meant, and as many as asked at most', () => {
    expect(searchActions(index, 'zzzz', 5)).toEqual([]);
    expect(searchActions(index, '  ', 5)).toEqual([]);
    expect(searchActions(index, 'list', 7)).toHaveLength(7);
  });

  it('gives the fields of an action with nested types', () => {
    const action = actionOf(service('dynamodb'), 'putItem');
    expect(action?.fields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['TableName', 'Item']);
    expect(action?.fields.find(({ name }) => name === 'ReturnValues')?.type).toMatchObject({ kind: 'enum' });
    expect(action?.errors).toContain('DynamoDb.ConditionalCheckFailedException');
    expect(actionOf(service('dynamodb'), 'putItems')).toBeNull();
  });

  it('checks arguments of an action', () => {
    const fields = actionOf(service('glue'), 'startCrawler')?.fields ?? [];
    expect(checkArguments(fields, { Name: 'x' }, 'JSONPath')).toEqual([]);
    // A name with other capitals is the field that it means.
    expect(checkArguments(fields, { name: 'x' }, 'JSONPath')).toEqual([
      { at: ['name'], message: '“name” is written Name here.', rename: 'Name' },
    ]);
  });

  it('spells names as Step Functions does', () => {
    const s3 = actionOf(service('s3'), 'putObject');
    // Of capitals only the leading run is one word, as in the SDK for Java.
    const names = s3?.fields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['SsekmsKeyId', 'ContentMD5', 'SseCustomerKeyMD5']));
    expect(s3?.fields.map(({ name }) => name)).toContain('Bucket');
    expect(actionOf(service('s3'), 'getObject')?.errors).toContain('S3.NoSuchKeyException');
    expect(actionOf(service('rds'), 'startDBInstance')?.fields[0]?.name).toBe('DbInstanceIdentifier');
  });
});

const facts = readReference('services/integrations.json') as unknown as {
  awsSdkServices: { rows: { sdkName: string; exceptionPrefix: string | null }[] };
} | null;

describe.runIf(facts !== null)("AWS's list of services", () => {
  const listed = facts?.awsSdkServices.rows ?? [];

  it('is in the catalogue, but for closed services, with the same exception prefix', () => {
    const prefixes = new Map(index.services.map(({ name }) => [name, service(name).prefix]));
    const differing = listed
      .filter(({ sdkName }) => !closedServices.has(sdkName))
      .filter(({ sdkName, exceptionPrefix }) => {
        const prefix = prefixes.get(sdkName);
        return prefix === undefined || (exceptionPrefix !== null && prefix !== exceptionPrefix);
      })
      .map(
        ({ sdkName, exceptionPrefix }) => `${sdkName} ${exceptionPrefix ?? ''} ${prefixes.get(sdkName) ?? 'missing'}`,
      );
    expect(differing).toEqual([]);
  });
});
