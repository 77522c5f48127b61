import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventTable } from '../history/eventTable';
import { stateTypes } from '../states/stateTypes';
import { goldenText, runGolden, type Golden } from './testing/golden';

/**
 * Small machines of our own with their whole histories, one file each, found by folder. UPDATE_GOLDENS=1 writes the
 * histories anew: read the difference before it is committed, each line is a statement of what AWS does.
 */
const folder = join(import.meta.dirname, 'goldens');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort();
const update = process.env['UPDATE_GOLDENS'] === '1';
const read = (name: string): Golden => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Golden;

describe('golden histories', () => {
  it.each(names)('%s', async (name) => {
    const golden = read(name);
    const result = await runGolden(golden);
    if (update) writeFileSync(join(folder, name), goldenText(golden, result));
    else expect(JSON.parse(JSON.stringify(result))).toEqual(golden.expected);
  });
});

describe.skipIf(update)('together the goldens cover', () => {
  const all = names.map(read);
  const events = all.flatMap(({ expected }) => [
    ...(expected?.events ?? []),
    ...(expected?.children ?? []).flatMap((child) => child.events),
  ]);
  const types = new Set(events.map((event) => event.type));

  it('every state type in both query languages', () => {
    for (const type of Object.keys(stateTypes)) expect(types).toContain(`${type}StateEntered`);
    const jsonata = all
      .filter(({ definition }) => definition['QueryLanguage'] === 'JSONata')
      .map((one) => one.definition);
    for (const type of Object.keys(stateTypes)) expect(JSON.stringify(jsonata)).toContain(`"Type":"${type}"`);
  });

  it('every event, but for failures before a task is started', () => {
    const missing = Object.keys(eventTable).filter((type) => !types.has(type));
    // What is known of AWS does not say which events stand before these.
    expect(missing.sort()).toEqual([
      'ActivityScheduleFailed',
      'LambdaFunctionScheduleFailed',
      'LambdaFunctionStartFailed',
      'MapRunAborted',
      'TaskStartFailed',
    ]);
  });

  it('every error that the engine raises', () => {
    const text = JSON.stringify(all.map(({ expected }) => expected));
    for (const error of [
      'States.Runtime',
      'States.Timeout',
      'States.IntrinsicFailure',
      'States.DataLimitExceeded',
      'States.ResultPathMatchFailure',
      'States.QueryEvaluationError',
      'States.ExceedToleratedFailureThreshold',
      'States.ItemReaderFailed',
      'States.ResultWriterFailed',
      'Simulator.EventLimitExceeded',
      'Simulator.StepLimitExceeded',
      'Simulator.ThreadLimitExceeded',
      'Simulator.MemoryLimitExceeded',
    ])
      expect(text).toContain(error);
  });

  it('Standard and Express, and every status at the end', () => {
    expect(new Set(all.map(({ type }) => type ?? 'STANDARD'))).toEqual(new Set(['STANDARD', 'EXPRESS']));
    expect(new Set(all.map(({ expected }) => expected?.status))).toEqual(
      new Set(['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']),
    );
  });
});
