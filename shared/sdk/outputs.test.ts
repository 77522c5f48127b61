import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/base/index';
import { checkResult } from '#shared/services/results/checkResult';
import { services } from '#shared/services/registry';
import { stubWorker } from '#shared/simulator/index';
import type { TaskRequest } from '#shared/states/index';
import { readIndex } from './search';
import { published, publishedFolder, publishedResults } from './testing/published';

const index = readIndex(published('index'));
const folder = join(publishedFolder, 'outputs');

describe('what the actions of the SDK answer', () => {
  it('is a file of 50 kB at most for every service', () => {
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(sizes).toHaveLength(index.services.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(50_000);
  });

  it('is what the stub answers, for every action: required members, types, enums', () => {
    const stub = stubWorker(1, publishedResults);
    const wrong: string[] = [];
    let actions = 0;
    for (const { name, actions: all } of index.services) {
      for (const action of all) {
        actions++;
        const resource = `arn:aws:states:::aws-sdk:${name}:${action}`;
        const shape = publishedResults(resource);
        const answer = stub(requestOf(resource, `aws-sdk:${name}`, action));
        const outcome = 'outcome' in answer ? answer.outcome : undefined;
        const problem =
          shape && outcome?.kind === 'success' ? checkResult(shape, outcome.output, true) : 'It has no answer.';
        if (problem !== undefined) wrong.push(`${name}:${action}: ${problem}`);
      }
    }
    expect(actions).toBe(19_395);
    expect(wrong).toEqual([]);
  }, 60_000);

  const samples = services.flatMap(({ actions }) =>
    actions.flatMap(({ resources, results }) =>
      (['requestResponse', 'sync'] as const).flatMap((pattern): [string, JsonValue][] => {
        const [resource, result] = [resources[pattern], results[pattern]];
        return resource !== undefined && result !== undefined && publishedResults(resource) ? [[resource, result]] : [];
      }),
    ),
  );

  it('is what samples of services are like', () => {
    expect(samples.length).toBeGreaterThan(80);
    const wrong = samples.flatMap(([resource, result]) => {
      const shape = publishedResults(resource);
      const problem = shape && checkResult(shape, timesAsText(result), false);
      return problem ? [`${resource}: ${problem}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('has the members of samples of services: the result is that of the call that it is taken for', () => {
    // What the integration adds, by AWS's guides of Glue, EMR and EMR Serverless.
    const added = ['SdkHttpMetadata', 'SdkResponseMetadata', 'JobName', 'ClusterId', 'ApplicationId'];
    const wrong = samples.flatMap(([resource, result]) => {
      const shape = publishedResults(resource);
      const names = shape?.kind === 'structure' ? shape.members.map(({ name }) => name) : [];
      const unknown = Object.keys(result as object).filter((name) => !names.includes(name) && !added.includes(name));
      return unknown.length > 0 ? [`${resource}: ${unknown.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('is the last page of a list, and tells of no failure', () => {
    const answer = stubWorker(
      1,
      publishedResults,
    )(requestOf('arn:aws:states:::aws-sdk:glue:getTables', 'aws-sdk:glue', 'getTables'));
    const output = 'outcome' in answer && answer.outcome?.kind === 'success' ? answer.outcome.output : null;
    expect(output).toMatchObject({ TableList: [{ Name: 'sample-Name' }] });
    expect(output).not.toHaveProperty('NextToken');
  });
});

/** Optimized integrations give times as numbers where the API model has a timestamp. */
function timesAsText(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value), (key, each: JsonValue) =>
    /(Time|Date|On)$/.test(key) && typeof each === 'number' && each > 1e9 ? String(each) : each,
  ) as JsonValue;
}

function requestOf(resource: string, resourceType: string, action: string): TaskRequest {
  return {
    resource,
    resourceType,
    action,
    pattern: 'requestResponse',
    parameters: {},
    time: 0,
  } as unknown as TaskRequest;
}
