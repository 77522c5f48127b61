import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isArray, isObject, own, type JsonObject, type JsonValue } from '../base/json';
import { actionOf, type SdkService } from '../sdk/format';
import { readReference } from '../workflow/testing/reference';
import { checkArguments } from './argumentCheck';
import { parseArn } from './arns/arn';
import type { ArnShapeId } from './arns/shapes';
import type { PricedCall } from './contract';
import { readResource } from './resource';

/** Cases of services, ARNs, the catalogue and prices, where they are; each right value is a test of its own besides. */
const read = readReference('cases/services.json');
const cases = (isArray(read) ? (read as readonly JsonValue[]) : []).filter(isObject);
const of = (area: string) => cases.filter((each) => each['area'] === area);
const names = (list: readonly JsonObject[]) => list.map(({ name }) => String(name as string));
const inputOf = (each: JsonObject): JsonObject => own(each, 'input') as JsonObject;

/** Units of the charges of a call, by price. */
function units(resource: string, given: JsonObject, call: Partial<PricedCall> = {}): readonly number[] {
  const found = readResource(`arn:aws:states:::${resource}`);
  if (found.kind !== 'action' || found.action.price.kind !== 'priced') throw new Error(`${resource} has no price`);
  const { charges, assumptions } = found.action.price;
  return charges({
    pattern: found.pattern,
    arguments: given,
    seconds: 0,
    inputBytes: 100,
    outputBytes: 100,
    assume: (name) => assumptions.find((each) => each.name === name)?.default ?? 0,
    ...call,
  }).map((charge) => charge.units);
}

/** Each case of a bill by its name: what it comes to here, and what is right. */
const bills: Readonly<Record<string, () => readonly [readonly number[], readonly number[]]>> = {
  'cost glue G.12X': () => [
    units('glue:startJobRun.sync', { WorkerType: 'G.12X', NumberOfWorkers: 2 }, { seconds: 90 }),
    [0.6],
  ],
  'cost glue G.16X': () => [
    units('glue:startJobRun.sync', { WorkerType: 'G.16X', NumberOfWorkers: 1 }, { seconds: 3600 }),
    [16],
  ],
  'cost putRecords 20 small records': () => [
    units('aws-sdk:kinesis:putRecords', { Records: Array.from({ length: 20 }, () => ({ Data: 'x' })) }),
    [20],
  ],
  'cost getItem eventually consistent': () => [units('dynamodb:getItem', { ConsistentRead: false }), [0.5]],
  'cost emr serverless 30 s': () => [units('emr-serverless:startJobRun.sync', {}, { seconds: 30 }), [12 / 60, 48 / 60]],
  'cost startSyncExecution under 100 ms': () => [units('aws-sdk:sfn:startSyncExecution', {}), [1, 0.1 / 16]],
  'cost athena minimum': () => [units('athena:startQueryExecution', {}, { assume: () => 0.001 }), [10 / 1024 / 1024]],
};

describe.runIf(cases.length > 0)('the reference cases of services', () => {
  it('are ARNs that are taken or refused', () => {
    const list = of('arn');
    const missed = list.filter((each) => {
      const { shape, text } = inputOf(each);
      const taken = parseArn(String(text as string), shape as ArnShapeId).ok;
      return taken !== String(own(each, 'expect') as string).startsWith('taken');
    });
    expect(list.length).toBeGreaterThan(5);
    expect(names(missed)).toEqual([]);
  });

  it('are names of fields as Step Functions spells them', () => {
    const list = of('sdk catalogue');
    const missed = list.filter((each) => {
      const { service, action } = inputOf(each);
      const file = join(import.meta.dirname, `../../renderer/public/sdk/${String(service as string)}.json.gz`);
      const found = actionOf(
        JSON.parse(gunzipSync(readFileSync(file)).toString()) as SdkService,
        String(action as string),
      );
      return !found?.fields.some(({ name }) => name === own(each, 'expect'));
    });
    expect(list.length).toBeGreaterThan(5);
    expect(names(missed)).toEqual([]);
  });

  it('are arguments that are known', () => {
    const list = of('services');
    const missed = list.filter((each) => {
      const glue = readResource('arn:aws:states:::glue:startJobRun');
      const given = { JobName: 'etl', NumberOfWorkers: 1, ...inputOf(each) };
      return glue.kind !== 'action' || checkArguments(glue.action.fields, given, 'JSONPath').length > 0;
    });
    expect(list.length).toBeGreaterThan(0);
    expect(names(missed)).toEqual([]);
  });

  it('are bills', () => {
    const list = of('cost');
    expect(names(list).sort()).toEqual(Object.keys(bills).sort());
    for (const name of names(list)) {
      const [units_ = [], right = []] = bills[name]?.() ?? [];
      expect([name, units_.map((each) => each.toFixed(9))]).toEqual([name, right.map((each) => each.toFixed(9))]);
    }
  });
});
