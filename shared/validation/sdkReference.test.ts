import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../base/json';
import { actionOf, type SdkService } from '../sdk/format';
import { readIndex, serviceIn } from '../sdk/search';
import type { SdkCatalogue } from '../services/registry';
import { referenceDefinitions } from '../workflow/testing/reference';
import { validateDefinition } from './registry';

const folder = join(import.meta.dirname, '../../renderer/public/sdk');
const read = (name: string) =>
  JSON.parse(gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString()) as JsonValue;
const index = readIndex(read('index'));

/** The whole catalogue, as the window has it once everything has arrived. */
const loaded: SdkCatalogue = {
  services: () => index.services.map(({ name }) => name),
  actions: (service) => serviceIn(index, service)?.actions ?? null,
  fields: (service, action) =>
    serviceIn(index, service) ? (actionOf(read(service) as unknown as SdkService, action)?.fields ?? null) : null,
  result: () => null,
};

const definitions = referenceDefinitions();

/** The rules that ask the catalogue. */
const judgedByCatalogue = new Set(['INVALID_RESOURCE', 'INVALID_ARGUMENT']);

describe.runIf(definitions.length > 0)('definitions that AWS took', () => {
  it('get no error from the catalogue', () => {
    const wrong = definitions.flatMap(({ name, text }) =>
      validateDefinition(JSON.parse(text) as JsonObject, loaded)
        .filter(({ rule, severity }) => severity === 'error' && judgedByCatalogue.has(rule))
        .map(({ at, message }) => `${name} ${at.join('/')}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe.runIf(definitions.length > 0)('names of arguments in definitions that AWS took', () => {
  it('have the capitals of the catalogue', () => {
    const wrong = definitions.flatMap(({ name, text }) =>
      validateDefinition(JSON.parse(text) as JsonObject, loaded)
        .filter(({ message }) => message.includes(' is written '))
        .map(({ at, message }) => `${name} ${at.join('/')}: ${message}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a definition with wrong SDK calls', () => {
  const task = (Resource: string, Parameters: JsonObject): JsonObject => ({
    StartAt: 'Call',
    States: { Call: { Type: 'Task', Resource, Parameters, End: true } },
  });
  const putItem = 'arn:aws:states:::aws-sdk:dynamodb:putItem';
  const judged = (definition: JsonObject) =>
    validateDefinition(definition, loaded).map(({ rule, at, fix }) => ({ rule, at: at.join('/'), fix: fix?.value }));

  it.each<[string, JsonObject, ReturnType<typeof judged>]>([
    [
      'a misspelt action',
      task('arn:aws:states:::aws-sdk:dynamodb:putItm', {}),
      [{ rule: 'INVALID_RESOURCE', at: 'States/Call/Resource', fix: putItem }],
    ],
    [
      'a misspelt argument',
      task(putItem, { TableNam: 'orders', Item: {} }),
      [
        { rule: 'INVALID_ARGUMENT', at: 'States/Call/Parameters/TableNam', fix: { TableName: 'orders', Item: {} } },
        { rule: 'INVALID_ARGUMENT', at: 'States/Call/Parameters', fix: undefined },
      ],
    ],
    [
      'other capitals',
      task(putItem, { 'tableName.$': '$.t', Item: {} }),
      [
        {
          rule: 'INVALID_ARGUMENT',
          at: 'States/Call/Parameters/tableName.$',
          fix: { 'TableName.$': '$.t', Item: {} },
        },
      ],
    ],
    [
      'a missing argument',
      task(putItem, { TableName: 'orders' }),
      [{ rule: 'INVALID_ARGUMENT', at: 'States/Call/Parameters', fix: undefined }],
    ],
    [
      'an argument of another type',
      task(putItem, { TableName: 7, Item: {} }),
      [{ rule: 'INVALID_ARGUMENT', at: 'States/Call/Parameters/TableName', fix: undefined }],
    ],
    ['placeholders', task('arn:aws:states:::aws-sdk:dynamodb:${Action}', { TableNam: '${Table}' }), []],
    ['paths', task(putItem, { 'TableName.$': '$.table', 'Item.$': '$.item' }), []],
  ])('with %s', (_, definition, problems) => {
    expect(judged(definition)).toEqual(problems);
  });
});
