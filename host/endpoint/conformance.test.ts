import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadComparer } from '#shared/simulator/testing/conformance/comparer';
import type { RecordedCase } from '#shared/simulator/testing/conformance/caseData';
import {
  mockFileOf,
  runCasesAtEndpoint,
  runsAtEndpoint,
} from '#shared/simulator/testing/conformance/endpointExecutions';
import { runApiCases, type RecordedCall } from '#shared/simulator/testing/conformance/endpointApiCases';
import { startEndpoint, type Started } from './testing/startEndpoint';

/** Recordings of real AWS, where the reference data lies beside the project. The project passes without them. */
const folder = join(import.meta.dirname, '../../../shared/conformance/open');

describe.skipIf(!existsSync(folder))('recordings of AWS, through the protocol', () => {
  let started: Started;
  beforeAll(async () => {
    started = await startEndpoint({ accountId: '111111111111' });
  });
  afterAll(() => started.close());

  it('give the same codes and messages of refused calls', async () => {
    const calls = JSON.parse(readFileSync(join(folder, 'validation.json'), 'utf8')) as RecordedCall[];
    const results = await runApiCases(started.endpoint.url, await loadComparer(folder), calls);
    const failed = results.filter(({ differences }) => differences.length > 0);
    expect(results).toHaveLength(47);
    expect(failed.length / results.length, JSON.stringify(failed, null, 1)).toBeLessThanOrEqual(0.05);
  });

  it('give the same histories as in process', async () => {
    const all = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as RecordedCase[];
    const cases = all.filter(runsAtEndpoint);
    expect(cases.length).toBeGreaterThan(500);
    const mocked = await startEndpoint({ accountId: '111111111111', api: { mocks: mockFileOf(cases) } });
    const results = await runCasesAtEndpoint(mocked.endpoint.url, await loadComparer(folder), cases);
    await mocked.close();
    const failed = results.filter(({ differences }) => differences.length > 0);
    expect(failed.length / results.length, JSON.stringify(failed, null, 1)).toBeLessThanOrEqual(0.02);
  }, 120_000);
});
